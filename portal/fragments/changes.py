"""`[[ changements() ]]`: what changed in the content of the site, newest first, from docs/_data/changements.yml."""

from __future__ import annotations

from portal.fragments.place import Place
from portal.frontmatter import PageError


def fragment(place: Place) -> str:
    """A list by date. Raises PageError for a page that does not exist."""
    shown = []
    for entry in sorted(place.data["changements"], key=lambda found: found["date"], reverse=True):
        pages = []
        for name in entry.get("pages", []):
            front = place.site.fronts.get(f"{place.lang}/{name}.md")
            if front is None:
                raise PageError(f"docs/_data/changements.yml: {entry['date']}: no page “{name}”")
            pages.append({"url": f"{place.lang}/{name}.html", "label": front.title, "lang": front.lang})
        shown.append({"date": place.site.words(entry["date"], place.lang), "text": entry["texte"], "pages": pages})
    return place.render("changes", entries=shown)
