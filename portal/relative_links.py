"""The files that a page of the site leads to or loads."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from urllib.parse import unquote, urlsplit

# `data-index` names the words of the search page, which its script fetches.
_LINK = re.compile(r'\s(?:href|src|data-index)="([^"#][^"]*)"')


def targets(markup: str, page: str) -> set[str]:
    """The paths, from the root of the site, that the HTML `markup` of the page at path `page` names; none outside."""
    found = set()
    for address in map(unescape, _LINK.findall(markup)):
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc and parts.path:
            found.add(posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))))
    return found
