"""Every page of the static decision pages says what the engine says for the answers that lead to it.

Does not prove: that Pyodide answers alike (the tests run the real one: tests/test_faces.py), nor what a reader sees of
the pages once written (tests/test_decisions.py reads them). Of the paths to a
page, the shortest is compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.compiled import SITUATION
from checker.consult import consult
from portal.decisions.paths import shortest_paths
from portal.decisions.tree import Result, Tree, build
from portal.decisions.write import result
from portal.gates.context import Context
from portal.gates.partition import in_words

TITLE = "Static pages say what the engine says"

TODAY = "2026-11-23"
# With more result pages than this, one in two, three… is compared, evenly.
MOST = 4000
COMPARED = (
    *("id", "title", "status", "certain", "headline", "until", "because"),
    *("show", "sources", "warnings", "steps", "alternatives"),
)


def run(context: Context) -> list[str]:
    """The results of static pages that differ from the engine's, and the pages that no link leads to."""
    tree = build(context.rules)
    paths = shortest_paths(tree)
    results = [name for name in paths if isinstance(tree.pages[name], Result)]
    step = max(1, len(results) // MOST)
    compared = results[::step]
    problems = [problem for name in compared for problem in _differences(context, tree, name, paths[name])]
    if lost := tree.pages.keys() - paths.keys():
        problems.append(f"{len(lost)} static pages cannot be reached from the first.")
    context.count(len(tree.pages), "pages")
    context.count(len(compared), "results compared")
    return problems


def _differences(context: Context, tree: Tree, name: str, answers: dict[str, str]) -> Iterator[str]:
    page = tree.pages[name]
    assert isinstance(page, Result)
    shown, computed = result(context.rules, page, tree), consult({"today": TODAY, "answers": answers})
    if computed["errors"]:
        yield f"page {name}: the engine refuses the answers that lead to it ({in_words(answers)})."
        return
    if shown["out_of_scope"] != computed["out_of_scope"]:
        yield f"page {name}: the page and the engine do not both stop there ({in_words(answers)})."
    if SITUATION in dict(page.found) and shown["situation"] != computed["situation"]:
        yield f"page {name}: another situation than the engine's ({in_words(answers)})."
    said = {right["id"]: right for right in computed["rights"]}
    for one in shown["rights"]:
        unlike = [key for key in COMPARED if one[key] != said.get(one["id"], {}).get(key)]
        if unlike:
            yield f"page {name}: {', '.join(unlike)} of {one['id']} is not the engine's ({in_words(answers)})."
