"""Every text that is not a page, by a lasting key, and its translations: docs/<lang>/_catalogue/<kind>.json.

A catalogue is {key: {"of": fingerprint of the French, "text": translation}}. An entry whose French has changed is void:
the French is shown in its place, and says that it is French.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal import utf8, yaml_text
from portal.errors import BuildError
from portal.languages import fingerprint

CANONICAL = "fr"
FOLDER = "_catalogue"
INTERFACE, RULES, DATA, PAPER = KINDS = ("interface", "regles", "donnees", "papier")
# Where the French of the kinds that are trees of texts is written.
_FILES = {INTERFACE: "docs/_i18n/fr.yml", PAPER: "portal/printing/fr.yml"}
# Fields that are not texts.
_CODES = frozenset({"url", "id", "lang"})
# Of docs/_data, what a page shows in words.
_SHOWN: Mapping[str, frozenset[str]] = {
    "changements": frozenset({"texte"}),
    "contacts": frozenset({"vu_le", "vu_sur"}),
    "copie": frozenset({"texte"}),
    "frais": frozenset({"texte"}),
    "injonctions": frozenset(
        {
            "texte",
            "titre",
            "precision",
            "inconnu",
            "aucune_preuve",
            "ordonne",
            "ordonne_selon",
            "annonce",
            "annonce_selon",
        }
    ),
    "nombres": frozenset({"texte"}),
    "rgaa": frozenset({"texte"}),
    "tiers": frozenset({"texte", "role"}),
}
# Isolated, so that it does not disturb the order of a text written from right to left.
_ISOLATED = "\u2068{french}\u2069"


@dataclass(frozen=True)
class Entry:
    """A translation: `text`, made from the French whose fingerprint is `of`."""

    of: str
    text: str


def languages(root: Path) -> list[str]:
    """Codes of the languages that have an interface, the canonical one first."""
    found = sorted(path.parents[1].name for path in (root / "docs").glob(f"*/{FOLDER}/{INTERFACE}.json"))
    return [CANONICAL, *found]


def unpublished(lang: str) -> str:
    """What to do for a language of which pages are written and no interface, as the end of a message."""
    command = "python3 build.py language"
    return (
        f"docs/{lang} has no interface, so nothing of it can be shown. {command} add {lang}, translate all of "
        f"po/{lang}/{INTERFACE}.po, then {command} import {lang} {INTERFACE}."
    )


def path_of(root: Path, lang: str, kind: str) -> Path:
    """Where the texts of ``kind`` in ``lang`` are, or would be: docs/<lang>/_catalogue/<kind>.json."""
    return root / "docs" / lang / FOLDER / f"{kind}.json"


def french(root: Path, kind: str) -> dict[str, str]:
    """Every French text of `kind` by its key, in the order it is written in."""
    if kind == RULES:
        from checker.translation import texts

        return texts()
    if kind == DATA:
        return dict(_data_texts(root))
    tree = yaml_text.load(utf8.read(root / _FILES[kind], _FILES[kind]), _FILES[kind])
    return dict(_leaves(tree))


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """The texts of a tree; a place in a list is its number."""
    if isinstance(value, Mapping):
        for name, child in value.items():
            if name not in _CODES:
                yield from _leaves(child, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list):
        for place, child in enumerate(value):
            yield from _leaves(child, f"{key}.{place}")
    elif isinstance(value, str) and value.strip():
        yield key, value


def _data_texts(root: Path) -> Iterator[tuple[str, str]]:
    from portal import law

    for name, deadline in law.deadlines().items():
        yield f"delais.{name}", deadline.texte
    data = law.data(root)
    for name, entry in data["glossaire"].items():
        yield f"glossaire.{name}.nom", entry.get("developpe") or entry["terme"]
        yield f"glossaire.{name}.sens", entry["sens"]
    for name, state in data["injonctions"]["etats"].items():
        yield f"injonctions.etats.{name}", state
    for file, fields in _SHOWN.items():
        yield from dict(_shown(data[file], fields, file)).items()


def _shown(value: Any, fields: frozenset[str], key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        # New entries are written anywhere in a list: a text of it is known by its words.
        for child in value:
            for _, text in _shown(child, fields, ""):
                yield f"{key}.{fingerprint.of(text)}", text
    elif isinstance(value, Mapping):
        for name, child in value.items():
            if isinstance(child, str):
                if name in fields and child.strip():
                    yield f"{key}.{name}", child
            else:
                yield from _shown(child, fields, f"{key}.{name}")


def read(root: Path, lang: str, kind: str) -> dict[str, Entry]:
    """The catalogue of a language; empty when it has none. Raises BuildError for a file that is not a catalogue."""
    path = path_of(root, lang, kind)
    name = path.relative_to(root).as_posix()
    try:
        value = json.loads(utf8.read(path, name))
        # Half a character (“\\ud800”) is no text that a page could hold.
        json.dumps(value, ensure_ascii=False).encode()
        return {key: Entry(str(entry["of"]), str(entry["text"])) for key, entry in value.items()}
    except FileNotFoundError:
        return {}
    except json.JSONDecodeError as error:
        raise BuildError(f"{name}:{error.lineno}: not readable as JSON: {error.msg}.", "correct this line.") from None
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        raise BuildError(f'{name}: each key must hold {{"of": …, "text": …}}.', "import the PO file again.") from None


def write(root: Path, lang: str, kind: str, entries: Mapping[str, Entry]) -> Path:
    """Writes a catalogue in the order of the French, an entry a line: what has changed shows line by line."""
    path = path_of(root, lang, kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        f"{json.dumps(key)}: {json.dumps({'of': entry.of, 'text': entry.text}, ensure_ascii=False)}"
        for key, entry in ((key, entries[key]) for key in french(root, kind) if key in entries)
    ]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
    return path


@dataclass(frozen=True)
class State:
    """The keys of a catalogue: `missing`, `stale` (made from another French), `unknown` (the French has none)."""

    total: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    unknown: tuple[str, ...]


def state(root: Path, lang: str, kind: str) -> State:
    """What of ``kind`` is translated in ``lang``. Raises BuildError when its catalogue cannot be read."""
    ours, theirs = french(root, kind), read(root, lang, kind)
    return State(
        len(ours),
        tuple(key for key in ours if key not in theirs),
        tuple(key for key, text in ours.items() if key in theirs and theirs[key].of != fingerprint.of(text)),
        tuple(key for key in theirs if key not in ours),
    )


def words(root: Path, lang: str, kind: str) -> dict[str, str]:
    """Every text of `kind` in `lang`: its translation, or the French that says it is French."""
    if lang == CANONICAL:
        return french(root, kind)
    theirs = read(root, lang, kind)
    mark = read(root, lang, INTERFACE).get("translation.in_french")
    said = f" ({mark.text})" if mark else ""
    return {
        key: theirs[key].text
        if key in theirs and theirs[key].of == fingerprint.of(text)
        else _ISOLATED.format(french=text) + said
        for key, text in french(root, kind).items()
    }


def tree(root: Path, lang: str, kind: str) -> Any:
    """The tree of texts of INTERFACE or PAPER in `lang`."""
    value = yaml_text.load(utf8.read(root / _FILES[kind], _FILES[kind]), _FILES[kind])
    return value if lang == CANONICAL else _told(value, words(root, lang, kind))


def _told(value: Any, said: Mapping[str, str], key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {name: _told(child, said, f"{key}.{name}" if key else str(name)) for name, child in value.items()}
    if isinstance(value, list):
        return [_told(child, said, f"{key}.{place}") for place, child in enumerate(value)]
    return said.get(key, value)


def data(root: Path, lang: str) -> dict[str, Any]:
    """docs/_data, and `delais`, in the words of `lang`; what is not shown in words is as it is in French."""
    from portal import law

    tables = law.data(root)
    tables["delais"] = law.deadlines()
    if lang == CANONICAL:
        return tables
    said = words(root, lang, DATA)
    tables["delais"] = {name: {"texte": said[f"delais.{name}"]} for name in tables["delais"]}
    for name, entry in tables["glossaire"].items():
        tables["glossaire"][name] = {
            **entry,
            "nom": said[f"glossaire.{name}.nom"],
            "sens": said[f"glossaire.{name}.sens"],
        }
    tables["injonctions"]["etats"] = {
        name: said[f"injonctions.etats.{name}"] for name in tables["injonctions"]["etats"]
    }
    for file, fields in _SHOWN.items():
        tables[file] = _shown_in(tables[file], fields, file, said)
    return tables


def _shown_in(value: Any, fields: frozenset[str], key: str, said: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_listed_in(child, fields, key, said) for child in value]
    if not isinstance(value, Mapping):
        return value
    return {
        name: said.get(f"{key}.{name}", child)
        if isinstance(child, str) and name in fields
        else _shown_in(child, fields, f"{key}.{name}", said)
        for name, child in value.items()
    }


def _listed_in(value: Any, fields: frozenset[str], key: str, said: Mapping[str, str]) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {
        name: said.get(f"{key}.{fingerprint.of(child)}", child) if isinstance(child, str) and name in fields else child
        for name, child in value.items()
    }
