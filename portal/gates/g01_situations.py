"""The situations cover every consistent combination of answers, each exactly once.

Does not prove: that the list of situations is the right one, nor that the law sees them in this order
(the second reading compares it with the dossier).
"""

from portal.gates.context import Context
from portal.gates.partition import gaps_and_overlaps
from portal.gates.view import views

TITLE = "Situations: total and disjoint"


def run(context: Context) -> list[str]:
    """The combinations of answers that no situation takes, or several; counts all, and those that can be."""
    problems: dict[str, None] = {}
    whole = consistent = 0
    for view in views(context.base, []):
        whole += view.space.size
        consistent += view.consistent.bit_count()
        problems.update(dict.fromkeys(gaps_and_overlaps("situations", view.situations, view)))
    context.count(whole, "combinations")
    context.count(consistent, "consistent")
    return list(problems)
