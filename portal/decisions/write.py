"""Write the static decision pages with the site's own templates, and the map that the form follows to reach them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import jinja2

from checker.compiled import SITUATION, Compiled, compiled
from checker.consult import OUT_OF_SCOPE, out_of_scope, situation_json
from checker.outcome import outcome
from checker.reading import UNKNOWN
from portal.decisions.paths import box_numbers
from portal.decisions.tree import Ask, Result, Tree, build
from portal.flowchart import paper
from portal.languages.catalogue import CANONICAL, languages
from portal.languages.marked_page import mark_page
from portal.pages import Site

FOLDER = "q"
MAP = "arbre.json"


def write(root: Path, site: Path, env: jinja2.Environment) -> list[Path]:
    """Write one HTML file per page under ``site/<lang>/q/``, and their map; return the paths of the pages.

    In each language that has everything (``Site.whole``), under the same names. ``root`` is the project's folder."""
    tree = build(compiled())
    boxes = box_numbers(tree, paper())
    template = env.get_template("decision.html")
    known = cast(Site, env.globals["site"])
    written = []
    for lang in languages(root):
        if known.whole(lang) != lang:
            continue
        rules, folder = compiled(lang), site / lang / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for page in tree.pages.values():
            path = site / url_of(tree, page.name, lang)
            shown = template.render(**context(rules, tree, page, env, lang), box=boxes.get(page.name))
            path.write_text(mark_page(shown, lang, known.text(lang)["name"]), encoding="utf-8")
            written.append(path)
        (folder / MAP).write_text(map_json(rules, tree), encoding="utf-8")
    return written


def map_json(rules: Compiled, tree: Tree) -> str:
    """The text of ``arbre.json``, which says what page each answer leads to; assets/continue.js walks it.

    ``{"questions": [[id, [option, …]], …], "names": [file name without suffix, …], "asks": [[question, unknown,
    target of each option, …], …]}``: ``asks[i]`` is the page ``names[i]``, the first page is 0, results follow the
    pages that ask. A question and a page are numbers; a target of -1 contradicts the answers before it.
    """
    questions = [(question.id, [option.id for option in question.options]) for question in rules.base.questions]
    rank = {name: number for number, (name, _) in enumerate(questions)}
    first = [tree.root, *sorted(tree.pages.keys() - {tree.root})]
    names = sorted(first, key=lambda name: isinstance(tree.pages[name], Result))
    number = {name: index for index, name in enumerate(names)}
    asks = []
    for name in names:
        page = tree.pages[name]
        if isinstance(page, Ask):
            targets = {option: number[target] for option, target in page.options}
            options = questions[rank[page.question]][1]
            asks.append([rank[page.question], number[page.unknown], *(targets.get(o, -1) for o in options)])
    files = [Path(url_of(tree, name)).stem for name in names]
    value = {"questions": questions, "names": files, "asks": asks}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def url_of(tree: Tree, name: str, lang: str = CANONICAL) -> str:
    """The address of a page in `lang` from the root of the site."""
    return f"{lang}/{FOLDER}/{'index' if name == tree.root else name}.html"


def context(
    rules: Compiled, tree: Tree, page: Ask | Result, env: jinja2.Environment, lang: str = CANONICAL
) -> dict[str, Any]:
    """What ``decision.html`` needs; ``rules`` are those of ``lang``.

    The title says nothing of the answers: a shared computer keeps it."""
    site = cast(Site, env.globals["site"])
    words = site.text(lang)["decision"]
    url = url_of(tree, page.name, lang)
    title = words["title"] if page.name == tree.root else f"{words['title']} {page.name[:5]}"
    shared = site.context(
        url, lang=lang, title=title, description=words["description"], verified_on=site.edition, index=False
    )
    return shared | {
        "question": question(rules, tree, page, lang) if isinstance(page, Ask) else None,
        "result": result(rules, page, tree, lang) if isinstance(page, Result) else None,
        "trail": [],
        "restart": "" if page.name == tree.root else url_of(tree, tree.root, lang),
    }


def question(rules: Compiled, tree: Tree, page: Ask, lang: str = CANONICAL) -> dict[str, Any]:
    """The question of a page, with the address that each answer leads to."""
    asked = next(question for question in rules.base.questions if question.id == page.question)
    texts = {option.id: option for option in asked.options}
    options = [
        {"id": name, "text": texts[name].text, "help": texts[name].help, "url": url_of(tree, target, lang)}
        for name, target in page.options
    ]
    unknown = rules.base.phrases["ne_sait_pas"]
    options.append({"id": UNKNOWN, "text": unknown, "help": "", "url": url_of(tree, page.unknown, lang)})
    return {"id": asked.id, "text": asked.text, "help": asked.help, "where": asked.where, "options": options}


def result(rules: Compiled, page: Result, tree: Tree, lang: str = CANONICAL) -> dict[str, Any]:
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
            outcome(right, found[right.id], {}, rules.base.to_reread, rules.base.phrases)
            | {"more": url_of(tree, more[right.id], lang) if right.id in more else None}
            for right in rights
        ],
        "dates": [],
        "trap": None,
        "remedies": [],
        "not_examined": list(rules.base.not_examined),
        "errors": [],
    }
