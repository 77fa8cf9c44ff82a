"""Front matter of the Markdown pages: read, checked, and refused with the line at fault."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from portal.errors import BuildError

REQUIRED = ("title", "description", "summary", "verifie_le", "sources", "mots_cles")
DESCRIPTION_MAX = 155


class PageError(BuildError):
    """A page, a data file or a template is wrong; the message names the file, the line and the remedy."""


@dataclass(frozen=True)
class Front:
    """The checked front matter of one page. `body_line` is the line of the file where the text begins (from 1)."""

    title: str
    description: str
    summary: str
    verified_on: str
    sources: tuple[str, ...]
    keywords: tuple[str, ...]
    body_line: int
    template: str = "main.html"


def read(text: str, name: str, sources: Mapping[str, Any]) -> Front:
    """Checks the front matter of `text`. `name` is the file, for messages; `sources` are those of the rule base.

    Raises PageError with one line per fault."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if not match:
        raise PageError(f"{name}:1: no front matter. Begin the page with --- and the keys {', '.join(REQUIRED)}.")
    block = match.group(1)
    try:
        meta = yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise PageError(
            f"{name}:{line}: front matter not readable ({error.problem}). Quote texts that hold “: ”."
        ) from None
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
    )


def _faults(meta: dict[str, Any], block: str, name: str, sources: Mapping[str, Any]) -> list[str]:
    lines = block.splitlines()

    def at(pattern: str) -> int:
        return next((n for n, line in enumerate(lines, start=2) if re.search(pattern, line)), 1)

    faults = [f"{name}:1: no `{key}` in the front matter. Add it." for key in REQUIRED if key not in meta]
    for key in ("title", "description", "summary"):
        if key in meta and not (isinstance(meta[key], str) and meta[key].strip()):
            faults.append(f"{name}:{at(f'^{key}:')}: `{key}` is not a text. Write one sentence.")
    description = meta.get("description")
    if isinstance(description, str) and len(description) > DESCRIPTION_MAX:
        faults.append(
            f"{name}:{at('^description:')}: description of {len(description)} characters. "
            f"Keep it within {DESCRIPTION_MAX}."
        )
    if "verifie_le" in meta and type(meta["verifie_le"]) is not datetime.date:
        faults.append(f"{name}:{at('^verifie_le:')}: `verifie_le` is not a date. Write it YYYY-MM-DD, without quotes.")
    for key in ("sources", "mots_cles"):
        if key in meta and not (isinstance(meta[key], list) and all(isinstance(item, str) for item in meta[key])):
            faults.append(f"{name}:{at(f'^{key}:')}: `{key}` is not a list of texts. Write [] when there is none.")
            meta[key] = []
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
    if faults:
        raise PageError("\n".join(faults))
    return fronts
