"""How far each language is: pages and texts translated, late, missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.frontmatter import Front, canonical
from portal.languages import catalogue


@dataclass(frozen=True)
class Count:
    """Of the pages, or of the texts of one kind: `total`, `translated` from today's French, `late`, `missing`."""

    what: str
    total: int
    translated: int
    late: int
    missing: int

    def line(self) -> str:
        """The counts in one line of a terminal, aligned with those of other kinds."""
        return (
            f"{self.what:10} {self.translated:5} of {self.total:5} translated, {self.late} late, {self.missing} missing"
        )


def counts(root: Path, fronts: Mapping[str, Front], lang: str) -> list[Count]:
    """The pages first, then each kind of catalogue."""
    french = len(canonical(fronts))
    pages = [front for name, front in fronts.items() if name.startswith(f"{lang}/")]
    done = [front for front in pages if front.lang == lang]
    late = sum(bool(front.stale) for front in done)
    found = [Count("pages", french, len(done) - late, late, french - len(done))]
    for kind in catalogue.KINDS:
        state = catalogue.state(root, lang, kind)
        missing, stale = len(state.missing), len(state.stale)
        found.append(Count(kind, state.total, state.total - missing - stale, stale, missing))
    return found


def missing(root: Path) -> Iterator[str]:
    """What each published language lacks of the interface and of the rules, one line a catalogue with the command to
    type: the checker says it in French there, and the tests ask for it."""
    for lang in catalogue.languages(root)[1:]:
        for kind in (catalogue.INTERFACE, catalogue.RULES):
            if keys := catalogue.state(root, lang, kind).missing:
                file = catalogue.path_of(root, lang, kind).relative_to(root).as_posix()
                yield (
                    f"{file}: {len(keys)} text(s) not translated, such as “{keys[0]}”: "
                    f"python3 build.py language export {lang} {kind}"
                )


def late(root: Path, fronts: Mapping[str, Front]) -> Iterator[str]:
    """What is to be translated again, one line each: pages by section, then texts by key."""
    for name, front in fronts.items():
        if front.lang == name.partition("/")[0] and front.stale:
            yield f"docs/{name}: the French of {', '.join(front.stale)} has changed: shown in French until translated."
    for lang in catalogue.languages(root)[1:]:
        for kind in catalogue.KINDS:
            for key in catalogue.state(root, lang, kind).stale:
                file = catalogue.path_of(root, lang, kind).relative_to(root).as_posix()
                yield f"{file}: the French of “{key}” has changed: shown in French until translated."
