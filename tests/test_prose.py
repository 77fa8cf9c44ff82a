"""The gates on words: each refuses what it is made for, and lets the rest pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from portal import law
from portal.frontmatter import Front
from portal.prose import check_pages, check_texts
from portal.prose.acronyms import link_first, unexplained
from portal.prose.numbers import typed_numbers
from portal.prose.readability import BRIEF, DETAIL, LAW, LIMITS, Measure, faults, measures

GLOSSARY = {
    "api": {"terme": "API", "sens": "Un papier."},
    "caf": {"terme": "CAF", "formes": ["CNAF"], "sens": "Une caisse."},
}
FRONT = Front("Titre", "D", "S", "2026-11-23", (), (), 3)


def prose(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(f"<div class='prose'>{text}</div>")


@pytest.mark.parametrize(
    "typed",
    [
        *("4 mois", "quatre mois", "180 €", "60 %", "120 jours", "deux ans", "1 500 €", "Trois mois", "cent euros"),
        *("quatorze jours", "vingt et un jours", "quatre-vingt-dix jours", "trente-deux ans", "quarante-huit heures"),
    ],
)
def test_typed_numbers_are_found(typed: str) -> None:
    assert [words for _, words in typed_numbers(f"Une ligne.\nIl y a {typed} ici.")] == [typed]


@pytest.mark.parametrize(
    "text",
    ["[[ delais.recours ]]", "un mois donné", "article L. 433-3", "le 5 mai 2026", "une heure", "10 mots", "F36206"],
)
def test_other_numbers_pass(text: str) -> None:
    assert list(typed_numbers(text)) == []


def test_a_typed_number_is_placed_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/a.md").write_text("---\n---\nTexte.\n\nAttendez [[ x.y ]] puis 4 mois.\n", "utf-8")
    (fault,) = check_texts(tmp_path, {"fr/a.md": FRONT})
    assert fault.startswith("docs/fr/a.md:5: “4 mois” is typed. Write [[ delais.x ]]")


def test_the_first_use_of_an_acronym_leads_to_the_glossary() -> None:
    root = prose("<h2>API</h2><p>L’API et la CAF. Encore l’API. <a href='x'>CAF</a> <code>API</code></p><p>CNAF</p>")
    link_first(root, GLOSSARY, lambda name: f"glossaire.html#{name}")
    links = root.xpath(".//a[@class='term']")
    found = [(link.text, link.get("href")) for link in links]
    assert found == [("API", "glossaire.html#api"), ("CAF", "glossaire.html#caf")]
    assert root.text_content() == "APIL’API et la CAF. Encore l’API. CAF APICNAF"


def test_unknown_acronyms_are_named_once() -> None:
    text = "<p>API, ZZT, ZZT, XIV, F36206, RLD-UE.</p><blockquote>QQQ</blockquote><p><a class='cite'>WWW</a></p>"
    assert list(unexplained(prose(text), GLOSSARY)) == ["ZZT"]


def test_levels_are_told_apart() -> None:
    text = (
        "<p>Un mot.</p><h2 id='en-bref'>En bref</h2><ul><li>Gardez tout.</li><li>Restez calme. Lisez ceci.</li></ul>"
        "<h2 id='b'>Suite</h2><p>Une phrase (<a class='cite'>CESEDA</a>) ici.</p>"
        "<table><tr><td>Non compté</td></tr></table>"
        "<details class='law'><summary><h2 id='loi'>La loi</h2></summary><p>Texte de loi.</p></details>"
    )
    found = {measure.level: measure for measure in measures(prose(text))}
    assert {level: measure.words for level, measure in found.items()} == {BRIEF: 6, DETAIL: 5, LAW: 5}
    assert found[BRIEF].mean == 2


def test_limits_are_enforced_and_the_law_is_only_reported() -> None:
    long = " ".join(["mot"] * 30)
    hard = Measure(BRIEF, 79.9, 10.1, 30, ((long, 30), ("court", 1)))
    assert [fault.split(":")[1].split()[0] for fault in faults(hard)] == ["reading", "10.1", "a"]
    assert list(faults(Measure(BRIEF, 80, 10, 30, (("court", 16),)))) == []
    assert list(faults(Measure(LAW, 0, 99, 99, ((long, 99),)))) == []
    assert LIMITS[DETAIL].longest > LIMITS[BRIEF].longest


def test_hard_words_lower_the_ease() -> None:
    easy, hard = (
        next(measures(prose(f"<p>{text}</p>"))).ease
        for text in ("Le chat dort. Il a bu. Il est là.", "L’administration procède à l’instruction réglementaire.")
    )
    assert easy > 90 > 60 > hard


def test_every_page_of_the_site_passes(root: Path, site: Path) -> None:
    from portal.frontmatter import read_all

    fronts = read_all(root / "docs", law.sources())
    assert list(check_texts(root / "docs", fronts)) == []
    assert list(check_pages(site, fronts, law.data(root)["glossaire"])) == []
