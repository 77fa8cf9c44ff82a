"""The whole verification of one copy, in the order of trust: signatures, manifests, files, age."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from . import age, files, layout, local, manifest, served, signatures
from .findings import Finding, Trouble, status
from .memory import Memory
from .places import Missing, Place, TooLong
from .statement import REMEDY, Statement, parse
from .web import Web

Progress = Callable[[int, int, str], None]


@dataclass
class Result:
    """`statement`: None when it can not be read; `signed`: by enough trusted keys; `checked`: files found good."""

    statement: Statement | None = None
    signed: bool = False
    checked: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def status(self) -> int:
        """The exit status."""
        return status(self.findings)


@dataclass(frozen=True)
class _Lists:
    sums: Mapping[str, str]
    compressed: Mapping[str, str]
    sizes: Mapping[str, int]


def verify(
    place: Place,
    trusted: Sequence[bytes],
    today: dt.date,
    *,
    newest: int = 0,
    memory: Memory | None = None,
    every_encoding: bool = False,
    progress: Progress = lambda done, total, name: None,
) -> Result:
    """Everything that can be said of the copy in `place` on `today`.

    `trusted`: files of sets of keys; `newest`: the newest edition known; `memory`: what earlier runs saw;
    `every_encoding`: over HTTP, ask for each page in each encoding; `progress` is called with each good file. Never
    raises for what the copy does: each fault is a finding."""
    result = Result()
    memory = memory or Memory(None, "")
    try:
        _verify(result, place, trusted, today, newest, memory, every_encoding, progress)
    except Trouble as trouble:
        result.findings.append(trouble.finding)
    try:
        memory.finish(complete=all(finding.level != "unreachable" for finding in result.findings))
    except Trouble as trouble:
        result.findings.append(trouble.finding)
    result.findings[:0] = place.faults
    return result


def _verify(
    result: Result,
    place: Place,
    trusted: Sequence[bytes],
    today: dt.date,
    newest: int,
    memory: Memory,
    every_encoding: bool,
    progress: Progress,
) -> None:
    raw = _part(place, layout.STATEMENT)
    statement = result.statement = parse(raw)
    digest = hashlib.sha256(raw).hexdigest()
    try:
        found = signatures.check(place, raw, statement, trusted)
    except Trouble as trouble:
        found = [trouble.finding]
    result.signed = all(finding.level not in ("error", "unreachable") for finding in found)
    result.findings += found
    if result.signed:
        result.findings += memory.judge(statement.edition, digest)
        memory.note(statement.edition, digest)
    result.findings += age.check(statement, today, max(newest, memory.newest))
    lists = _lists(place, statement)
    written: Mapping[str, bytes] = {}
    absent: frozenset[str] = frozenset()
    try:
        made, found = local.check(place, statement.languages, lists.sums, lists.sizes)
        written, absent = made.files, made.absent
    except Trouble as trouble:
        found = [trouble.finding]
    result.findings += found
    done = memory.resume(statement.manifest, today) if isinstance(place, Web) else set()
    total = len(lists.sums) - len(absent)
    result.checked = len(done)

    def seen(name: str) -> None:
        result.checked += 1
        if isinstance(place, Web):
            memory.done(name)
        progress(result.checked, total, name)

    result.findings += files.check(
        place, lists.sums, lists.compressed, lists.sizes, written=written, absent=absent, done=done, seen=seen
    )
    if isinstance(place, Web) and all(finding.code != "gave-up" for finding in result.findings):
        kept = {name: sum_ for name, sum_ in lists.sums.items() if name not in absent}
        result.findings += served.check(
            place, kept, lists.compressed, lists.sizes, today, signed=result.signed, every=every_encoding
        )


def _lists(place: Place, statement: Statement) -> _Lists:
    """The manifests and sizes that the statement names. Raises Trouble when they are others."""
    texts = {}
    for path, digest in ((layout.MANIFEST, statement.manifest), (layout.MANIFEST_COMPRESSED, statement.compressed)):
        texts[path] = _part(place, path)
        if hashlib.sha256(texts[path]).hexdigest() != digest:
            raise Trouble("error", "manifest-altered", path, f"N’est pas celui que l’édition signe. {REMEDY}")
    sums, compressed = (manifest.parse(text, path) for path, text in texts.items())
    sizes_text = _part(place, layout.SIZES)
    if hashlib.sha256(sizes_text).hexdigest() != sums.get(layout.SIZES):
        raise Trouble("error", "file-altered", layout.SIZES, f"N’est pas celui que l’édition signe. {REMEDY}")
    sizes = manifest.sizes(sizes_text, (sums.keys() | compressed.keys()) - {layout.SIZES})
    if (len(sums), sum(sizes[name] for name in sums if name in sizes) + len(sizes_text)) != (
        statement.files,
        statement.bytes,
    ):
        raise Trouble(
            "error", "statement-malformed", layout.STATEMENT, f"Ne compte pas les fichiers du manifeste. {REMEDY}"
        )
    return _Lists(sums, compressed, sizes)


def _part(place: Place, path: str) -> bytes:
    try:
        return place.read(path, layout.LIMITS[path])
    except Missing:
        raise Trouble("error", "edition-missing", path, f"Absent : ce n’est pas une copie entière. {REMEDY}") from None
    except TooLong:
        raise Trouble("error", "file-altered", path, f"Bien trop long. {REMEDY}") from None
