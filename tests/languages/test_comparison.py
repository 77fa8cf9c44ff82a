"""Each planted fault of a translation is found, on its line; what languages write another way is not a fault."""

from __future__ import annotations

import pytest

from portal.languages.comparison import differences, numbers, problems

FRENCH = """# Titre

Le récépissé vaut [[ delais.x ]] ([[ cite("ceseda-r431-5", "R. 431-5") ]]).

- Payez 5 000 € avant le 1er mai, art. L. 433-3 du CESEDA. **Attention**
- [Lire](a.md#b)

| Papier | Oui |
| --- | --- |
| API | 2,5 |
"""
ENGLISH = """# Title

The « récépissé » (receipt) lasts [[ delais.x ]] ([[ cite("ceseda-r431-5", "rule") ]]).

- Pay 5,000 € before 1 May, art. L. 433-3 of the CESEDA. **Beware**
- [Read](a.md#b)

| Paper | Yes |
| --- | --- |
| API | 2.5 |
"""


def found(english: str) -> list[str]:
    return [*problems(FRENCH, english, "docs/en/a.md", 9, ("récépissé",))]


def test_a_good_translation_has_no_fault() -> None:
    assert found(ENGLISH) == []
    assert found(ENGLISH.replace("5,000", "٥٠٠٠")) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("# Title", "## Title", 9, "another shape"),
        ("\n\nThe", "\nThe", 10, "another shape"),
        ("delais.x", "delais.y", 11, "variables"),
        ("ceseda-r431-5", "ceseda-r431-6", 11, "variables"),
        ("5,000", "500", 13, "numbers"),
        ("1 May", "May", 13, "numbers"),
        ("L. 433-3", "L. 433-4", 13, "articles"),
        ("**Beware**", "Beware", 13, "bold"),
        ("CESEDA", "code", 13, "CESEDA is not kept"),
        ("a.md#b", "a.md#c", 14, "links"),
        ("| Paper | Yes |", "| Paper |", 16, "another shape"),
        ("2.5", "3.5", 18, "numbers"),
        ("récépissé", "receipt", 9, "“récépissé” is nowhere"),
        ("| API | 2.5 |\n", "", 18, "another shape"),
    ],
)
def test_each_fault_is_named_with_its_line(old: str, new: str, line: int, said: str) -> None:
    faults = found(ENGLISH.replace(old, new, 1))
    assert len(faults) == 1, faults
    assert faults[0].startswith(f"docs/en/a.md:{line}: ")
    assert said in faults[0]


def test_numbers_are_the_same_in_every_usage() -> None:
    assert numbers("5 000, 5\u00a0000, 5,000 et ٥٠٠٠") == ["5000"]
    assert numbers("2,5 % ou 2.5 %") == ["25"]
    assert numbers("art. L. 433-3 et [x](a-2.md)") == []
    assert numbers("2026年5月6日") == numbers("6 mai 2026")


def test_places_of_a_short_text_are_kept() -> None:
    assert not [*differences("Encore {count} questions", "{count} questions left")]
    assert [*differences("Encore {count} questions", "Questions left")]


def test_what_could_be_read_in_two_ways_is_read_once() -> None:
    """A line of variables without an end doubled the time with each; an address of “@” alone took its cube."""
    for text in ("](" + "[[]]" * 5_000, "](" + "[[ a ]]" * 2_000 + " x", "<@" * 50_000):
        assert [*differences(text, text)] == []
