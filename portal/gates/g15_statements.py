"""Every right that is kept has its sentence to show; none claims more than its case, its sources or its certainty.

Does not prove: that a sentence says what its texts say. A person reads each one beside its quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.engine.model import Case, Certainty, Outcome, Right
from checker.rules.guichets import GUICHETS
from checker.rules.sources import SOURCES
from checker.rules.tiers import a_la_troisieme_personne, piece
from portal.gates.context import Context

TITLE = "Sentences to show: there, bounded, third person, no firmer than their sources"

# What a wallet card and one third of a page can hold.
LONGEST = 380
SECOND_PERSON = re.compile(r"\b(vous|votre|vos|tu|toi|ton|ta|tes)\b", re.IGNORECASE)
FAVOURABLE = {Outcome.KEPT, Outcome.CONDITIONAL}


def run(context: Context) -> list[str]:
    """The favourable cases without a sentence to show, and the sentences that claim too much or have two texts."""
    problems: list[str] = []
    seen: dict[str, str] = {}
    for right in context.base.rights:
        for case in (*right.cases, right.otherwise):
            problems += [f"right {right.id}/{case.id}: {fault}" for fault in _faults(right, case)]
            if case.statement and seen.setdefault(case.statement.id, case.statement.text) != case.statement.text:
                problems.append(f"statement {case.statement.id}: two texts. Give each its own id.")
    context.count(len(seen), "sentences")
    return problems


def _faults(right: Right, case: Case) -> Iterator[str]:
    statement = case.statement
    if statement is None:
        if case.outcome is Outcome.KEPT:
            yield "kept, without a sentence to show. Write one in checker/rules/a_montrer.py."
        return
    if case.outcome not in FAVOURABLE:
        yield f"a paper must not claim what is {case.outcome.name}. Remove its sentence."
    if right.id not in GUICHETS:
        yield "its sentence has no reader. Name one in checker/rules/guichets.py."
    if len(statement.text) > LONGEST:
        yield f"its sentence has {len(statement.text)} characters; {LONGEST} at most."
    if not statement.text.endswith(".") or re.search(r"[.!?] [A-ZÀ-Ý](?!\.)", _without_articles(statement.text)):
        yield "it must be one sentence, with its full stop."
    read = [statement.text, *statement.conditions, *map(piece, case.show)]
    if case.until:
        read.append(a_la_troisieme_personne(case.until.text))
    for text in read:
        if found := SECOND_PERSON.search(text):
            yield f"“{found.group()}” in “{text[:60]}”: a clerk reads this. Say it in the third person."
    own = {source.id for source in case.sources}
    for name in statement.sources:
        if name not in own:
            yield f"its sentence rests on {name}, which is not a source of the case."
    if not statement.sources:
        yield "its sentence has no source."
    weak = any(SOURCES[name].confidence != "high" for name in statement.sources)
    unsure = weak or case.certainty is not Certainty.LAW
    if unsure and not statement.text.startswith("Selon "):
        yield "what is not plain law is said “Selon …”: begin the sentence with whom it is according to."


def _without_articles(text: str) -> str:
    """``L. 433-3`` is no end of sentence."""
    return re.sub(r"\b[A-Z]\.\*? ?\d", "", text)
