"""Write the static decision pages with the site's own templates."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import jinja2

from checker.compiled import SITUATION, Compiled, compiled
from checker.consult import OUT_OF_SCOPE, out_of_scope, situation_json
from checker.reading import UNKNOWN
from checker.result import outcome
from checker.rules import phrases
from portal.decisions.tree import Ask, Result, Tree, build
from portal.pages import Site

FOLDER = "fr/q"


def write(root: Path, site: Path, env: jinja2.Environment) -> list[Path]:
    """Write one HTML file per page under ``site/fr/q/``; return their paths. ``root`` is the project's folder."""
    rules = compiled()
    tree = build(rules)
    template = env.get_template("decision.html")
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for page in tree.pages.values():
        path = site / url_of(tree, page.name)
        path.write_text(template.render(**context(rules, tree, page, env)), encoding="utf-8")
        written.append(path)
    return written


def url_of(tree: Tree, name: str) -> str:
    """The address of a page from the root of the site."""
    return f"{FOLDER}/{'index' if name == tree.root else name}.html"


def context(rules: Compiled, tree: Tree, page: Ask | Result, env: jinja2.Environment) -> dict[str, Any]:
    """What ``decision.html`` needs. The title says nothing of the answers: a shared computer keeps it."""
    site = cast(Site, env.globals["site"])
    words = site.text("fr")["decision"]
    url = url_of(tree, page.name)
    title = words["title"] if page.name == tree.root else f"{words['title']} {page.name[:5]}"
    shared = site.context(
        url, title=title, description=words["description"], verified_on=site.edition, index=False
    )
    return shared | {
        "question": question(rules, tree, page) if isinstance(page, Ask) else None,
        "result": result(rules, page, tree) if isinstance(page, Result) else None,
        "trail": [],
        "restart": "" if page.name == tree.root else url_of(tree, tree.root),
    }


def question(rules: Compiled, tree: Tree, page: Ask) -> dict[str, Any]:
    """The question of a page, with the address that each answer leads to."""
    asked = next(question for question in rules.base.questions if question.id == page.question)
    texts = {option.id: option for option in asked.options}
    options = [
        {"id": name, "text": texts[name].text, "help": texts[name].help, "url": url_of(tree, target)}
        for name, target in page.options
    ]
    options.append({"id": UNKNOWN, "text": phrases.NE_SAIT_PAS, "help": "", "url": url_of(tree, page.unknown)})
    return {"id": asked.id, "text": asked.text, "help": asked.help, "where": asked.where, "options": options}


def result(rules: Compiled, page: Result, tree: Tree) -> dict[str, Any]:
    """The same response as ``checker.consult`` gives for the answers that lead here, without dates.

    A right that a few answers would settle has ``more``, the address of its first question.
    """
    found = dict(page.found)
    more = dict(page.more)
    stop = found.get(SITUATION) == frozenset({OUT_OF_SCOPE})
    rights = [right for right in rules.base.rights if right.id in found and not stop]
    return {
        "today": None,
        "relevant": [],
        "situation": situation_json(rules, found[SITUATION]) if SITUATION in found and not stop else None,
        "out_of_scope": out_of_scope(rules) if stop else None,
        "rights": [
            outcome(right, found[right.id], {}, rules.base.to_reread)
            | {"more": url_of(tree, more[right.id]) if right.id in more else None}
            for right in rights
        ],
        "dates": [],
        "trap": None,
        "remedies": [],
        "not_examined": list(rules.base.not_examined),
        "errors": [],
    }
