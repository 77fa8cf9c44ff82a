"""Cards to show, printed before anyone needs them: ten to an A4 sheet, two sides, one sheet for each paper held."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from checker.rules import guichets
from checker.rules.base import BASE
from portal.pages import SITE_NAME
from portal.printing import pocket
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

TEN = 10
"""Cards on a sheet: two columns of five."""

SITUATIONS = {situation.id: situation.title for situation in BASE.situations}


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """cartes/fr/api.pdf and the others of pocket.SHEETS."""
    for name, situations in pocket.SHEETS.items():
        yield f"cartes/{content.lang}/{name}.pdf", press.pdf("cards.typ", build(content, situations))


def build(content: Content, situations: tuple[str, ...]) -> Node:
    """data.json of the sheet for who is in one of `situations`: every card there is, then the first ones again."""
    cards = list(pocket.cards(BASE, situations))
    if not 0 < len(cards) <= TEN:
        raise PrintingError(f"{', '.join(situations)}: {len(cards)} cards, for a sheet of {TEN}. See pocket.SHEETS.")
    # The words on a card are those of the rules, in French whatever the language of the pages.
    shown = [
        {
            "title": _set(card.title),
            "proves": _set(card.proves),
            "until": _set(card.until),
            "article": _set(card.article),
            "show": [_set(text) for text in card.show],
            "conditions": [_set(text) for text in card.conditions],
        }
        for card in cards
    ]
    return {
        **content.letters,
        "site": SITE_NAME,
        "own": content.own,
        "labels": {"until": _set(guichets.JUSQU_A), "show": _set(guichets.A_MONTRER)},
        "situation": _set(SITUATIONS[situations[0]]),
        "qr": content.code(f"{content.lang}/documents.html"),
        "cards": list(islice(cycle(shown), TEN)),
    }


def _set(text: str) -> str:
    return set_text(text, "fr")
