"""What checker.html needs to write the form: the questions of the rule base and the size of the download."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.catalogue import catalogue
from portal import runtime
from portal.frontmatter import PageError
from portal.languages import rules
from portal.pages import ASSETS, CANONICAL, strings

_QUOTED = re.compile(r'["`](\w+)["`]')


def megabytes(size: int, t: Mapping[str, Any]) -> str:
    """2634579 → "2,6 Mo" by the interface strings `t`, one decimal, never rounded down."""
    tenths = -(-size // 100_000)
    words: str = t["size"].format(n=f"{tenths // 10}{t['decimal']}{tenths % 10}")
    return words.replace(" ", "\u00a0")


def grouped(questions: list[dict[str, Any]], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    """`questions`, in order, as [{"title", "questions"}]; `titles` maps the first question of a group to its heading.

    The questions before the first heading make a group without title.
    Raises PageError when a heading names a question that the rules do not ask."""
    if strangers := set(titles) - {question["id"] for question in questions}:
        raise PageError(
            f"docs/_i18n/: checker.groups names unknown question(s) {', '.join(sorted(strangers))}. "
            "Write the id of a question of checker/rules/questions.py."
        )
    groups: list[dict[str, Any]] = []
    for question in questions:
        if not groups or question["id"] in titles:
            groups.append({"title": titles.get(question["id"], ""), "questions": []})
        groups[-1]["questions"].append(question)
    return groups


def spoken(texts: Mapping[str, Any]) -> dict[str, str]:
    """Those of the interface strings `texts` that the scripts say: their key stands in quotes in one of them.

    What only the page shows is not written a second time for them: the first view must stay light."""
    named = {key for file in ASSETS.glob("*.js") for key in _QUOTED.findall(file.read_text("utf-8"))}
    return {key: text for key, text in texts.items() if isinstance(text, str) and key in named}


def context(root: Path, lang: str = CANONICAL) -> dict[str, Any]:
    """`groups` of questions as `grouped` makes them, the `words` of the scripts, the `variant` of the runtime to fetch
    first, `bytes` and `size` (in words) of that download as a server sends it compressed by brotli."""
    variant = runtime.VARIANTS[0]
    size = runtime.sizes(root)["variants"][variant]["total"]["br"]
    t = strings(root, lang)
    rules.install(root)
    return {
        "groups": grouped(catalogue(lang)["questions"], t["checker"]["groups"]),
        "words": spoken(t["checker"]),
        "variant": variant,
        "bytes": size,
        "size": megabytes(size, t),
    }
