"""The browser's entry point: JSON text in, JSON text out, never an exception on bad input."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

from checker import compiled, translation
from checker.consult import consult
from checker.rules.phrases import PHRASES
from checker.translation import FRENCH


def install(graphs: str, lang: str = FRENCH, words: str = "") -> None:
    """Give the decision graphs, the text of ``graphs.json``, before the first call.

    ``words`` is the JSON text of key → text for ``lang``, the language of the page; French has none."""
    compiled.install(graphs)
    if words:
        translation.install(lang, json.loads(words))


def add(archive: str) -> None:
    """Let the modules of the zip ``archive`` (``letters.zip``) be imported beside those of the library.

    Two packages have a part in each: a package looks in one archive only, unless it is told."""
    sys.path.append(archive)
    for package in ("checker", "encodings"):
        import_module(package).__path__.append(f"{archive}/{package}")


def call(name: str, argument: str) -> str:
    """The result of ``consult``, ``papers``, ``letters`` or ``letter``, as JSON, for a JSON argument.

    An argument that is not JSON, or a name that is not one of these, comes back under ``errors``.
    """
    try:
        value = json.loads(argument)
    except (ValueError, RecursionError):
        value = None
    return json.dumps(_called(name, value), ensure_ascii=False)


def _called(name: str, value: Any) -> dict[str, Any]:
    if name == "consult":
        return consult(value)
    if name == "papers":
        from checker.papers import papers

        return papers(value)
    if name in ("letters", "letter"):
        # They come in an archive of their own, downloaded only when the person opens the letters.
        called: dict[str, Any] = getattr(import_module("checker.letters"), name)(value)
        return called
    return {"errors": [{"field": "", "message": PHRASES["demande_illisible"]}]}
