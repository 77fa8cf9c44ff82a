"""The legal texts of all chapters as one numbered list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from string import ascii_uppercase

from lxml import etree

from portal.languages.catalogue import CANONICAL
from portal.printing.links import Node
from portal.printing.normalize import Page, classes, text_of
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError


def _entry(item: etree._Element, page: Page) -> tuple[str, str, str]:
    """(name, quote or "", note) of one <li id="source-…"> of a page."""
    name = [text_of(p) for p in item.iter("p") if "source-name" in classes(p)]
    quote = [text_of(quote) for quote in item.iter("blockquote")]
    notes = [text_of(p) for p in item.iterchildren("p") if "source-name" not in classes(p)]
    if len(name) != 1 or len(quote) > 1:
        raise PrintingError(f"{page.path}: {item.get('id')} has no single name and quote. See the macro of the theme.")
    note = " ".join(note[:1].upper() + note[1:] for note in notes if note)
    return name[0], quote[0] if quote else "", note


def collect(pages: Iterable[Page], numbers: dict[str, int]) -> Node:
    """{"entries": [...], "notes": [...]}: every text of the pages once, cited ones first.

    What is said of many texts in the same words (how they were read, in what state) becomes a
    lettered note, the most frequent first: an entry carries its letter.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for page in pages:
        for item in page.sources:
            found.setdefault(item.get("id"), _entry(item, page))
    for key in found:
        numbers.setdefault(key, len(numbers) + 1)
    lang = next(iter(pages)).lang
    ranked = [note for note, _ in Counter(note for _, _, note in found.values()).most_common()]
    letters = {note: ascii_uppercase[rank] for rank, note in enumerate(ranked) if rank < len(ascii_uppercase)}
    entries = []
    for key in sorted(found, key=numbers.__getitem__):
        name, quote, note = found[key]
        entries.append(
            {
                "id": key,
                "n": numbers[key],
                "name": set_text(name, CANONICAL),
                "quote": set_text(f"« {quote} »", CANONICAL) if quote else "",
                "letter": letters[note],
            }
        )
    return {"entries": entries, "notes": [{"letter": letters[note], "text": set_text(note, lang)} for note in ranked]}
