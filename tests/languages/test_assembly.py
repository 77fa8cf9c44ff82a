"""A section whose French has changed is published in French, and said to be; the others stay translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.finish import finish
from portal.frontmatter import PageError, read_all
from portal.languages.assembly import assembled
from portal.languages.checks import faults
from tests.languages.project import ENGLISH, FRENCH, make, write

GLOSSARY = {"recepisse": {"terme": "récépissé", "garder": True}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path)


def test_a_translation_of_today_is_whole(project: Path) -> None:
    front = read_all(project / "docs", {})["en/a.md"]
    assert (front.lang, front.stale, front.title, front.code, front.order) == ("en", (), "One", "z1", 1)
    assert assembled(FRENCH, ENGLISH, front.stale) == ENGLISH.split("---\n", 2)[2]
    assert [*faults(project, read_all(project / "docs", {}), GLOSSARY)] == []


def test_a_section_that_changed_is_in_french(project: Path) -> None:
    now = FRENCH.replace("3 mois", "4 mois")
    write(project, "fr", now)
    fronts = read_all(project / "docs", {})
    assert fronts["en/a.md"].stale == ("en-bref",)
    body = assembled(now, ENGLISH, fronts["en/a.md"].stale)
    assert "4 mois" in body
    assert "3 months" not in body
    assert "Two." in body
    # A number that changed stops no build: it is not published in its old translation.
    assert [*faults(project, fronts, GLOSSARY)] == []


def test_a_new_section_is_in_french(project: Path) -> None:
    now = FRENCH + "\n## Encore {#encore}\n\nTrois.\n"
    write(project, "fr", now)
    stale = read_all(project / "docs", {})["en/a.md"].stale
    assert stale == ("encore",)
    assert assembled(now, ENGLISH, stale).endswith("Two.\n\n## Encore {#encore}\n\nTrois.\n")


def test_what_is_in_french_says_so() -> None:
    t = {"name": "English", "callouts": {}, "translation": {"section": "This part has changed."}}
    made = '<h1>One</h1><p>a</p><h2 id="en-bref">En bref</h2><p>b</p><h2 id="suite">More</h2><p>c</p>'
    body = finish(made, "en", t, in_french=("en-bref",)).body
    assert '<p class="late" role="note">This part has changed.</p><h2 id="en-bref" lang="fr" dir="ltr">' in body
    assert '<p lang="fr" dir="ltr">b</p>' in body
    assert "<p>c</p>" in body


def test_a_page_without_translation_has_the_french_front(project: Path) -> None:
    (project / "docs/en/a.md").unlink()
    front = read_all(project / "docs", {})["en/a.md"]
    assert (front.lang, front.title) == ("fr", "Un")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "mots_cles: [a]",
            "mots_cles: [a]\nordre: 2",
            "docs/en/a.md:6: `ordre` is that of the French page. Remove it.",
        ),
        ('title: "One"\n', "", "docs/en/a.md:1: no `title` in the front matter. Translate it."),
        ("mots_cles: [a]", "mots_cles: a", "docs/en/a.md:5: `mots_cles` is not a list of texts"),
        ("mots_cles: [a]", "mots_cles: [a]\nfrancais: x", "docs/en/a.md:6: `francais` is not a list of fingerprints"),
    ],
)
def test_the_front_of_a_translation_is_checked(project: Path, old: str, new: str, said: str) -> None:
    write(project, "en", ENGLISH.replace(old, new, 1))
    with pytest.raises(PageError, match=said.replace(".", r"\.").replace("(", r"\(")):
        read_all(project / "docs", {})


def test_a_page_of_no_language_and_a_page_of_no_french_are_refused(project: Path) -> None:
    write(project, "xx", ENGLISH)
    (project / "docs/en/b.md").write_text(ENGLISH, "utf-8")
    with pytest.raises(PageError) as error:
        read_all(project / "docs", {})
    assert "docs/xx/a.md: docs/xx has no interface, so nothing of it can be shown." in str(error.value)
    assert "docs/en/b.md: no page docs/fr/b.md that it translates. Remove it." in str(error.value)


def test_a_number_that_differs_stops_the_build(project: Path) -> None:
    page = (project / "docs/en/a.md").read_text("utf-8")
    write(project, "en", page.replace("3 months", "30 months").replace("« récépissé » (receipt)", "receipt"))
    found = [*faults(project, read_all(project / "docs", {}), GLOSSARY)]
    assert len(found) == 2
    assert found[0].startswith("docs/en/a.md:13: not the same numbers as in French: −3 +30.")
    assert "“récépissé” is nowhere" in found[1]


def test_a_fault_of_the_french_is_said_once(project: Path) -> None:
    """Not again for each language that shows the French for want of a translation."""
    again = (project / "docs/fr/a.md").read_text("utf-8").replace("code: z1", "code: z2")
    (project / "docs/fr/b.md").write_text(again, "utf-8")
    with pytest.raises(PageError) as error:
        read_all(project / "docs", {})
    said = str(error.value).splitlines()
    assert [line.partition(": ")[0] for line in said] == ["docs/fr/b.md:2", "docs/fr/b.md:1"]
