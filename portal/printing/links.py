"""Where a link leads on paper: a page of the guide, or an address written out."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from portal.printing.vocabulary import PrintingError

Node = dict[str, Any]

SOURCE = "source-"
"""Ids that begin so are legal texts; the guide lists each of them once, at its end."""

TEXTS = "textes"
"""The id of a page's list of legal texts, and the label of the list of the whole guide."""


def label(path: str, anchor: str = "") -> str:
    """The name, in the whole guide, of a page or of an anchor of a page."""
    return f"{path}#{anchor}" if anchor else path


def resolve(href: str, page: str, anchors: Mapping[str, frozenset[str]], site_url: str) -> Node:
    """A link node without its content.

    `page` is the page that holds the link, `anchors` the printed ids of every page by path.
    Shapes: {"t": "ref", "to": label} for a place in the guide, {"t": "cite", "to": label} for a
    legal text, {"t": "plain"} for the guide itself, {"t": "url", "url": address, "note": address
    to write out or ""} for the rest.
    """
    parts = urlsplit(href)
    if parts.scheme in ("mailto", "tel"):
        return {"t": "url", "url": href, "note": ""}
    if parts.scheme or parts.netloc:
        return {"t": "url", "url": href, "note": href}
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path)) if parts.path else page
    if path.startswith(".."):
        raise PrintingError(f"{page}: the link “{href}” leaves the site. Correct it.")
    if path.startswith("guides/"):
        return {"t": "plain"}
    if path not in anchors:
        address = site_url + path + (f"#{parts.fragment}" if parts.fragment else "")
        return {"t": "url", "url": address, "note": address}
    if parts.fragment == TEXTS:
        return {"t": "ref", "to": TEXTS}
    if parts.fragment and parts.fragment not in anchors[path]:
        raise PrintingError(f"{page}: the link “{href}” leads to an anchor that is not printed. Point to a heading.")
    if parts.fragment.startswith(SOURCE):
        return {"t": "cite", "to": parts.fragment}
    return {"t": "ref", "to": label(path, parts.fragment)}
