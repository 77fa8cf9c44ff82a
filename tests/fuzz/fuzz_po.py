"""A PO file that a translator sends: imported into its language, or refused in words."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from portal import utf8, yaml_text
from portal.errors import BuildError
from portal.languages import catalogue, po
from portal.languages.segments import HEAD, split
from tests.fuzz.words import MARKS

WORDS = (
    *MARKS, b"msgctxt ", b"msgid ", b"msgstr ", b"msgid_plural ", b"msgstr[0] ", b"#, fuzzy\n", b"#~ ", b"#: ",
    b'"\\n"\n', b'"', b'\\"', b"\\", b"X-Relecture: ", b"domain ", b"\xff", f'msgctxt "{HEAD}.title"\n'.encode(),
)  # fmt: skip
_LANG, _PAGE = "es", "travail.md"
_FRENCH = (
    "---\ntitle: Travail\ndescription: Droits\nsummary: Oui\nverifie_le: 2026-11-23\nsources: []\nmots_cles: [a]\n"
    "rubrique: menu\nordre: 2\ncode: d3\n---\n## En bref {#en-bref}\n\n- Oui.\n\n| a | b |\n| --- | --- |\n| c | d |\n"
)
_SAID = 'msgstr "x"\n\n'
_KEYS = {"title", "description", "summary", "mots_cles", "relecture", "francais"}
_INTERFACE = "name: Français\ndir: ltr\nmenu: [Accueil, Droits]\n"


def _root() -> Path:
    root = Path(tempfile.gettempdir(), "project")
    if root.is_dir():
        return root
    (root / "docs" / "fr").mkdir(parents=True)
    (root / "docs" / "_i18n").mkdir()
    (root / "docs" / "fr" / _PAGE).write_text(_FRENCH, "utf-8")
    (root / "docs" / "_i18n" / "fr.yml").write_text(_INTERFACE, "utf-8")
    return root


def seeds() -> Iterator[bytes]:
    empty = po.export_page(_root(), _LANG, _PAGE)
    yield b"p" + empty.encode()
    yield b"p" + empty.replace('msgstr ""\n\n', 'msgstr "dicho"\n\n').encode()
    yield b"i" + po.export_catalogue(_root(), _LANG, catalogue.INTERFACE).replace('msgstr ""\n\n', _SAID).encode()
    yield b"c" + json.dumps({"menu.0": {"of": "12345678", "text": "Inicio"}}).encode()


def one(data: bytes) -> None:
    try:
        _import(data[:1], data[1:])
    except BuildError as error:
        assert str(error) and error.remedy
        assert "Traceback" not in str(error)


def _import(kind: bytes, data: bytes) -> None:
    root = _root()
    path = catalogue.path_of(root, _LANG, catalogue.INTERFACE)
    if kind == b"c":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        catalogue.words(root, _LANG, catalogue.INTERFACE)
        return
    file = Path(tempfile.gettempdir(), "asked.po")
    file.write_bytes(data)
    text = utf8.read(file, file.name)
    if kind == b"i":
        po.import_catalogue(root, _LANG, catalogue.INTERFACE, text)
        kept = catalogue.read(root, _LANG, catalogue.INTERFACE)
        assert kept.keys() <= catalogue.french(root, catalogue.INTERFACE).keys()
    elif page := po.import_page(root, _LANG, _PAGE, text):
        front, body, _ = split(page)
        # Whatever was translated, the page has the keys and the lines of the French one.
        assert {*yaml_text.load(front, "x")} <= _KEYS
        assert body.count("\n") == split(_FRENCH)[1].count("\n")
