"""Nothing is dead: each situation and case can happen, each question can change an answer, each option be chosen.

Does not prove: that a question is worth asking, nor that people will understand it.
"""

from collections.abc import Iterator

from checker.compiled import SITUATION, tables
from checker.engine.conditions import Condition
from checker.engine.graph import Node
from checker.engine.model import Deadline, Remedy, RuleBase
from portal.gates.context import Context
from portal.gates.space import names
from portal.gates.view import views

TITLE = "No dead case, no idle question, no option never reached"


def run(context: Context) -> list[str]:
    """The cases, questions and options that no combination of answers uses."""
    return [*_dead_cases(context), *_idle_questions(context), *_options_never_chosen(context)]


def _dead_cases(context: Context) -> Iterator[str]:
    count = 0
    for name, rows in tables(context.base).items():
        waiting = dict(rows)
        count += len(rows)
        for view in views(context.base, [condition for _, condition in rows]):
            waiting = {label: when for label, when in waiting.items() if not view.where(when)}
            if not waiting:
                break
        for label in waiting:
            yield f"{name}: {label} can never happen. Remove it, or correct its condition."
    ladder: list[Deadline | Remedy] = [*context.base.deadlines, *context.base.remedies]
    count += len(ladder)
    for step in ladder:
        if not any(view.where(step.when) for view in views(context.base, [step.when])):
            yield f"{step.id} is never shown. Remove it, or correct its condition."
    context.count(count, "cases, deadlines and remedies")


def _shown_when(base: RuleBase) -> Iterator[Condition]:
    for deadline in base.deadlines:
        yield deadline.when
        yield from (reading.when for reading in deadline.readings)
    yield from (remedy.when for remedy in base.remedies)


def _idle_questions(context: Context) -> Iterator[str]:
    matter = {
        node.question
        for name, graph in context.rules.graphs.items()
        for node, matters in zip(graph.nodes, context.rules.asking[name].matters, strict=True)
        if isinstance(node, Node) and matters
    }
    matter |= names(_shown_when(context.base)) - {SITUATION}
    context.count(len(context.base.questions), "questions")
    for question in context.base.questions:
        if question.id not in matter:
            yield f"question {question.id}: no answer changes anything. Remove it, or write the right that needs it."


def _options_never_chosen(context: Context) -> Iterator[str]:
    asked = frozenset(question.id for question in context.base.questions) & names([context.base.impossible])
    waiting = {(q.id, option.id) for q in context.base.questions if q.id in asked for option in q.options}
    context.count(sum(len(question.options) for question in context.base.questions), "options")
    for view in views(context.base, []):
        waiting = {atom for atom in waiting if not view.space.atom(*atom) & view.consistent}
        if not waiting:
            return
    for question, option in sorted(waiting):
        yield f"question {question}: {option} contradicts every other answer. Correct checker/rules/questions.py."
