"""A translation against its French: same lines, links, variables, numbers and legal terms, or the build stops.

What cannot be compared by a machine, whether the sentence says the same, is what a reviewer is for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from portal.languages.segments import Line, lines

# cite("id", "words") and dessin("id", "words"): the words are translated, the id is not.
_VARIABLE = re.compile(r"\[\[.*?\]\]")
_WORDS = re.compile(r'((?:cite|dessin)\("[^"]*"), ?"[^"]*"')
# Nothing is tried twice: each "[[ ]]" that could be read in two ways would double the time.
_TARGET = re.compile(r"\]\(((?>\[\[.*?\]\]|[^)\s])++)\)")
_ADDRESS = re.compile(r"\[\[.*?\]\]|\]\([^)]*\)|https?://[^\s)>]+|<[^<>@\s]+@[^<>@\s]+>")
_NUMBER = re.compile(r"\d+(?:[\u00a0\u202f .,]\d{3}(?!\d))*(?:[.,]\d{1,2}(?!\d))?")
_ARTICLE = re.compile(r"\b[LRDA]\.\*?[\s\u00a0]?\d+(?:-\d+)*")
# The months of Chinese are numbers.
_MONTH = re.compile(r"\d{1,2}\s?月")
_ACRONYM = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])[A-Z][A-Za-z0-9]+(?:-[A-Z]{2,})?\b")
_PLACE = re.compile(r"\{\w+\}")
_STRONG = re.compile(r"\*\*")
_BRACKETS = "[]"


def problems(body: str, translated: str, name: str, first: int = 1, terms: Sequence[str] = ()) -> Iterator[str]:
    """What differs between `body`, that of a French page, and `translated`, which begins on the line `first` of the
    file `name`; one message each. `terms` are the French words that a page must keep when its French has them."""
    originals, found = [*lines(body)], [*lines(translated, first)]
    for original, line in zip(originals, found, strict=False):
        if shape(original) != shape(line):
            yield (
                f"{name}:{line.number}: the line has another shape than in French "
                f"(“{_short(original)}”). Keep one line for each line: heading, item, row, callout."
            )
            return
        for fault in _differences(original, line):
            yield f"{name}:{line.number}: {fault}"
    if len(originals) != len(found):
        yield (
            f"{name}:{found[-1].number}: {len(found)} lines of text, and {len(originals)} in French. "
            "Keep one line for each line."
        )
    french, said = (folded(_ADDRESS.sub("", text)) for text in (body, translated))
    for term in terms:
        word = re.compile(rf"\b{re.escape(folded(term))}s?\b")
        if word.search(french) and not word.search(said):
            yield f"{name}:{first}: “{term}” is nowhere. Keep the French term, with its meaning beside it."


def shape(line: Line) -> tuple[str, ...]:
    """What may not change in a line, spaces apart; a table may be as wide as it wants."""
    return tuple(" ".join(piece.split()) for piece in line.skeleton)


def _differences(original: Line, line: Line) -> Iterator[str]:
    if not all(text.strip() for text in line.texts):
        yield "an empty text. Translate it."
    yield from differences(" ".join(original.texts), " ".join(line.texts))


def differences(ours: str, theirs: str) -> Iterator[str]:
    """What `theirs` does not keep of the French text `ours`."""
    checks = (
        ("variable", variables(ours), variables(theirs)),
        ("place", _PLACE.findall(ours), _PLACE.findall(theirs)),
        ("link", _TARGET.findall(ours), _TARGET.findall(theirs)),
        ("article", articles(ours), articles(theirs)),
        ("number", numbers(ours), numbers(theirs)),
        ("bold mark", _STRONG.findall(ours), _STRONG.findall(theirs)),
    )
    for what, wanted, found in checks:
        missing, added = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
        if missing or added:
            said = [f"{sign}{item}" for sign, items in (("−", missing), ("+", added)) for item in items.elements()]
            yield f"not the same {what}s as in French: {' '.join(said)}. Keep those of the French line."
    lost = set(_ACRONYM.findall(_ADDRESS.sub("", ours))) - set(_ACRONYM.findall(_ADDRESS.sub("", theirs)))
    if lost:
        yield f"{', '.join(sorted(lost))} is not kept. Keep the acronym; say what it means beside it."
    for mark in _BRACKETS:
        if ours.count(mark) != theirs.count(mark):
            yield f"not as many “{mark}” as in French. A link or a variable is open or written twice."


def variables(text: str) -> list[str]:
    """The variables of a text, without the words that are translated in them."""
    return [_WORDS.sub(r"\1", variable) for variable in _VARIABLE.findall(text)]


def articles(text: str) -> list[str]:
    """Numbers of articles in plain words, "L.433-3", each once."""
    return sorted({re.sub(r"[\s\u00a0]", "", found) for found in _ARTICLE.findall(_VARIABLE.sub("", text))})


def numbers(text: str) -> list[str]:
    """The numbers of a text as digits alone, each once: "5 000", "5,000" and "5.000" are the same."""
    plain = _ARTICLE.sub(" ", _MONTH.sub(" ", _ADDRESS.sub(" ", text)))
    return sorted({re.sub(r"\D", "", found) for found in _NUMBER.findall(_western(plain))})


def _western(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)


def folded(text: str) -> str:
    """Lower case, without accents, one kind of space and of apostrophe."""
    apart = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def _short(line: Line) -> str:
    text = "".join(line.pieces)
    return text if len(text) <= 60 else text[:59] + "…"
