"""`[[ papiers() ]]`: the papers and books of the edition. `[[ feuilles() ]]`: one sheet a page, by section."""

from __future__ import annotations

from portal import pages
from portal.fragments.place import Place


def papers(place: Place) -> str:
    """A list of the files of guides/, named in the interface strings: the French ones where a language lacks them."""
    whole = place.site.whole(place.lang)
    return place.render(
        "papers",
        entries=[
            {**entry, "files": [{**file, "url": file["url"].replace("{lang}", whole)} for file in entry["files"]]}
            for entry in place.site.text(place.lang)["papers"]
        ],
    )


def leaflets(place: Place) -> str:
    """The sheets of each section of the menu, in its order."""
    sections: dict[str, list[dict[str, str]]] = {}
    for item in pages.reading_order(place.site.fronts, place.lang):
        front = place.site.fronts[pages.source_of(item.url)]
        if url := pages.leaflet(f"{front.lang}/{item.url.partition('/')[2]}", front.lang):
            above = place.site.fronts[f"{place.lang}/{front.section}.md"]
            sections.setdefault(above.label, []).append({"url": url, "label": item.label, "lang": front.lang})
    return place.render("leaflets", sections=sections)
