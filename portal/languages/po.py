"""A page, or a catalogue, as a PO file for translators, and back: byte for byte when nothing was changed.

A unit is a line of the page, or a cell of a table. Its context is its section and its place there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from portal.errors import BuildError
from portal.languages import catalogue, fingerprint, po_file
from portal.languages.catalogue import CANONICAL, Entry
from portal.languages.comparison import shape
from portal.languages.segments import HEAD, Line, lines, parts, split

_KEYS = (*fingerprint.TRANSLATED, "mots_cles")
_VALUE = dict.fromkeys(_KEYS, ('"', '"')) | {"mots_cles": ("[", "]")}
_STAMPS = re.compile(r'([\w-]+): "(\w{8})"')
REVIEW = "X-Relecture"


@dataclass(frozen=True)
class Unit:
    """A text of the French: `place` is its context ("en-bref.3.0"), `section` what it belongs to."""

    place: str
    section: str
    text: str


# Pages.


def export_page(root: Path, lang: str, page: str) -> str:
    """The PO text of docs/fr/<page> in `lang`; what `lang` lacks is empty, what is late is fuzzy."""
    french = (root / "docs" / CANONICAL / page).read_text("utf-8")
    path = root / "docs" / lang / page
    theirs = path.read_text("utf-8") if path.is_file() else ""
    said, stamps = _said(french, theirs), _stamps(theirs)
    now = fingerprint.sections(french)
    file = _file(lang, f"docs/{CANONICAL}/{page}", _key(theirs, "relecture") or "")
    for unit in _units(french):
        text = said.get(unit.place, "")
        late = bool(text) and stamps.get(unit.section) != now[unit.section]
        file.append(polib.POEntry(msgctxt=unit.place, msgid=unit.text, msgstr=text, flags=["fuzzy"] if late else []))
    return str(file)


def import_page(root: Path, lang: str, page: str, text: str) -> str:
    """The page that the PO `text` translates docs/fr/<page> into, empty when its beginning is not translated.

    A section that is not wholly translated from today's French is left in French, and told late. Raises BuildError when
    the PO cannot be read, is that of another page, or holds a text that would be more than one."""
    french = (root / "docs" / CANONICAL / page).read_text("utf-8")
    file = po_file.read(text, page)
    said = {entry.msgctxt: entry for entry in file}
    units = [*_units(french)]
    places = {unit.place for unit in units}
    if strangers := [entry.msgctxt or entry.msgid for entry in file if entry.msgctxt not in places]:
        raise BuildError(
            f"the PO of {page} has {len(strangers)} text(s) that the French page has not, such as “{strangers[0]}”.",
            f"export it again: python3 build.py language export {lang} {page}.",
        )
    kept = {
        unit.place: entry.msgstr
        for unit in units
        if (entry := said.get(unit.place)) and entry.msgid == unit.text and entry.msgstr and not entry.fuzzy
    }
    whole = {unit.section for unit in units} - {unit.section for unit in units if unit.place not in kept}
    if HEAD not in whole:
        # Without its title a page has nothing to show in the menus.
        return ""
    for place, said_there in kept.items():
        po_file.check_line(page, place, said_there)
    front = [
        f"{key}: {_VALUE[key][0]}{kept.get(f'{HEAD}.{key}', value)}{_VALUE[key][1]}" for key, value in _front(french)
    ]
    if reviewed := file.metadata.get(REVIEW):
        front.append(f'relecture: "{reviewed}"')
    for line in front:
        key = line.partition(":")[0]
        po_file.check_line(page, f"{HEAD}.{key}", kept.get(f"{HEAD}.{key}", reviewed or key), line)
    marks = {name: mark for name, mark in fingerprint.sections(french).items() if name in whole or not _of(units, name)}
    front.append("francais: {" + ", ".join(f'{name}: "{mark}"' for name, mark in marks.items()) + "}")
    body = "".join(_body(name, part, kept if name in whole else {}) for name, part in parts(split(french)[1]).items())
    return "---\n" + "\n".join(front) + f"\n---\n{body}"


def _of(units: list[Unit], section: str) -> list[Unit]:
    return [unit for unit in units if unit.section == section]


def _body(section: str, part: str, said: Mapping[str, str]) -> str:
    made = []
    for rank, line in enumerate(lines(part)):
        texts = tuple(said.get(f"{section}.{rank}.{place}", text) for place, text in enumerate(line.texts))
        made.append(line.with_texts(texts))
    return "\n".join(made)


def _units(page: str) -> Iterator[Unit]:
    for key, value in _front(page):
        yield Unit(f"{HEAD}.{key}", HEAD, value)
    for section, part in parts(split(page)[1]).items():
        for rank, line in enumerate(lines(part)):
            for place, text in enumerate(line.texts):
                yield Unit(f"{section}.{rank}.{place}", section, text)


def _front(page: str) -> Iterator[tuple[str, str]]:
    """The keys that are translated, with what stands between their quotes or brackets."""
    for key in _KEYS:
        if (value := _key(page, key)) is not None:
            yield key, value


def _key(page: str, key: str) -> str | None:
    match = re.search(rf'^{key}: (?:"(.*)"|\[(.*)\]|(.*))$', split(page)[0], re.MULTILINE)
    return next((text for text in match.groups() if text is not None), "") if match else None


def _said(french: str, theirs: str) -> dict[str, str]:
    """What the translation says in each place of the French, where its lines have the same shape."""
    said = {f"{HEAD}.{key}": value for key, value in _front(theirs)}
    translated = parts(split(theirs)[1]) if theirs else {}
    for section, part in parts(split(french)[1]).items():
        ours, found = [*lines(part)], [*lines(translated.get(section, ""))]
        if len(ours) == len(found) and all(map(_alike, ours, found)):
            for rank, line in enumerate(found):
                said |= {f"{section}.{rank}.{place}": text for place, text in enumerate(line.texts)}
    return said


def _alike(ours: Line, theirs: Line) -> bool:
    return shape(ours) == shape(theirs)


def _stamps(page: str) -> dict[str, str]:
    match = re.search(r"^francais: .*$", split(page)[0], re.MULTILINE)
    return dict(_STAMPS.findall(match.group())) if match else {}


# Catalogues.


def export_catalogue(root: Path, lang: str, kind: str) -> str:
    """The PO text of a kind of texts in `lang`; what is late is fuzzy."""
    theirs = catalogue.read(root, lang, kind)
    file = _file(lang, kind, "")
    for key, text in catalogue.french(root, kind).items():
        entry = theirs.get(key)
        late = entry is not None and entry.of != fingerprint.of(text)
        said = entry.text if entry else ""
        file.append(polib.POEntry(msgctxt=key, msgid=text, msgstr=said, flags=["fuzzy"] if late else []))
    return str(file)


def import_catalogue(root: Path, lang: str, kind: str, text: str) -> Path:
    """Writes the catalogue that the PO `text` holds: what is empty, fuzzy or from another French is left out."""
    ours = catalogue.french(root, kind)
    entries = {
        entry.msgctxt: Entry(fingerprint.of(entry.msgid), entry.msgstr)
        for entry in po_file.read(text, kind)
        if entry.msgstr and not entry.fuzzy and ours.get(entry.msgctxt) == entry.msgid
    }
    return catalogue.write(root, lang, kind, entries)


def _file(lang: str, source: str, reviewed: str) -> polib.POFile:
    # No date: the same texts make the same file.
    file = polib.POFile(wrapwidth=120)
    file.metadata = {
        "Project-Id-Version": source,
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        REVIEW: reviewed,
    }
    return file
