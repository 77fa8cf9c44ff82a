"""Every id has its French text, set as French is; every case its source; every step a page that exists.

Does not prove: that a text is clear or true. Only French exists: other languages are not compared yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checker.engine.model import Case, Outcome, Right, RuleBase
from portal.gates.context import Context
from portal.gates.wording import addresses, every_text, faults

TITLE = "Texts, sources of the cases, pages of the steps"

# The first words of a headline say the outcome; an opening that is not here says nothing.
OPENINGS = (
    (re.compile(r"Non établi|Cet outil ne peut pas"), {Outcome.NOT_ESTABLISHED}),
    (re.compile(r".*\b(discuté|pas tranché|pas clair)\b", re.IGNORECASE), {Outcome.DISPUTED}),
    (re.compile(r"Oui\."), {Outcome.KEPT}),
    (re.compile(r"Oui, (même|tant|pendant trois mois)\b[^.,:]*\."), {Outcome.KEPT}),
    (re.compile(r"(Oui,|Apprentissage : oui\b)"), {Outcome.CONDITIONAL}),
    (re.compile(r"Cela dépend"), {Outcome.CONDITIONAL, Outcome.DISPUTED}),
)
ANCHOR = re.compile(r"\{#([\w-]+)\}")


def run(context: Context) -> list[str]:
    """The texts that are missing or set badly, and the ids and addresses that lead nowhere."""
    base = context.base
    texts = list(every_text(base))
    context.count(len(texts), "texts")
    problems = [f"{place}: the text {fault}: “{text[:60]}”." for place, text in texts for fault in faults(text)]
    problems += _references(base)
    targets = list(addresses(base))
    context.count(len(targets), "addresses")
    pages = anchors(context.root)
    problems += [
        f"{place}: no page {address}. Write it in docs/fr/, or correct the address."
        for place, address in dict.fromkeys(targets)
        if address not in pages
    ]
    for right in base.rights:
        for case in (*right.cases, right.otherwise):
            problems += opening(right, case)
            if not case.sources:
                problems.append(f"right {right.id}/{case.id}: no source. Cite the text that it rests on.")
    return problems


def opening(right: Right, case: Case) -> Iterator[str]:
    """A headline whose first words say another outcome than the case's."""
    for pattern, outcomes in OPENINGS:
        if pattern.match(case.headline.replace("\u00a0", " ")):
            if case.outcome not in outcomes:
                yield f"right {right.id}/{case.id}: “{case.headline[:50]}” does not say {case.outcome.name}."
            return


def anchors(root: Path) -> set[str]:
    """Every address that exists under ``fr/``: pages, and pages with one of their anchors."""
    found: set[str] = set()
    for path in (root / "docs" / "fr").rglob("*.md"):
        page = path.relative_to(root / "docs" / "fr").with_suffix(".html").as_posix()
        found.add(page)
        found.update(f"{page}#{anchor}" for anchor in ANCHOR.findall(path.read_text(encoding="utf-8")))
    return found


def _references(base: RuleBase) -> Iterator[str]:
    deadlines = {deadline.id for deadline in base.deadlines}
    remedies = {remedy.id for remedy in base.remedies}
    for remedy in base.remedies:
        if remedy.deadline and remedy.deadline not in deadlines:
            yield f"remedy {remedy.id}: no deadline {remedy.deadline}. Correct its id."
        if not remedy.sources:
            yield f"remedy {remedy.id}: no source. Cite the text that it rests on."
    for lever in base.levers:
        if lever.remedy and lever.remedy not in remedies:
            yield f"lever {lever.id}: no remedy {lever.remedy}. Correct its id."
    for kind, ids in (
        ("question", [question.id for question in base.questions]),
        ("situation", [situation.id for situation in base.situations]),
        ("right", [right.id for right in base.rights]),
        *((f"case of {right.id}", [case.id for case in right.cases]) for right in base.rights),
    ):
        for twice in sorted({name for name in ids if ids.count(name) > 1}):
            yield f"{kind} {twice}: the same id twice. Rename one."
