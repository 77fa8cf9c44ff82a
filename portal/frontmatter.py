"""Front matter of the Markdown pages: read, checked, and refused with the line at fault."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.rules.base import BASE
from portal import yaml_text
from portal.errors import BuildError

RIGHTS = frozenset(right.id for right in BASE.rights)
REQUIRED = ("title", "description", "summary", "verifie_le", "sources", "mots_cles")
OPTIONAL = ("rubrique", "ordre", "court", "droits", "papier", "livret", "template", "code")
# Short and easy to type from paper: a letter for the section, then figures.
CODE = re.compile(r"[a-z]\d{0,3}")
DESCRIPTION_MAX = 155
# Where a page of the first level stands; a page in a folder stands under the page of the folder's name.
PLACES = frozenset({"menu", "pied", "cachee"})


class PageError(BuildError):
    """A page, a data file or a template is wrong; the message names the file, the line and the remedy."""


@dataclass(frozen=True)
class Front:
    """The checked front matter of one page. `body_line` is the line of the file where the text begins (from 1).

    `section` is "menu", "pied" or "cachee", or the stem of the page this one stands under ("documents"); `order`
    ranks it there; `label` is its short name for menus; `rights` are ids of rights that the checker examines;
    `printed` says whether it is a chapter of the guide, `booklet` of the booklet too; `code` is its short permanent
    address (portal/short.py), for French pages only."""

    title: str
    description: str
    summary: str
    verified_on: str
    sources: tuple[str, ...]
    keywords: tuple[str, ...]
    body_line: int
    template: str = "main.html"
    section: str = "cachee"
    order: int = 0
    label: str = ""
    rights: tuple[str, ...] = ()
    printed: bool = True
    code: str = ""
    booklet: bool = False


def read(text: str, name: str, sources: Mapping[str, Any]) -> Front:
    """Checks the front matter of `text`. `name` is the file, for messages; `sources` are those of the rule base.

    Raises PageError with one line per fault."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if not match:
        raise PageError(f"{name}:1: no front matter. Begin the page with --- and the keys {', '.join(REQUIRED)}.")
    block = match.group(1)
    try:
        meta = yaml_text.load(block, name, first_line=2)
    except BuildError as error:
        raise PageError(f"{error} Quote texts that hold “: ”.") from None
    if not isinstance(meta, dict):
        raise PageError(f"{name}:2: the front matter is not a list of keys. Write one `key: value` a line.")
    faults = _faults(meta, block, name, sources)
    if faults:
        raise PageError("\n".join(faults))
    return Front(
        title=meta["title"],
        description=meta["description"],
        summary=meta["summary"],
        verified_on=meta["verifie_le"].isoformat(),
        sources=tuple(meta["sources"]),
        keywords=tuple(meta["mots_cles"]),
        body_line=text[: match.end()].count("\n") + 1,
        template=meta.get("template", "main.html"),
        section=meta.get("rubrique") or _folder(name) or "cachee",
        order=meta.get("ordre", 0),
        label=meta.get("court") or meta["title"],
        rights=tuple(meta.get("droits", [])),
        printed=meta.get("papier", True),
        code=meta.get("code", ""),
        booklet=meta.get("livret", False),
    )


def _folder(name: str) -> str:
    """ "docs/fr/documents/api.md" → "documents"; empty for a page of the first level."""
    return "/".join(name.split("/")[2:-1])


