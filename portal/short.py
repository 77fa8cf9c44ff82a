"""Short permanent addresses, `q/<code>/`: what the QR codes on paper lead to.

A code is written once, in the front matter of the French page (`code`), and stays its own for ever: a sheet of paper
cannot be corrected. The address of a code ends with the edition of the paper, `#e3`: the target says how old that
edition is and what changed since. No script: the fragment chooses what is shown, and no server learns it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from portal import law, pages
from portal.edition import Edition, load, parse_date
from portal.frontmatter import Front, PageError, canonical
from portal.pages import CANONICAL, Site

FOLDER = "q"
HISTORY = "docs/_data/editions.yml"
_FIELDS = {"numero", "date", "expire_le", "codes"}


def path(code: str) -> str:
    """The address of a code from the root of the site, as paper writes it; its page is index.html in that folder."""
    return f"{FOLDER}/{code}/"


def codes(fronts: Mapping[str, Front]) -> dict[str, str]:
    """Address of a French page ("fr/documents/api.html") → its code."""
    return {
        name.removesuffix(".md") + ".html": front.code
        for name, front in canonical(fronts).items()
        if front.code
    }


def on_paper(edition: Edition, code: str) -> tuple[str, str]:
    """(what the QR code of a paper holds, what is written beside it: without scheme nor edition)."""
    address = edition.site_url + path(code)
    return f"{address}#e{edition.number}", address.partition("://")[2]


def editions(root: Path) -> list[Edition]:
    """The editions that papers may carry, from the oldest to the current one.

    Raises PageError when docs/_data/editions.yml misses a field, or is not in order."""
    current = load(root)
    found = [
        Edition(
            str(entry["numero"]), parse_date(entry["date"], HISTORY), parse_date(entry["expire_le"], HISTORY), ""
        )
        for entry in _history(root)
    ]
    ranked = [*found, current]
    for before, after in pairwise(ranked):
        if int(before.number) >= int(after.number) or before.date >= after.date:
            raise PageError(
                f"{HISTORY}: edition {before.number} of {before.date} does not come before edition {after.number} of "
                f"{after.date}. Keep them in order; the current one is in docs/_data/edition.yml."
            )
    return ranked


def lost(root: Path, fronts: Mapping[str, Front]) -> Iterator[str]:
    """The codes of past editions that lead nowhere any more: each is on a paper in somebody's hands."""
    kept = set(codes(fronts).values())
    for entry in _history(root):
        for code in entry["codes"]:
            if code not in kept:
                yield (
                    f"{HISTORY}: edition {entry['numero']} printed the code “{code}”, which no page bears. "
                    f"Give it, as `code: {code}`, to the page that says the same today."
                )


def write(root: Path, site: Path) -> list[Path]:
    """Write the page of every code under `site`; return the paths. Raises PageError for a code lost or out of order."""
    environment = pages.environment(root)
    shared: Site = environment.globals["site"]  # type: ignore[assignment]
    if faults := [*lost(root, shared.fronts)]:
        raise PageError("\n".join(faults))
    template = environment.get_template("short.html")
    changes = law.data(root)["changements"]
    known = editions(root)
    written = []
    for url, code in sorted(codes(shared.fronts).items()):
        file = site / path(code) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(template.render(**_context(shared, url, code, known, changes)), "utf-8")
        written.append(file)
    return written


def _context(site: Site, url: str, code: str, known: list[Edition], changes: list[dict[str, Any]]) -> dict[str, Any]:
    words = site.text(CANONICAL)["short"]
    front = site.fronts[pages.source_of(url)]
    shared = site.context(
        f"{path(code)}index.html",
        title=f"{words['title']} {code}",
        description=words["description"],
        verified_on=front.verified_on,
        index=False,
    )
    return shared | {
        # The holder of a paper in another language looks for its page.
        "languages": site.choices(url),
        "code": code,
        "target": url,
        "target_title": front.title,
        "target_summary": front.summary,
        "known": [_known(site, edition, known[-1], url, changes) for edition in reversed(known)],
    }


def _known(
    site: Site, edition: Edition, current: Edition, url: str, changes: list[dict[str, Any]]
) -> dict[str, Any]:
    """What is said to the holder of a paper of `edition`: its dates, its age, what changed since."""
    name = url.removeprefix(f"{CANONICAL}/").removesuffix(".html")
    since = [change for change in changes if parse_date(change["date"], "docs/_data/changements.yml") > edition.date]
    return {
        "number": edition.number,
        "date": site.words(edition.date),
        "expires": site.words(edition.expires),
        "last_day": edition.expires.isoformat(),
        "current": edition is current,
        "months": _months(edition.date, current.date),
        "here": [change["texte"] for change in since if name in change["pages"]],
        "elsewhere": sum(name not in change["pages"] for change in since),
    }


def _months(before: dt.date, after: dt.date) -> int:
    """Whole months between two days."""
    return (after.year - before.year) * 12 + after.month - before.month - (after.day < before.day)


def _history(root: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = law.data(root).get("editions") or []
    for rank, entry in enumerate(entries, start=1):
        if missing := _FIELDS - entry.keys():
            raise PageError(f"{HISTORY}: entry {rank} has no {', '.join(sorted(missing))}. Write it.")
    return entries
