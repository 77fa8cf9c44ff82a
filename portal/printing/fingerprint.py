"""The edition fingerprint: what is printed and the rule base, as sixteen digits that anyone can compare."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

import checker.rules
from portal.edition import Edition
from portal.printing.normalize import Page

DIGITS = 16
GROUP = 4


def _parts(edition: Edition, own: str, pages: Iterable[Page]) -> Iterable[str | bytes]:
    yield repr(edition)
    yield own
    for page in pages:
        yield from (page.path, page.lang, page.title, page.summary, page.checked.isoformat())
        yield from (etree.tostring(element, method="c14n") for element in (page.body, *page.sources))
    rules = Path(next(iter(checker.rules.__path__)))
    for file in sorted(rules.rglob("*.py")):
        yield from (file.relative_to(rules).as_posix(), file.read_bytes())


def of(edition: Edition, own: str, pages: Iterable[Page]) -> str:
    """ "3f2a 90b1 77c4 0e5d": the same for every paper of one edition and language, whatever its format.

    `own` stands for the words papers say of themselves. The insert of an association is left out: it changes from copy
    to copy, and the edition does not."""
    digest = hashlib.sha256()
    for part in _parts(edition, own, pages):
        raw = part.encode() if isinstance(part, str) else part
        # The length first: two texts cannot pass for one by moving words from one to the other.
        digest.update(len(raw).to_bytes(8, "big") + raw)
    short = digest.hexdigest()[:DIGITS]
    return " ".join(short[start : start + GROUP] for start in range(0, DIGITS, GROUP))
