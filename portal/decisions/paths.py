"""How a reader reaches each static page, and where the same reader would stand in the guide by boxes."""

from __future__ import annotations

from collections.abc import Mapping

from checker.compiled import SITUATION
from checker.engine.graph import Leaf, Node
from portal.decisions.tree import Ask, Result, Tree
from portal.flowchart import Paper
from portal.flowchart.charts import stand


def shortest_paths(tree: Tree) -> dict[str, dict[str, str]]:
    """Answers that lead to each page, ``"?"`` for a question left unknown."""
    paths: dict[str, dict[str, str]] = {tree.root: {}}
    waiting = [tree.root]
    for name in waiting:
        for answer, target in ways(tree.pages[name]):
            if target not in paths:
                paths[target] = {**paths[name], **answer}
                waiting.append(target)
    return paths


def ways(page: Ask | Result) -> list[tuple[dict[str, str], str]]:
    """Each way on from a page: the answer that it gives, and the page that it leads to."""
    if isinstance(page, Result):
        return [({}, target) for _, target in page.more]
    return [({page.question: option}, target) for option, target in (*page.options, ("?", page.unknown))]


def box_numbers(tree: Tree, paper: Paper) -> dict[str, int]:
    """For each page that asks, by name, the number of the paper box that asks the same thing of the same reader.

    A page is left out when paper, which asks less, does not ask its question there."""
    found = {}
    for name, answers in shortest_paths(tree).items():
        page = tree.pages[name]
        if isinstance(page, Ask) and (number := box_number(tree, paper, page, answers)):
            found[name] = number
    return found


def box_number(tree: Tree, paper: Paper, page: Ask, answers: Mapping[str, str]) -> int | None:
    """The number of the paper box where ``answers`` lead, if it asks the question of ``page``."""
    below = tree.pages[page.unknown]
    assert isinstance(below, Result)
    guide = below.found[0][0]
    known = dict(answers)
    if guide != SITUATION:
        situations = paper.charts[SITUATION]
        reached = situations.nodes[stand(situations, answers)]
        assert isinstance(reached, Leaf), "a page about one right comes after the situation"
        known[SITUATION] = reached.label
    index = stand(paper.charts[guide], known)
    node = paper.charts[guide].nodes[index]
    return paper.number(guide, index) if isinstance(node, Node) and node.question == page.question else None
