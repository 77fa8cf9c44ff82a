"""How costs grow with pages, languages and rules: seconds of processor, and the exponent that fits them (1 is linear).

Pages and languages are copies of ours; rules are copies of our rights, and tables of cases made for this. The unit of
each row is the exponent; its note gives the sizes, the costs, and the exponent between the two largest sizes: a fixed
cost lowers the first, less the second.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.compiled import Compiled, compile_base
from checker.engine.compilation import compile_table
from checker.engine.conditions import NEVER, All, Condition
from checker.engine.evaluation import asking
from checker.engine.graph import Graph
from checker.engine.model import Option, Question, RuleBase
from checker.rules.base import BASE
from portal import audit, search
from portal.gates import gate
from portal.gates.context import Context
from tests.bench import material, scratch
from tests.bench.cost import seconds_of
from tests.bench.fit import exponent, last
from tests.bench.registry import ROOT, Row, Setting


@dataclass(frozen=True)
class Sizes:
    """How many times ours; `cases` counts the cases of one table."""

    pages: tuple[int, ...]
    languages: tuple[int, ...]
    rights: tuple[int, ...]
    cases: tuple[int, ...]


# One of those that look at each right: the others take minutes at the largest size.
GATE = "g05_useful"
FULL = Sizes(pages=(1, 3, 10), languages=(1, 3, 9), rights=(1, 3, 10), cases=(10, 30, 100))
QUICK = Sizes(pages=(1, 2), languages=(1, 2), rights=(1, 2), cases=(10, 30, 100))


def rows(setting: Setting) -> Iterator[Row]:
    sizes = QUICK if setting.quick else FULL
    yield from _pages(setting, sizes.pages)
    yield from _languages(setting, sizes.languages)
    yield from _rights(sizes.rights)
    made = [(count, seconds_of(lambda count=count: table(count))) for count in sizes.cases]
    yield fitted("one table of n cases on n questions: compilation", made)


def fitted(what: str, ours: Sequence[tuple[int, float]], theirs: Sequence[tuple[int, float]] = ()) -> Row:
    """The exponents of two lists of (size, cost)."""
    notes = [_said(ours), *([f"peer: {_said(theirs)}"] if theirs else [])]
    peer = exponent(*zip(*theirs, strict=True)) if theirs else None
    return Row(what, exponent(*zip(*ours, strict=True)), peer, "exponent", "; ".join(notes))


def _said(costs: Sequence[tuple[int, float]]) -> str:
    shown = ", ".join(f"{size:,}: {cost:.3g} s" for size, cost in costs)
    return f"{shown}, last {last(*zip(*costs, strict=True)):.2f}"


def _pages(setting: Setting, sizes: Sequence[int]) -> Iterator[Row]:
    """Pages of one language: our step beside Material's, then what reads the pages."""
    first = sum(1 for _ in (ROOT / "docs" / "fr").rglob("*.md"))
    found: dict[str, list[tuple[int, float]]] = {"ours": [], "theirs": [], "audit": [], "index": []}
    for size in sizes:
        pages = size * first
        project = scratch.project(setting.work / f"pages-{size}", copied=pages - first)
        site = project / "site"
        found["ours"].append((pages, scratch.build(project, site).processor))
        peer = _peer(setting.work, size, pages - first)
        found["theirs"].append((pages, material.build(peer)[1].processor))
        urls = [path.relative_to(site).as_posix() for path in sorted((site / "fr").rglob("*.html"))]
        found["audit"].append((pages, seconds_of(lambda site=site: audit.audit(site))))
        found["index"].append((pages, seconds_of(lambda site=site, urls=urls: search.index(site, urls))))
    yield fitted("pages: our MkDocs, beside Material", found["ours"], found["theirs"])
    yield fitted("pages: audit", found["audit"])
    yield fitted("pages: search index", found["index"])


def _peer(work: Path, size: int, copied: int) -> Path:
    """Material's project with `copied` more pages."""
    folder = work / f"pages-material-{size}"
    shutil.copytree(material.project(work, ("fr",)) / "docs", folder / "docs")
    for path, copy in scratch.copies(folder / "docs", copied):
        shutil.copyfile(path, copy)
    material.configure(folder, ("fr",))
    return folder


def _languages(setting: Setting, sizes: Sequence[int]) -> Iterator[Row]:
    costs = []
    for size in sizes:
        project = scratch.project(setting.work / f"languages-{size}", spoken=size)
        costs.append((size + 1, scratch.build(project, project / "site").processor))
    yield fitted("languages, all pages translated: our MkDocs", costs)


def _rights(sizes: Sequence[int]) -> Iterator[Row]:
    compiling, verifying = [], []
    for size in sizes:
        base = multiplied(size)
        graphs: dict[str, Graph] = {}
        spent = seconds_of(lambda base=base, graphs=graphs: graphs.update(compile_base(base)))
        compiling.append((len(base.rights), spent))
        rules = Compiled(base, graphs, {name: asking(graph) for name, graph in graphs.items()})
        spent = seconds_of(lambda rules=rules: gate(GATE).run(Context(ROOT, rules)))
        verifying.append((len(base.rights), spent))
    yield fitted("rights: compilation of the graphs", compiling)
    yield fitted(f"rights: gate {GATE}", verifying)


def multiplied(size: int) -> RuleBase:
    """Our rules with each right `size` times; its cases have names of their own, or their graphs would be made once."""
    return replace(
        BASE,
        rights=tuple(
            replace(
                right,
                id=f"{right.id}_{number}",
                cases=tuple(replace(case, id=f"{case.id}_{number}") for case in right.cases),
            )
            for number in range(size)
            for right in BASE.rights
        ),
    )


def table(count: int) -> Graph:
    """The graph of `count` cases that exclude each other: each holds when its own question is the first said yes to."""
    options = (Option("oui", "Oui"), Option("non", "Non"))
    questions = tuple(Question(f"q{number}", "?", options) for number in range(count))
    cases: list[tuple[str, Condition]] = [
        (f"c{number}", All((question.est("oui"), *(before.est("non") for before in questions[:number]))))
        for number, question in enumerate(questions)
    ]
    return compile_table([*cases, ("none", All(tuple(q.est("non") for q in questions)))], NEVER, questions)
