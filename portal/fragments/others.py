"""`[[ tiers("livre") ]]`: what is shipped of others; "dedans": what Pyodide contains; "outils": what makes the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.fragments.place import Place
from portal.frontmatter import PageError
from portal.supply import parts

_TABLES = ("livre", "dedans", "outils")


def fragment(place: Place, table: str) -> str:
    """One of the tables, in the order of docs/_data/tiers.yml. Raises PageError for another name."""
    if table not in _TABLES:
        raise PageError(f"tiers: no table “{table}”; use one of {', '.join(_TABLES)}")
    said = place.data["tiers"]
    rows = _tools(place, said) if table == "outils" else _parts(place, said, inside=table == "dedans")
    words = {name: entry["texte"] for name, entry in said["mots"].items()}
    return place.render("others", words=words, rows=rows)


def _parts(place: Place, said: Mapping[str, Any], *, inside: bool) -> list[dict[str, str]]:
    return [
        {
            "id": part.id,
            "name": part.name,
            "version": part.version,
            "licence": part.licence,
            "role": said["livre"][part.id]["role"],
            "home": part.home if part.home.startswith("https://") else "",
        }
        for part in parts.shipped(place.root)
        if bool(part.inside) == inside
    ]


def _tools(place: Place, said: Mapping[str, Any]) -> list[dict[str, str]]:
    return [
        {
            "id": f"outil-{tool.pin.name}",
            "name": tool.pin.name,
            "version": tool.pin.version,
            "licence": tool.licence,
            "role": said["outils"][f"{tool.pin.ecosystem}:{tool.pin.name}"]["role"],
            "home": "",
        }
        for tool in parts.tools(place.root)
    ]
