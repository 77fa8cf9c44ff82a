"""`[[ extrait("id") ]]`: the words of the law, as the register of sources holds them; never typed in a page."""

from __future__ import annotations

from functools import partial

from portal import law
from portal.fragments.place import Place
from portal.frontmatter import PageError


def fragment(place: Place, source: str) -> str:
    """A quotation with its citation and how it was read. Raises PageError when the source has no extract, or when the
    page does not list it in its `sources`."""
    if source not in place.front.sources:
        raise PageError(f"extrait: “{source}” is not among the `sources` of this page; add it there")
    found = place.site.sources[source]
    if not found.quote:
        raise PageError(f"extrait: the source “{source}” holds no extract of the text; cite it instead")
    words = partial(place.site.words, lang=place.lang)
    return place.render("extract", s=law.view(found, place.site.text(place.lang), words, lang=place.lang))
