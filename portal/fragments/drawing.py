"""`[[ dessin("document-api", "légende") ]]`: one of our own drawings, with its caption as text alternative."""

from __future__ import annotations

import jinja2

from portal.fragments.place import Place
from portal.frontmatter import PageError


def fragment(place: Place, name: str, caption: str) -> str:
    """A figure. `name` is a file of portal/theme/drawings, without its suffix; raises PageError when there is none."""
    try:
        return place.render("drawing", name=name, caption=caption)
    except jinja2.TemplateNotFound:
        raise PageError(f"dessin: no drawing portal/theme/drawings/{name}.html") from None