def _faults(meta: dict[str, Any], block: str, name: str, sources: Mapping[str, Any]) -> list[str]:
    lines = block.splitlines()

    def at(pattern: str) -> int:
        return next((n for n, line in enumerate(lines, start=2) if re.search(pattern, line)), 1)

    faults = [f"{name}:1: no `{key}` in the front matter. Add it." for key in REQUIRED if key not in meta]
    for key in meta:
        if key not in REQUIRED + OPTIONAL:
            known = ", ".join(REQUIRED + OPTIONAL)
            faults.append(f"{name}:{at(f'^{re.escape(str(key))}:')}: unknown key `{key}`. Use one of {known}.")
    for key in ("title", "description", "summary", "court", "rubrique", "template"):
        if key in meta and not (isinstance(meta[key], str) and meta[key].strip()):
            faults.append(f"{name}:{at(f'^{key}:')}: `{key}` is not a text. Write it in words.")
    description = meta.get("description")
    if isinstance(description, str) and len(description) > DESCRIPTION_MAX:
        faults.append(
            f"{name}:{at('^description:')}: description of {len(description)} characters. "
            f"Keep it within {DESCRIPTION_MAX}."
        )
    if "verifie_le" in meta and type(meta["verifie_le"]) is not datetime.date:
        faults.append(f"{name}:{at('^verifie_le:')}: `verifie_le` is not a date. Write it YYYY-MM-DD, without quotes.")
    if "ordre" in meta and type(meta["ordre"]) is not int:
        faults.append(f"{name}:{at('^ordre:')}: `ordre` is not a number. Write the rank of the page in its section.")
    if "code" in meta and not (isinstance(meta["code"], str) and CODE.fullmatch(meta["code"])):
        faults.append(f"{name}:{at('^code:')}: `code` is not a letter followed by figures, such as d3.")
    for key in ("papier", "livret"):
        if type(meta.get(key, True)) is not bool:
            faults.append(f"{name}:{at(f'^{key}:')}: `{key}` is neither true nor false.")
    if meta.get("livret") is True and meta.get("papier") is False:
        faults.append(f"{name}:{at('^livret:')}: `livret` is a choice among printed pages. Remove `papier: false`.")
    for key in ("sources", "mots_cles", "droits"):
        if key in meta and not (isinstance(meta[key], list) and all(isinstance(item, str) for item in meta[key])):
            faults.append(f"{name}:{at(f'^{key}:')}: `{key}` is not a list of texts. Write [] when there is none.")
            meta[key] = []
    for right in meta.get("droits", []):
        if right not in RIGHTS:
            faults.append(f"{name}:{at('^droits:')}: unknown right “{right}”. Use one of {', '.join(sorted(RIGHTS))}.")
    for source in meta.get("sources", []):
        line = at(rf"(^|[\s\[,\"']){re.escape(source)}($|[\s\],\"'])")
        if source not in sources:
            faults.append(f"{name}:{line}: unknown source “{source}”. Use an id of checker/rules/sources.")
        elif str(sources[source].confidence) == "low":
            faults.append(f"{name}:{line}: source “{source}” is of low confidence and may not be published. Remove it.")
    return faults


def read_all(docs: Path, sources: Mapping[str, Any]) -> dict[str, Front]:
    """Front matter of every page of `docs`, under its path such as "fr/index.md"; raises PageError for all faults
    together, also when two pages of a language bear the same title."""
    fronts: dict[str, Front] = {}
    faults: list[str] = []
    titles: dict[tuple[str, str], str] = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if name.startswith("_"):
            continue
        try:
            front = read(path.read_text("utf-8"), f"docs/{name}", sources)
        except PageError as error:
            faults.append(str(error))
            continue
        key = (name.partition("/")[0], front.title)
        if key in titles:
            faults.append(f"docs/{name}:2: same title as docs/{titles[key]} (“{front.title}”). Give each page its own.")
        titles.setdefault(key, name)
        fronts[name] = front
    faults += _astray(fronts)
    faults += _uncoded(fronts)
    if faults:
        raise PageError("\n".join(faults))
    return fronts


def _astray(fronts: Mapping[str, Front]) -> Iterator[str]:
    """Pages that no menu would show, or that share their rank with another."""
    ranks: dict[tuple[str, str, int], str] = {}
    for name, front in fronts.items():
        lang, _, rest = name.partition("/")
        if not rest or front.section == "cachee":
            continue
        if front.section not in PLACES and f"{lang}/{front.section}.md" not in fronts:
            yield (
                f"docs/{name}:1: no page docs/{lang}/{front.section}.md above it. "
                f"Write that page, or `rubrique:` with one of {', '.join(sorted(PLACES))}."
            )
        key = (lang, front.section, front.order)
        if key in ranks:
            yield f"docs/{name}:1: same `ordre` ({front.order}) as docs/{ranks[key]}. Give each page its own."
        ranks.setdefault(key, name)


def _uncoded(fronts: Mapping[str, Front]) -> Iterator[str]:
    """French pages that paper carries without a code of their own: its QR code would lead nowhere."""
    bearers: dict[str, str] = {}
    for name, front in fronts.items():
        if not name.startswith("fr/"):
            if front.code:
                yield f"docs/{name}:1: `code` stands in the French page only. Remove it."
        elif not front.code:
            if front.printed and front.section != "cachee":
                yield f"docs/{name}:1: no `code`. Give it one that no page bears, and never change it: papers carry it."
        elif front.code in bearers:
            yield f"docs/{name}:1: same `code` ({front.code}) as docs/{bearers[front.code]}. Give each page its own."
        bearers.setdefault(front.code, name)
