"""Check the rule base: that it decides every case once, and that it quotes the law word for word.

What this does not prove: that the reading of the law is right, nor that the text read is still in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.compiled import compiled
from checker.engine.model import Source
from checker.rules.base import BASE
from checker.rules.delais import DELAIS
from portal.errors import BuildError
from portal.gates.g02_rights import leaves
from portal.gates.grounds import grounds
from portal.law import sources
from portal.lawtexts import Articles, fingerprint, read_texts, read_versions

PINNED = Path("checker/rules/empreintes.json")


def check(root: Path, folder: Path | None = None) -> list[str]:
    """Return what is wrong, one line each (none: all is well): the checks of a build, in a moment.

    ``portal.gates`` holds the others. ``folder`` is as for ``texts``.
    """
    return [*leaves(compiled()), *texts(root, folder)]


def texts(root: Path, folder: Path | None = None) -> list[str]:
    """Return what is wrong with the sources and their quotes.

    With ``folder``, a folder of official texts, every quote is looked for in its paragraph. Without it,
    every quote is compared with the fingerprint pinned when it was last found there.
    """
    pinned = json.loads((root / PINNED).read_text(encoding="utf-8"))
    if folder is None:
        return [*_sources(), *_pinned_quotes(pinned)]
    articles = read_texts(folder)
    return [*_sources(), *_quotes(articles), *_articles(articles, pinned)]


def pin(root: Path, folder: Path) -> None:
    """Write the fingerprints of every quote, and of every article quoted with its paragraphs, as they stand there.

    Raises ``BuildError`` when an article that is quoted is not in the folder."""
    articles = read_versions(folder)
    known: dict[str, dict[str, Any]] = {"articles": {}, "paragraphs": {}, "versions": {}}
    for source in quoted():
        name = f"{source.code} {source.article}"
        versions = articles.get((source.code or "", source.article or ""))
        if versions is None:
            raise BuildError(f"{name} is not in {folder}", f"add the article, or correct the source {source.id}")
        known["articles"][name] = fingerprint("\n".join(versions[-1]))
        known["paragraphs"][name] = [fingerprint(paragraph) for paragraph in versions[-1]]
        known["versions"][name] = len(versions)
    value = {kind: dict(sorted(entries.items())) for kind, entries in known.items()}
    value["quotes"] = dict(sorted((_key(source), fingerprint(source.quote or "")) for source in quoted()))
    (root / PINNED).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def all_sources() -> Iterator[Source]:
    """Every source of the registry, then every variant that the rules quote, without repetition."""
    seen = dict.fromkeys(sources().values())
    seen.update(dict.fromkeys(ground.cited for ground in grounds(BASE) if ground.cited))
    yield from seen


def quoted() -> list[Source]:
    """The sources that have a quote, in the order of ``all_sources``."""
    return [source for source in all_sources() if source.quote]


def _key(source: Source) -> str:
    """A quote's place, and enough of its words to tell two quotes of one paragraph apart."""
    return f"{source.code} {source.article} al. {source.paragraph}: {(source.quote or '')[:40]}"


def _sources() -> Iterator[str]:
    registered = sources()
    for source in all_sources():
        if source.confidence not in ("high", "medium"):
            yield f"source {source.id}: confidence “{source.confidence}” may not be published. Remove what rests on it."
        if source.id not in registered:
            yield f"source {source.id}: quoted by a rule but not registered. Add it to checker/rules/sources/."
    for name, delay in DELAIS.items():
        if delay.source not in registered:
            yield f"delay {name}: unknown source {delay.source}. Add it to checker/rules/sources/."


def _pinned_quotes(pinned: dict[str, dict[str, Any]]) -> Iterator[str]:
    for source in quoted():
        if pinned["quotes"].get(_key(source)) != fingerprint(source.quote or ""):
            yield (
                f"source {source.id}: the quote “{(source.quote or '')[:60]}…” was never found in the official text. "
                "Run: python3 build.py check --texts DIR --pin"
            )


def _quotes(articles: Articles) -> Iterator[str]:
    for source in quoted():
        paragraphs = articles.get((source.code or "", source.article or ""))
        where = f"{source.code} {source.article}, paragraph {source.paragraph}"
        quote = source.quote or ""
        if paragraphs is None:
            yield f"source {source.id}: {source.code} {source.article} is not in the texts given."
            continue
        counts = [paragraph.count(quote) for paragraph in paragraphs]
        if source.paragraph is None or not 0 < source.paragraph <= len(counts) or not counts[source.paragraph - 1]:
            yield f"source {source.id}: the quote “{quote[:60]}…” is not in {where}."
        elif counts[source.paragraph - 1] > 1:
            yield f"source {source.id}: the quote “{quote[:60]}…” occurs more than once in {where}."


def _articles(articles: Articles, pinned: dict[str, dict[str, Any]]) -> Iterator[str]:
    for name, known in pinned["articles"].items():
        code, _, number = name.partition(" ")
        current = articles.get((code, number))
        if current is not None and fingerprint("\n".join(current)) != known:
            yield f"{name}: the article is not the one that was read. Read it again, then run with --pin."
