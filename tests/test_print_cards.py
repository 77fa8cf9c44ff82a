"""The cards to show: the words of the rules and no others, on a grid whose two sides meet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from checker.compiled import compiled
from checker.engine.conditions import ALWAYS, NEVER
from checker.engine.model import Outcome
from checker.papers import papers
from checker.rules.situations import SITUATION
from portal import edition, printing
from portal.gates.cases import read_cases
from portal.printing import cards, content, pocket
from portal.printing.typography import set_text
from tests.print_reading import on_paper, qr_codes, text, words
from tests.print_sheets import assert_legible, assert_pages, assert_sound, text_within

BASE = compiled().base
PEOPLE = read_cases(Path(__file__).parents[1])
WIDE, HIGH, LEFT, TOP = 85, 54, 20, 13.5
DPI = 100


@pytest.fixture(scope="module")
def folder(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("cartes")
    printing.write(root, site, root / "node_modules", only=["cartes"], folder=target)
    return target / "cartes" / "fr"


@pytest.fixture(scope="module")
def read(root: Path, site: Path) -> content.Content:
    return content.load(root, site, edition.load(root))


def cell(pdf: Path, number: int, row: int, column: int) -> str:
    left, top = LEFT + column * WIDE, TOP + row * HIGH
    return text_within(pdf, number, (left, top, left + WIDE, top + HIGH))


def test_one_sheet_for_each_paper_that_proves_something(folder: Path) -> None:
    assert sorted(file.stem for file in folder.glob("*.pdf")) == sorted(pocket.SHEETS)
    named = [situation for situations in pocket.SHEETS.values() for situation in situations]
    assert len(named) == len(set(named))
    every = set(SITUATION.est(*named).values)
    without = [option.id for option in SITUATION.options if option.id not in every]
    # Elsewhere, no card that any date of the reader leaves as it is: health is counted from the end of the permit.
    left = {card.title for other in without for card in pocket.cards(BASE, (other,))}
    assert left <= {"Pour la banque\u00a0: le compte"}


@pytest.mark.parametrize("name", pocket.SHEETS)
def test_sheet(root: Path, name: str, folder: Path, read: content.Content) -> None:
    pdf = folder / f"{name}.pdf"
    assert_pages(pdf, 2, 210, 297)
    assert_sound(pdf)
    assert_legible(pdf)
    assert qr_codes(pdf, DPI) == [(2, on_paper(root, "fr/documents.html"))] * 10

    data = cards.build(read, pocket.SHEETS[name])
    printed = data["cards"]
    assert len(printed) == 10
    for number, card in enumerate(printed):
        row, column = divmod(number, 2)
        front, back = cell(pdf, 0, row, column), cell(pdf, 1, row, 1 - column)
        for said in (card["title"], card["proves"], card["until"], card["article"]):
            assert not words(said) - words(front), (number, said)
        for said in (*card["show"], "Valable seulement si", "Ceci n’est pas un papier officiel", "À jeter après le"):
            assert not words(said) - words(back), (number, said)
        assert not words(" ".join(card["conditions"])) - words(front + back)
        assert "_" in front or not card["until"]
    for number in (0, 1):
        inside = "\n".join(cell(pdf, number, row, column) for row in range(5) for column in range(2))
        outside = words(text(pdf, "-f", str(number + 1), "-l", str(number + 1))) - words(inside)
        above = f"{data['situation']} {data['own']['cards']['turn']}" if number == 0 else data["own"]["foot"]
        assert not outside - words(above)


def test_marks_show_where_to_cut(folder: Path) -> None:


    for number in (0, 1):
        image = PdfDocument(folder / "api.pdf")[number].render(scale=DPI / 72).to_pil().convert("L")

        def dark(left: float, top: float, right: float, bottom: float, image: Any = image) -> bool:
            box = tuple(round(side * DPI / 25.4) for side in (left, top, right, bottom))
            return bool(image.crop(box).getextrema()[0] < 200)

        for column in range(3):
            x = LEFT + column * WIDE
            assert dark(x - 0.6, 8, x + 0.6, 10) and dark(x - 0.6, 287, x + 0.6, 289)
            assert column == 2 or not dark(x + 2, 8, x + 20, 10)
        for row in range(6):
            y = TOP + row * HIGH
            assert dark(14, y - 0.6, 16, y + 0.6) and dark(194, y - 0.6, 196, y + 0.6)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_the_checker_gives_the_same_cards(person: Any) -> None:
    """Each card that the checker makes, and whose end is not computed, is on the sheet of the situation."""
    situations = [all for all in pocket.SHEETS.values() if person.expected["situation"] in all]
    found = papers(person.request)["cards"]
    if not situations:
        return
    printed = {(card.title, card.proves, card.article) for card in pocket.cards(BASE, situations[0])}
    for card in found:
        if card["proves"] not in computed():
            assert (card["title"], card["proves"], card["article"]) in printed


def computed() -> set[str]:
    """The sentences that always go with an end counted from a date of the reader."""
    cases = [case for right in BASE.rights for case in right.cases if case.statement]
    ends = {(case.statement.text, bool(case.until and case.until.offset.months)) for case in cases if case.statement}
    return {said for said, counted in ends if counted and (said, False) not in ends}


def test_the_people_of_the_tests_reach_every_sheet() -> None:
    """Otherwise the comparison with the checker would prove less than it says."""
    met = {person.expected["situation"] for person in PEOPLE if papers(person.request)["cards"]}
    assert all(met & set(situations) for situations in pocket.SHEETS.values())


def test_every_printed_sentence_is_favourable_and_of_the_rules() -> None:
    rules = {
        (case.statement.text, case.outcome)
        for right in BASE.rights
        for case in right.cases
        if case.statement is not None
    }
    for situations in pocket.SHEETS.values():
        for card in pocket.cards(BASE, situations):
            outcomes = {outcome for said, outcome in rules if said == card.proves}
            assert outcomes and outcomes <= {Outcome.KEPT, Outcome.CONDITIONAL}
            assert set_text(card.proves, "fr").count("trois mois au plus") == 0


def test_situations_of_a_condition() -> None:
    api = SITUATION.est("api", "refus")
    assert pocket.among(api) == {"api", "refus"}
    assert pocket.among(api & SITUATION.est("api")) == {"api"}
    assert pocket.among(api | SITUATION.est("accord")) == {"api", "refus", "accord"}
    assert pocket.among(~api) == pocket.EVERY - {"api", "refus"}
    assert pocket.among(~(api & ALWAYS)) == pocket.among(ALWAYS) == pocket.EVERY
    assert pocket.among(NEVER) == frozenset()
