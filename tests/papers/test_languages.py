"""The catalogues of the cards: complete, made from today's French, with its numbers and its terms; else left out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from checker.fingerprint import fingerprint
from checker.papers import cards, languages
from checker.papers.languages import LANGUAGES, Language
from tests.papers.test_papers import API, DATES, made
from tests.wiring import RULES

STRINGS = cards.strings(RULES.base)
# What the reader must be able to say and to recognise at a French counter.
TERMS = (
    "récépissé",
    "attestation de prolongation d’instruction",
    "attestation de décision favorable",
    "titre de séjour",
    "commission du titre de séjour",
    "carte de résident",
    "carte pluriannuelle",
    "Il autorise son titulaire à travailler",
    *("CESEDA", "PUMa", "C2S", "AAH", "CAF", "MSA", "CPAM", "France Travail", "La Poste", "Hautes-Pyrénées"),
)
NUMBERS = re.compile(r"(?:[A-Z]\. ?)?\d+(?:[-.]\d+)*")
ALL = languages.languages()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_files_are_the_languages() -> None:
    folder = Path(languages.__file__).parent / "langues"
    assert sorted(path.stem for path in folder.iterdir()) == sorted(LANGUAGES)
    assert [language.id for language in ALL] == list(LANGUAGES)
    assert [language.dir for language in ALL] == ["ltr", "rtl"]
    for path in folder.iterdir():
        assert set(json.loads(path.read_text("utf-8"))) == {"lang", "name", "dir", "reviewed", "strings"}


@pytest.mark.parametrize("language", ALL, ids=lambda language: language.id)
def test_each_catalogue_is_complete_and_up_to_date(language: Language) -> None:
    stale = [f"{key} ({fingerprint(text)}): {text}" for key, text in STRINGS.items() if not language.say(key, text)]
    assert stale == [], "translate these again, with the fingerprint in brackets"
    assert set(language.strings) == set(STRINGS), "entries of texts that no card says any more"


@pytest.mark.parametrize("language", ALL, ids=lambda language: language.id)
@pytest.mark.parametrize("key", sorted(STRINGS))
def test_numbers_and_terms_are_kept(language: Language, key: str) -> None:
    french, said = plain(STRINGS[key]), plain(language.say(key, STRINGS[key]) or "")
    assert sorted(NUMBERS.findall(said)) == sorted(NUMBERS.findall(french))
    for term in TERMS:
        # Beside an attestation or a receipt, the permit itself is only glossed.
        beside = term == "titre de séjour" and ("attestation" in french or "récépissé" in french)
        assert beside or term not in french or term in said, term
    assert len(said) < 2 * len(french) + 60


def test_the_months_and_the_day() -> None:
    for language in ALL:
        months = (language.say(cards.MONTHS, cards.MONTHS_IN_FRENCH) or "").split(", ")
        assert len(set(months)) == 12
        pattern = language.say(cards.DAY, cards.DAY_FR) or ""
        assert {"{day}", "{month}", "{year}"} <= set(re.findall(r"\{\w+\}", pattern))


def test_a_card_says_its_day_in_each_language() -> None:
    (card,) = [card for card in made(answers=API, dates=DATES)["cards"] if card["id"] == "employeur"]
    assert card["translations"]["en"]["until"] == "until 31 December 2026"
    assert "31" in card["translations"]["ar"]["until"] and "2026" in card["translations"]["ar"]["until"]
    assert {words["reviewed"] for words in card["translations"].values()} == {False}
    undated = made(answers=API | {"fin_document": "en_cours", "expiration": "moins_de_3_mois"}, dates={})["cards"]
    (card,) = [card for card in undated if card["id"] == "guichet"]
    assert card["until"] == "jusqu’à la date de fin écrite sur l’attestation"
    assert card["translations"]["en"]["until"].startswith("until the end date")


@pytest.mark.parametrize("key", ["phrase.api_travail", "carte.employeur", "fin.jour", "mois"])
@pytest.mark.parametrize("stale", [True, False])
def test_a_stale_or_missing_text_leaves_the_language_out(
    monkeypatch: pytest.MonkeyPatch, key: str, stale: bool
) -> None:
    english, arabic = ALL
    strings = dict(english.strings)
    if stale:
        strings[key] = {**strings[key], "of": "00000000"}
    else:
        del strings[key]
    monkeypatch.setattr(cards, "languages", lambda: (replace(english, strings=strings), arabic))
    found = {card["id"]: card for card in made(answers=API, dates=DATES)["cards"]}
    assert set(found["employeur"]["translations"]) == {"ar"}
    if key.startswith(("phrase.", "carte.")):
        assert set(found["police"]["translations"]) == {"en", "ar"}
