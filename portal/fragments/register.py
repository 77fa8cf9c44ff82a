"""`[[ textes("ceseda-lois") ]]`: one part of the register of sources, with what rests on each text."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.compiled import compiled
from checker.engine.model import Source
from checker.rules.base import BASE
from portal import law
from portal.fragments.place import Place
from portal.frontmatter import PageError
from portal.pages import CANONICAL
from portal.resting import Resting
from portal.search import folded

FOLDER = "sources"
# The first that fits takes the source.
PARTS: Mapping[str, re.Pattern[str]] = {
    "ceseda-lois": re.compile(r"^CESEDA, art\.\s+L\."),
    "ceseda-reglement": re.compile(r"^CESEDA"),
    "decisions": re.compile(r"^(?:CE\b|Conseil d|CAA|TA\b|Cass|Cons\. const|CJUE|Conseil const)"),
    "justice-administration": re.compile(r"^(?:CJA|CRPA)"),
    "autres-textes": re.compile(
        r"^(?:C\.|CSS|CASF|CCH|CMF|CGI|Code|Loi|Décret|Arrêté|Accord|Directive|Règlement|Convention)"
    ),
    "fiches-et-organismes": re.compile(""),
}


def part_of(source: Source) -> str:
    """The part of the register that a source stands in: a key of PARTS."""
    return next(name for name, pattern in PARTS.items() if pattern.search(source.citation))


def address(source: str, sources: Mapping[str, Source], lang: str) -> str:
    """The address of a source in the register of `lang`, from the root of the site."""
    return f"{lang}/{FOLDER}/{part_of(sources[source])}.html#source-{source}"


@functools.lru_cache(maxsize=2)
def _resting(root: Path) -> Resting:
    return Resting(root, BASE)


def fragment(place: Place, part: str) -> str:
    """Every source of `part`, in the order of the citations, with its extract, state, confidence, pages and rules."""
    if part not in PARTS:
        raise PageError(f"textes: no part “{part}”; use one of {', '.join(PARTS)}")
    resting = _resting(place.root).resting
    base = compiled(place.lang).base
    titles = {
        "rights": {right.id: right.title for right in base.rights},
        "remedies": {remedy.id: remedy.title for remedy in base.remedies},
        "deadlines": {deadline.id: deadline.title for deadline in base.deadlines},
    }
    words = functools.partial(place.site.words, lang=place.lang)
    listed: list[dict[str, Any]] = []
    for source in sorted(place.site.sources.values(), key=lambda found: _order(found.citation)):
        if part_of(source) != part:
            continue
        known = resting.get(source.id, {})
        rules = [titles[kind][name] for kind in titles for name in known.get(kind, ())]
        pages = [name.removeprefix(f"docs/{CANONICAL}/") for name in known.get("pages", ())]
        listed.append(
            law.view(source, place.site.text(place.lang), words, lang=place.lang)
            | {
                "url": source.url,
                "rules": rules,
                "pages": [_page(place, name) for name in pages],
            }
        )
    return place.render("register", sources=listed)


def _page(place: Place, name: str) -> dict[str, str]:
    front = place.site.fronts[f"{place.lang}/{name}"]
    return {"url": f"{place.lang}/{name.replace('.md', '.html')}", "label": front.title, "lang": front.lang}


def _order(citation: str) -> list[tuple[bool, int, str]]:
    """Numbers by their value: L. 433-3 before L. 433-10; accents, capitals and no-break spaces do not count."""
    pieces = re.split(r"(\d+)", folded(citation))
    return [(piece.isdigit(), int(piece) if piece.isdigit() else 0, piece) for piece in pieces]
