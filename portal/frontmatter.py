"""Front matter of the Markdown pages: read, checked, and refused with the line at fault."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from checker.rules.base import BASE
from portal import utf8, yaml_text
from portal.errors import BuildError
from portal.languages import fingerprint
from portal.languages.catalogue import CANONICAL, languages, unpublished
from portal.languages.segments import FENCE
from portal.verify import plain

RIGHTS = frozenset(right.id for right in BASE.rights)
REQUIRED = ("title", "description", "summary", "verifie_le", "sources", "mots_cles")
OPTIONAL = ("rubrique", "ordre", "court", "droits", "papier", "livret", "template", "code")
# A translation has these keys only: the rest is that of the French page.
TRANSLATED = ("title", "description", "summary", "mots_cles")
OF_TRANSLATION = ("court", "francais", "relecture")
# Short and easy to type from paper: a letter for the section, then figures.
CODE = re.compile(r"[a-z][0-9]{0,3}")
DESCRIPTION_MAX = 155
STAMP = "Write it with: python3 build.py language stamp."
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
    address (portal/short.py), that of the French page.

    `lang` is the language of its text: French for a page that is not translated. `stale` names the sections whose
    French has changed since they were translated; `reviewed` says who has read the translation over, and when."""

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
    lang: str = CANONICAL
    stale: tuple[str, ...] = ()
    reviewed: str = ""


def read(text: str, name: str, sources: Mapping[str, Any]) -> Front:
    """Checks the front matter of `text`. `name` is the file, for messages; `sources` are those of the rule base.

    Raises PageError with one line per fault."""
    meta, block, body_line = _meta(text, name, REQUIRED)
    faults = _faults(meta, block, name, sources)
    if faults:
        raise PageError("\n".join(map(plain.line, faults)))
    return Front(
        title=meta["title"],
        description=meta["description"],
        summary=meta["summary"],
        verified_on=meta["verifie_le"].isoformat(),
        sources=tuple(meta["sources"]),
        keywords=tuple(meta["mots_cles"]),
        body_line=body_line,
        template=meta.get("template", "main.html"),
        section=meta.get("rubrique") or _folder(name) or "cachee",
        order=meta.get("ordre", 0),
        label=meta.get("court") or meta["title"],
        rights=tuple(meta.get("droits", [])),
        printed=meta.get("papier", True),
        code=meta.get("code", ""),
        booklet=meta.get("livret", False),
    )


def _meta(text: str, name: str, wanted: Sequence[str]) -> tuple[dict[str, Any], str, int]:
    """The keys of a page, the text they are written in, and the line of the file where the page itself begins."""
    match = FENCE.match(text)
    if not match:
        raise PageError(f"{name}:1: no front matter. Begin the page with --- and the keys {', '.join(wanted)}.")
    block = match.group(1)
    try:
        meta = yaml_text.load(block, name, first_line=2)
    except BuildError as error:
        raise PageError(f"{error} Quote texts that hold “: ”.") from None
    if not isinstance(meta, dict):
        raise PageError(f"{name}:2: the front matter is not a list of keys. Write one `key: value` a line.")
    return meta, block, text[: match.end()].count("\n") + 1


def read_translation(text: str, name: str, french: Front, page: str) -> Front:
    """The front matter of a translated page: its own words, and what `french`, read from `page`, has of other keys.

    Raises PageError with one line per fault."""
    meta, block, body_line = _meta(text, name, TRANSLATED)
    known = TRANSLATED + OF_TRANSLATION
    faults = [f"{name}:1: no `{key}` in the front matter. Translate it." for key in TRANSLATED if key not in meta]
    faults += [
        f"{name}:{_line_of(block, f'^{re.escape(str(key))}:')}: `{key}` is that of the French page. Remove it."
        for key in meta
        if key not in known
    ]
    faults += _text_faults(meta, block, name)
    if not _dated(meta.get("francais", {})):
        faults.append(f"{name}:{_line_of(block, '^francais:')}: `francais` is not a list of fingerprints. {STAMP}")
    if faults:
        raise PageError("\n".join(map(plain.line, faults)))
    made_from = meta.get("francais", {})
    now = fingerprint.sections(page)
    return replace(
        french,
        title=meta["title"],
        description=meta["description"],
        summary=meta["summary"],
        keywords=tuple(meta["mots_cles"]),
        label=meta.get("court") or meta["title"],
        body_line=body_line,
        lang=name.split("/")[1],
        stale=tuple(section for section, mark in now.items() if made_from.get(section) != mark),
        reviewed=meta.get("relecture", ""),
    )


def _dated(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(mark, str) for mark in value.values())


def _line_of(block: str, pattern: str) -> int:
    """The line of the file where `pattern` stands in the front matter `block`, or 1."""
    return next((n for n, line in enumerate(block.splitlines(), start=2) if re.search(pattern, line)), 1)


def _folder(name: str) -> str:
    """ "docs/fr/documents/api.md" → "documents"; empty for a page of the first level."""
    return "/".join(name.split("/")[2:-1])


