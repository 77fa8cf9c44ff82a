"""A page that a contributor writes, and its translation: front matter read, or refused in lines that name the file."""

from __future__ import annotations

from collections.abc import Iterator

from portal.frontmatter import Front, PageError, read, read_translation
from portal.languages import fingerprint
from portal.law import sources
from tests.fuzz.words import YAML

WORDS = (
    *YAML, b"---\n", b"title: ", b"sources: []\n", b"mots_cles: [a]\n", b"verifie_le: 2026-11-23\n",
    b"droits: [sejour]\n", b"rubrique: menu\n", b"ordre: 1\n", b"code: d3\n", b"papier: false\n", b"livret: true\n",
    b"francais: {tete: \"a\"}\n", b"relecture: ", b"{#id}", b"## ",
)  # fmt: skip
_FRENCH = (
    "---\ntitle: Travail\ndescription: Droits\nsummary: Oui\nverifie_le: 2026-11-23\nsources: []\nmots_cles: [a]\n"
    "rubrique: menu\nordre: 2\ncode: d3\n---\n## En bref {#en-bref}\n\nOui.\n"
)
_THEIRS = "---\ntitle: Work\ndescription: Rights\nsummary: Yes\nmots_cles: [a]\n---\n## In short {#en-bref}\n\nYes.\n"
_SOURCES = sources()


def seeds() -> Iterator[bytes]:
    yield b"f" + _FRENCH.encode()
    yield b"f" + _FRENCH.replace("sources: []", f"sources: [{next(iter(_SOURCES))}]\ndroits: [sejour]").encode()
    yield b"t" + _THEIRS.encode()
    marks = ", ".join(f'{name}: "{mark}"' for name, mark in fingerprint.sections(_FRENCH).items())
    yield b"t" + _THEIRS.replace("\n---\n##", f"\nfrancais: {{{marks}}}\nrelecture: me\n---\n##").encode()


def one(data: bytes) -> None:
    text = data[1:].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    name = "docs/en/droits/travail.md" if data[:1] == b"t" else "docs/fr/droits/travail.md"
    try:
        found = read_translation(text, name, _french(), _FRENCH) if data[:1] == b"t" else read(text, name, _SOURCES)
    except PageError as error:
        assert all(line.startswith(f"{name}:") for line in str(error).splitlines()), error
        return
    for said in (found.title, found.description, found.summary, found.label, found.section, found.template, found.code):
        assert isinstance(said, str)
    assert all(isinstance(item, str) for item in (*found.sources, *found.keywords, *found.rights, *found.stale))
    assert isinstance(found.order, int) and isinstance(found.reviewed, str)


def _french() -> Front:
    return read(_FRENCH, "docs/fr/droits/travail.md", _SOURCES)
