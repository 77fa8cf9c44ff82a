"""A PO file that cannot be read, or that would write more than a text, is refused with its line or its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.languages import po, po_file

FRENCH = (
    '---\ntitle: "Travail"\ndescription: "Droits"\nsummary: "Oui"\nmots_cles: [a]\n---\n'
    "## En bref {#en-bref}\n\nOui.\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "fr").mkdir(parents=True)
    (tmp_path / "docs" / "fr" / "travail.md").write_text(FRENCH, "utf-8")
    return tmp_path


def translated(root: Path, old: str = "", new: str = "") -> str:
    """The PO of the page, each text translated by itself, then `old` by `new`."""
    file = po_file.read(po.export_page(root, "es", "travail.md"), "travail.md")
    for entry in file:
        entry.msgstr = new if entry.msgid == old else entry.msgid
    return str(file)


def test_a_whole_translation(root: Path) -> None:
    made = po.import_page(root, "es", "travail.md", translated(root, "Travail", "Trabajo"))
    assert 'title: "Trabajo"' in made


@pytest.mark.parametrize(
    ("text", "place"),
    [("x", ", line 1"), ('msgid "a"\nmsgstr[b] "c"\n', ", line 2"), ("\0", ", line 1"),
     ("a" * 5000, ", line 1")],
)  # fmt: skip
def test_what_is_no_po(text: str, place: str, root: Path) -> None:
    with pytest.raises(BuildError, match=f"^the PO of travail.md{place}: not readable") as caught:
        po.import_page(root, "es", "travail.md", text)
    assert caught.value.remedy


def test_a_text_is_never_taken_for_the_name_of_a_file(root: Path) -> None:
    (root / "secret.po").write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    with pytest.raises(BuildError, match="line 1: not readable"):
        po_file.read(str(root / "secret.po"), "travail.md")


def test_what_the_tool_of_a_translator_keeps_of_an_older_french_is_left_out(root: Path) -> None:
    old = '\n#~ msgctxt "tete.ancien"\n#~ msgid "Ancien"\n#~ msgstr "Viejo"\n'
    assert po.import_page(root, "es", "travail.md", translated(root) + old)


@pytest.mark.parametrize("text", ["a\nb", "a\rb"])
@pytest.mark.parametrize("french", ["Travail", "Oui."])
def test_a_text_of_several_lines(text: str, french: str, root: Path) -> None:
    with pytest.raises(BuildError, match="more than one line"):
        po.import_page(root, "es", "travail.md", translated(root, french, text))


@pytest.mark.parametrize(
    ("french", "text"), [("Travail", 'El "trabajo"'), ("Travail", "x\\"), ("a", "[b"), ("Travail", '", sources: ["')]
)
def test_a_text_that_would_write_other_keys(french: str, text: str, root: Path) -> None:
    with pytest.raises(BuildError, match="quotes or brackets"):
        po.import_page(root, "es", "travail.md", translated(root, french, text))


def test_a_text_without_its_place_is_named(root: Path) -> None:
    with pytest.raises(BuildError, match="such as “Otro”"):
        po.import_page(root, "es", "travail.md", 'msgid "Otro"\nmsgstr "x"\n')


def test_quotes_may_be_written(root: Path) -> None:
    made = po.import_page(root, "es", "travail.md", translated(root, "Travail", 'El \\"trabajo\\"'))
    assert 'title: "El \\"trabajo\\""' in made


def test_a_reviewer_is_a_text_too(root: Path) -> None:
    text = translated(root).replace("X-Relecture: ", 'X-Relecture: yo\\", code: \\"a')
    assert "code" in text
    with pytest.raises(BuildError, match="quotes or brackets"):
        po.import_page(root, "es", "travail.md", text)
