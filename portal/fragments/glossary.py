"""`[[ glossaire() ]]`: every term of docs/_data/glossaire.yml, in the order of the alphabet."""

from __future__ import annotations

from portal.fragments.place import Place
from portal.fragments.register import address
from portal.frontmatter import PageError
from portal.search import folded


def fragment(place: Place) -> str:
    """A definition list; each term has its id as anchor. Raises PageError for a term without its meaning."""
    entries = []
    for name, entry in place.data["glossaire"].items():
        if not entry.get("sens"):
            raise PageError(f"docs/_data/glossaire.yml: “{name}” has no `sens`. Say it in one or two short sentences.")
        source = place.site.sources[entry["source"]] if "source" in entry else None
        url = address(source.id, place.site.sources, place.lang) if source else ""
        entries.append({**entry, "id": name, "source": source, "url": url})
    return place.render("glossary", entries=sorted(entries, key=lambda entry: folded(entry["terme"])))