def _faults(meta: dict[str, Any], block: str, name: str, sources: Mapping[str, Any]) -> list[str]:
    def at(pattern: str) -> int:
        return _line_of(block, pattern)

    faults = [f"{name}:1: no `{key}` in the front matter. Add it." for key in REQUIRED if key not in meta]
    for key in meta:
        if key not in REQUIRED + OPTIONAL:
            known = ", ".join(REQUIRED + OPTIONAL)
            faults.append(f"{name}:{at(f'^{re.escape(str(key))}:')}: unknown key `{key}`. Use one of {known}.")
    faults += _text_faults(meta, block, name)
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


def _text_faults(meta: dict[str, Any], block: str, name: str) -> list[str]:
    """Keys that are not texts, or lists of texts (then emptied, to be read further), and a description too long."""
    faults = []
    for key in ("title", "description", "summary", "court", "rubrique", "template", "relecture"):
        if key in meta and not (isinstance(meta[key], str) and meta[key].strip()):
            faults.append(f"{name}:{_line_of(block, f'^{key}:')}: `{key}` is not a text. Write it in words.")
    description = meta.get("description")
    if isinstance(description, str) and len(description) > DESCRIPTION_MAX:
        faults.append(
            f"{name}:{_line_of(block, '^description:')}: description of {len(description)} characters. "
            f"Keep it within {DESCRIPTION_MAX}."
        )
    for key in ("sources", "mots_cles", "droits"):
        if key in meta and not (isinstance(meta[key], list) and all(isinstance(item, str) for item in meta[key])):
            line = _line_of(block, f"^{key}:")
            faults.append(f"{name}:{line}: `{key}` is not a list of texts. Write [] when there is none.")
            meta[key] = []
    return faults


def read_all(docs: Path, sources: Mapping[str, Any]) -> dict[str, Front]:
    """Front matter of every page of `docs`, under its path such as "fr/index.md"; raises PageError for all faults
    together, also when two pages of a language bear the same title.

    Each language has all the pages of the French: one that it does not translate has the French front matter."""
    fronts: dict[str, Front] = {}
    faults: list[str] = []
    spoken = languages(docs.parent)
    for name in _written(docs):
        lang = name.partition("/")[0] if "/" in name else CANONICAL
        if lang == CANONICAL:
            _add(fronts, faults, name, partial(read, name=f"docs/{name}", sources=sources), docs)
        elif lang not in spoken:
            faults.append(f"docs/{name}: {unpublished(lang)}")
    ours = {name.partition("/")[2]: front for name, front in canonical(fronts).items()}
    for lang in spoken[1:]:
        for name, front in ours.items():
            if (docs / lang / name).is_file():
                page = utf8.read(docs / CANONICAL / name, f"docs/{CANONICAL}/{name}")
                made = partial(read_translation, name=f"docs/{lang}/{name}", french=front, page=page)
                _add(fronts, faults, f"{lang}/{name}", made, docs)
            else:
                fronts[f"{lang}/{name}"] = front
    faults += [
        f"docs/{name}: no page docs/{CANONICAL}/{name.partition('/')[2]} that it translates. Remove it."
        for name in _written(docs)
        if name.partition("/")[0] in spoken[1:] and name.partition("/")[2] not in ours
    ]
    faults += _same_titles(fronts)
    faults += _astray(fronts)
    faults += _uncoded(fronts)
    if faults:
        raise PageError("\n".join(faults))
    return fronts


def canonical(fronts: Mapping[str, Front]) -> dict[str, Front]:
    """The French pages among `fronts`: a translation has their sources, their date and their code."""
    return {name: front for name, front in fronts.items() if name.startswith(f"{CANONICAL}/")}


def _written(docs: Path) -> list[str]:
    """The Markdown files of `docs` that are pages, by their path."""
    names = (path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md")))
    return [name for name in names if not any(part.startswith("_") for part in name.split("/"))]


def _add(
    fronts: dict[str, Front], faults: list[str], name: str, made: Callable[[str], Front], docs: Path
) -> None:
    try:
        fronts[name] = made(utf8.read(docs / name, f"docs/{name}"))
    except BuildError as error:
        faults.append(str(error))


def _same_titles(fronts: Mapping[str, Front]) -> Iterator[str]:
    titles: dict[tuple[str, str], str] = {}
    for name, front in fronts.items():
        key = (name.partition("/")[0], front.title)
        if front.lang != key[0]:
            # Shown in French for want of a translation: said of the French already.
            continue
        if key in titles:
            yield f"docs/{name}:2: same title as docs/{titles[key]} (“{front.title}”). Give each page its own."
        titles.setdefault(key, name)


def _astray(fronts: Mapping[str, Front]) -> Iterator[str]:
    """Pages that no menu would show, or that share their rank with another; said once, of the French."""
    ranks: dict[tuple[str, str, int], str] = {}
    for name, front in canonical(fronts).items():
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
    for name, front in canonical(fronts).items():
        if not front.code:
            if front.printed and front.section != "cachee":
                yield f"docs/{name}:1: no `code`. Give it one that no page bears, and never change it: papers carry it."
        elif front.code in bearers:
            yield f"docs/{name}:1: same `code` ({front.code}) as docs/{bearers[front.code]}. Give each page its own."
        bearers.setdefault(front.code, name)
