"""Which pages are no longer fresh: read too long before this edition, or resting on a text that changed since."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from checker.rules.a_relire import A_RELIRE
from portal.frontmatter import Front, canonical

OLD, CHANGED = "old", "changed"


def stale(front: Front, edition: str, days: int, changed: frozenset[str] = A_RELIRE) -> str:
    """CHANGED when a source of the page is in `changed`; OLD when it was read more than `days` before `edition`
    (ISO); empty when it is fresh."""
    if changed & set(front.sources):
        return CHANGED
    age = datetime.date.fromisoformat(edition) - datetime.date.fromisoformat(front.verified_on)
    return OLD if age.days > days else ""


def review(verified_on: str, days: int) -> str:
    """The last day (ISO) on which what was read on `verified_on` (ISO) needs no new reading."""
    return (datetime.date.fromisoformat(verified_on) + datetime.timedelta(days)).isoformat()


def listing(fronts: Mapping[str, Front], edition: str, days: int, changed: frozenset[str] = A_RELIRE) -> Iterator[str]:
    """One line for each page that is not fresh, with what to do."""
    # A translation is as fresh as its French.
    for name, front in canonical(fronts).items():
        match stale(front, edition, days, changed):
            case "changed":
                ids = ", ".join(sorted(changed & set(front.sources)))
                yield f"docs/{name}: {ids} changed since it was read. Read both again, and date `verifie_le`."
            case "old":
                yield f"docs/{name}: read on {front.verified_on}, over {days} days before the edition. Read it again."
