"""The evidence log: what the dossier asks to keep, why, and a table to fill in."""

from __future__ import annotations

import re

from checker.papers.log import log
from checker.rules.carnet import CARNET
from portal.gates.wording import faults
from tests.wiring import RULES


def said(**answers: str) -> str:
    found = log(RULES.base, answers)
    lines = [found["intro"]]
    for group in found["groups"]:
        lines += [group["title"], *(f"{item['text']} {item['why'] or ''}" for item in group["items"])]
    return "\n".join(lines)


def test_what_must_be_kept() -> None:
    text = said(voie="anef")
    for words in ("plus d’une semaine", "numéro du dossier", "Centre de contact", "recommandée", "paie", "complet"):
        assert words in text
    assert len(log(RULES.base, {})["columns"]) == 5


def test_a_counter_has_no_screen() -> None:
    text = said(voie="guichet")
    assert "Captures" not in text and "Centre de contact" not in text and "recommandée" in text
    assert said() == said(voie="anef")


def test_each_reason_has_its_source_and_is_listed_once() -> None:
    sources = [source["id"] for source in log(RULES.base, {})["sources"]]
    assert len(sources) == len(set(sources)) >= 8
    for group in CARNET.groups:
        for proof in group.proofs:
            if re.search(r"[Ss]elon|délai|administration", proof.why):
                assert proof.sources, proof.text
            if re.search(r"décision de|avis de", proof.why):
                assert "résumé lu" in proof.why


def test_the_words_are_set_as_french_is() -> None:
    found = log(RULES.base, {})
    items = [item for group in found["groups"] for item in group["items"]]
    texts = [found["title"], found["intro"], *found["columns"], *(group["title"] for group in found["groups"])]
    for text in (*texts, *(item["text"] for item in items), *(item["why"] for item in items if item["why"])):
        assert list(faults(text)) == [], text
