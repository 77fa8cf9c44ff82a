"""Check the rule base: that it decides every case once, and that it quotes the law word for word.

What this does not prove: that the reading of the law is right, nor that the text read is still in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from checker.compiled import SITUATION, compiled
from checker.engine.graph import CONFLICT, NONE, Leaf
from checker.engine.model import Source
from checker.rules.base import BASE
from checker.rules.delais import DELAIS
from checker.rules.sources import SOURCES
from portal.lawtexts import Articles, fingerprint, read_texts

PINNED = Path("checker/rules/empreintes.json")


def check(root: Path, texts: Path | None = None) -> list[str]:
    """Return what is wrong, one line each (none: all is well).

    With ``texts``, a folder of official texts, every quote is looked for in its paragraph. Without it,
    every quote is compared with the fingerprint pinned when it was last found there.
    """
    pinned = json.loads((root / PINNED).read_text(encoding="utf-8"))
    problems = [*_decisions(), *_sources()]
    if texts is None:
        problems += _pinned_quotes(pinned)
    else:
        articles = read_texts(texts)
        problems += _quotes(articles)
        problems += _articles(articles, pinned)
    return problems


def pin(root: Path, texts: Path) -> None:
    """Write the fingerprints of every quote and of every article quoted, as they stand in ``texts``."""
    articles = read_texts(texts)
    quotes = {_key(source): fingerprint(source.quote or "") for source in quoted()}
    quoted_articles = {
        f"{source.code} {source.article}": fingerprint("\n".join(articles[source.code or "", source.article or ""]))
        for source in quoted()
    }
    value = {"articles": dict(sorted(quoted_articles.items())), "quotes": dict(sorted(quotes.items()))}
    (root / PINNED).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def all_sources() -> Iterator[Source]:
    """Every source of the registry, then every variant that the rules quote, without repetition."""
    seen = dict.fromkeys(SOURCES.values())
    for right in BASE.rights:
        for case in (*right.cases, right.otherwise):
            seen.update(dict.fromkeys(case.sources))
            for caution in case.cautions:
                seen.update(dict.fromkeys(caution.sources))
    yield from seen


def quoted() -> list[Source]:
    return [source for source in all_sources() if source.quote]


def _key(source: Source) -> str:
    """A quote's place, and enough of its words to tell two quotes of one paragraph apart."""
    return f"{source.code} {source.article} al. {source.paragraph}: {(source.quote or '')[:40]}"


def _decisions() -> Iterator[str]:
    for name, graph in compiled().graphs.items():
        what = "situations" if name == SITUATION else f"right “{name}”"
        for leaf in graph.nodes:
            if isinstance(leaf, Leaf) and leaf.label == CONFLICT:
                rows = ", ".join(leaf.rows)
                yield f"{what}: these cases apply together: {rows}. Make their conditions exclude each other."
            if isinstance(leaf, Leaf) and leaf.label == NONE:
                yield f"{what}: some answers reach no case. Add the missing case."


def _sources() -> Iterator[str]:
    for source in all_sources():
        if source.confidence not in ("high", "medium"):
            yield f"source {source.id}: confidence “{source.confidence}” may not be published. Remove what rests on it."
        if source.id not in SOURCES:
            yield f"source {source.id}: quoted by a rule but not registered. Add it to checker/rules/sources/."
    for name, delay in DELAIS.items():
        if delay.source not in SOURCES:
            yield f"delay {name}: unknown source {delay.source}. Add it to checker/rules/sources/."


def _pinned_quotes(pinned: dict[str, dict[str, str]]) -> Iterator[str]:
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


def _articles(articles: Articles, pinned: dict[str, dict[str, str]]) -> Iterator[str]:
    for name, known in pinned["articles"].items():
        code, _, number = name.partition(" ")
        current = articles.get((code, number))
        if current is not None and fingerprint("\n".join(current)) != known:
            yield f"{name}: the article is not the one that was read. Read it again, then run with --pin."
