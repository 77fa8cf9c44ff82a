"""Each condition, limit and outcome of the rules changed once makes some gate fail.

Does not prove: that two slips at once would be seen, nor that a text, a source or a date of the rules is right.
Run with ``--mutations`` only: it takes a minute or more.
"""

from collections import Counter

from portal import mutation
from portal.gates.context import Context
from portal.gates.survivors import EXPLAINED

TITLE = "Each change of a condition makes some gate fail"

LEAST = 0.95


def run(context: Context) -> list[str]:
    """The changes of the rules that no gate sees and nobody explained, and a score below ``LEAST``."""
    verdicts = mutation.run(context.rules, context.root)
    fates = Counter(verdict.fate for verdict in verdicts)
    share = mutation.score(verdicts)
    context.count(len(verdicts), "changes")
    for fate in (mutation.EQUIVALENT, mutation.KILLED, mutation.SURVIVED):
        context.count(fates[fate], fate)
    context.counted.append(f"score {100 * share:.2f} %")
    problems = [
        f"{verdict.part}: {verdict.change}: no gate fails. Add a person, a date or a reading that tells it apart."
        for verdict in verdicts
        if verdict.fate == mutation.SURVIVED and not explained(verdict.part)
    ]
    if share < LEAST:
        problems.insert(0, f"only {100 * share:.2f} % of the changes are caught.")
    return problems


def explained(part: str) -> bool:
    """True when ``survivors.py`` says why no gate should catch changes of ``part``."""
    return any(part.startswith(key) for key in EXPLAINED)
