"""The evidence log."""

from __future__ import annotations

from dataclasses import dataclass

from checker.engine.model.sources import Source


@dataclass(frozen=True)
class Proof:
    """Something to keep; ``why`` rests on ``sources`` and may be empty."""

    text: str
    why: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class ProofGroup:
    """Proofs of one kind. ``route``: the only way to file that they concern, if there is one."""

    title: str
    proofs: tuple[Proof, ...]
    route: str | None = None


@dataclass(frozen=True)
class Log:
    """The evidence log: which proofs to keep, and the columns of a table to fill in by hand."""

    title: str = ""
    intro: str = ""
    columns: tuple[str, ...] = ()
    groups: tuple[ProofGroup, ...] = ()
