"""Where a fragment is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from portal import pages
from portal.frontmatter import Front


@dataclass(frozen=True)
class Place:
    """The page that a fragment stands in.

    `root`: the project; `url`: the page from the root of the site ("fr/documents/api.html"); `data`: docs/_data, by
    file; `site` and `env`: what every page shares, and the templates of portal/theme."""

    root: Path
    url: str
    lang: str
    front: Front
    data: Mapping[str, Any]
    site: pages.Site
    env: jinja2.Environment

    def render(self, template: str, **values: Any) -> str:
        """The template `fragments/<template>.html` with `values`, `t` (interface strings) and `rel` (relative links).

        Blank lines are taken out: in Markdown one of them would end the block of HTML."""
        t = self.site.text(self.lang)
        text = self.env.get_template(f"fragments/{template}.html").render(
            t=t, lang=self.lang, dir=t["dir"], rel=lambda url: pages.relative(url, self.url), **values
        )
        return "\n".join(line.strip() for line in text.splitlines() if line.strip())
