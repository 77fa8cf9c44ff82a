"""Compare the law as it was read with a newer copy of the codes, and say what each change touches.

What this does not prove: that a text that did not change is still applied as before. Only articles that the rules
quote are watched; decisions, practices and articles known by others are not in the copies.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.engine.model import RuleBase, Source
from checker.rules.base import BASE
from portal import lawcheck
from portal.lawtexts import fingerprint, read_texts, read_versions
from portal.resting import Resting

MARKED = Path("checker/rules/a_relire.py")

MISSING, CHANGED, NEW_VERSION = "missing", "changed", "new version"


@dataclass(frozen=True)
class Change:
    """An article that is not as it was read: ``kind`` is MISSING, CHANGED or NEW_VERSION.

    ``diff`` holds the lines of a unified diff of the words; ``lost`` the ids of the sources whose quote is gone;
    ``sources`` those of every source that quotes the article; ``touched`` what rests on them, by kind.
    """

    article: str
    kind: str
    diff: tuple[str, ...]
    lost: tuple[str, ...]
    sources: tuple[str, ...]
    touched: tuple[tuple[str, tuple[str, ...]], ...]


def watch(root: Path, folder: Path, before: Path | None = None, base: RuleBase = BASE) -> list[Change]:
    """Every watched article of ``folder`` that differs from what was pinned, in order.

    ``before`` is the folder that was read then: with it the diff shows the old words; without it only the words of
    the quotes are known. Raises ``BuildError`` when a folder holds no article.
    """
    pinned = json.loads((root / lawcheck.PINNED).read_text(encoding="utf-8"))
    now = read_versions(folder)
    old = read_texts(before) if before else {}
    citing = _citing()
    resting = Resting(root, base)
    changes = []
    for name, known in pinned["articles"].items():
        code, _, number = name.partition(" ")
        cited = citing.get(name, [])
        versions = now.get((code, number))
        ids = tuple(dict.fromkeys(source.id for source in cited))
        if versions is None:
            changes.append(Change(name, MISSING, (), ids, ids, resting.by(ids)))
            continue
        text = versions[-1]
        if fingerprint("\n".join(text)) != known:
            kind = NEW_VERSION if len(versions) > pinned["versions"].get(name, len(versions)) else CHANGED
            lost = tuple(dict.fromkeys(source.id for source in cited if not _stands(source, text)))
            hashes = pinned["paragraphs"].get(name, [])
            diff = tuple(_diff(text, hashes, old.get((code, number)), cited))
            changes.append(Change(name, kind, diff, lost, ids, resting.by(ids)))
    return changes


def mark(root: Path, changes: list[Change]) -> None:
    """Write the ids of the sources that changed to ``A_RELIRE``: the checker then says "to verify"."""
    ids = sorted({name for change in changes for name in change.sources})
    lines = "".join(f'        "{name}",\n' for name in ids)
    value = f"frozenset(\n    {{\n{lines}    }}\n)" if ids else "frozenset()"
    (root / MARKED).write_text(
        '"""Les sources dont le texte a changé depuis leur lecture : '
        'ce qui repose sur elles devient « à vérifier »."""\n\n'
        f"A_RELIRE: frozenset[str] = {value}\n",
        encoding="utf-8",
    )


def report(changes: list[Change]) -> Iterator[str]:
    """The changes, line by line, for a terminal or a file."""
    for change in changes:
        yield f"{change.article}: {change.kind}"
        yield f"  sources: {', '.join(change.sources) or 'none'}"
        if change.lost:
            yield f"  quotes gone: {', '.join(change.lost)}"
        for kind, names in change.touched:
            yield f"  {kind}: {', '.join(names)}"
        yield from (f"    {line}" for line in change.diff)
    yield f"{len(changes)} of the watched articles changed."


def _citing() -> dict[str, list[Source]]:
    found: dict[str, list[Source]] = {}
    for source in lawcheck.quoted():
        found.setdefault(f"{source.code} {source.article}", []).append(source)
    return found


def _stands(source: Source, text: tuple[str, ...]) -> bool:
    return any(paragraph.count(source.quote or "") == 1 for paragraph in text)


def _diff(
    text: tuple[str, ...], hashes: list[str], before: tuple[str, ...] | None, cited: list[Source]
) -> Iterator[str]:
    """A unified diff of the words of each paragraph that was not there; old words are those known."""
    known = set(hashes)
    if before is not None:
        gone = [paragraph for paragraph in before if paragraph not in text]
    else:
        gone = list(dict.fromkeys(source.quote or "" for source in cited if not _stands(source, text)))
    for rank, paragraph in enumerate(text, start=1):
        if fingerprint(paragraph) in known:
            continue
        close = max(gone, key=lambda old: _likeness(old, paragraph), default="")
        yield f"paragraph {rank}:"
        lines = difflib.unified_diff(close.split(), paragraph.split(), "as read", "now", lineterm="", n=3)
        yield from _on_few_lines(lines)
    if before is None and hashes and len(text) < len(hashes):
        yield f"{len(hashes) - len(text)} paragraph(s) fewer than when it was read"


def _likeness(old: str, new: str) -> float:
    return difflib.SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _on_few_lines(lines: Iterator[str]) -> Iterator[str]:
    """Words that share a sign (kept, added, removed) are put on one line."""
    sign, words = "", list[str]()
    for line in lines:
        if line.startswith(("---", "+++", "@@")):
            if words:
                yield f"{sign} {' '.join(words)}"
                words = []
            yield line
            continue
        if line[0] != sign and words:
            yield f"{sign} {' '.join(words)}"
            words = []
        sign = line[0]
        words.append(line[1:])
    if words:
        yield f"{sign} {' '.join(words)}"
