"""`[[ etat(document="api") ]]`: the address of the static decision page that these answers lead to."""

from __future__ import annotations

import functools

from checker.compiled import compiled
from portal import decisions
from portal.decisions.tree import Ask, Tree, build
from portal.fragments.place import Place
from portal.frontmatter import PageError
from portal.pages import SCHEME


def fragment(place: Place, **answers: str) -> str:
    """The address (`site:<lang>/q/….html`) of the first page whose question is not among `answers`.

    Raises PageError for an unknown question or answer, and when the questions on the way leave one of `answers` out:
    the link would then say less than the page that bears it."""
    known = {question.id: {option.id for option in question.options} for question in compiled().base.questions}
    for question, answer in answers.items():
        if answer not in known.get(question, set()):
            raise PageError(f"etat: {question}={answer} is not an answer of the checker")
    tree = _tree()
    name, left = tree.root, dict(answers)
    while isinstance(page := tree.pages[name], Ask) and page.question in left:
        name = dict(page.options).get(left.pop(page.question), "")
        if not name:
            raise PageError(f"etat: these answers contradict each other: {answers}")
    if left:
        asked = page.question if isinstance(page, Ask) else "nothing more"
        raise PageError(f"etat: the way asks {asked} before {', '.join(left)}; answer it too, or leave them out")
    return SCHEME + decisions.url_of(tree, name, place.site.whole(place.lang))


@functools.cache
def _tree() -> Tree:
    return build(compiled())
