"""The build: every step, in order, into .build/site; site/ is replaced at the very end, or not at all."""

from __future__ import annotations

import calendar
import errno
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from portal import compress, npm
from portal.errors import BuildError
from portal.locking import locked
from portal.publishing import publish, put_back
from portal.tools import run_tool

T = TypeVar("T")
EDITION_VARIABLE = "PORTAL_EDITION"
# Kept from one build to the next inside .build/: everything else there is a leftover.
KEPT = frozenset({"lock", "cache"})
# The number of steps of `_to_pages`, and of `_whole`, which begins with them.
_PAGES, _WHOLE = 4, 14


@dataclass(frozen=True)
class Report:
    """What a build made: `site` is its folder, `steps` the seconds each step took, in order; `warnings`, what a host
    has still to do."""

    site: Path
    edition: str
    steps: tuple[tuple[str, float], ...]
    warnings: tuple[str, ...]

    def show(self) -> None:
        """Prints pages, sizes, seconds, warnings, and the next command."""
        pages = list(self.site.rglob("*.html"))
        print(f"\nEdition {self.edition} is ready in {self.site}")
        print(f"  {len(pages)} pages, {_size(self.site)} to copy to a host")
        papers = [path for path in (self.site / "guides").rglob("*") if path.is_file()]
        pdfs = sum(path.suffix == ".pdf" for path in papers)
        print(f"  {pdfs} PDF papers and the e-books in guides/, {_size(self.site / 'guides')}")
        for variant, total in _runtime_totals(self.site).items():
            print(f"  checker's Python, {variant}: {total['br'] / 1_000_000:.2f} MB on the wire (brotli)")
        print(f"  made in {sum(seconds for _, seconds in self.steps):.1f} s:", end=" ")
        print(", ".join(f"{title.lower()} {seconds:.1f}" for title, seconds in self.steps))
        for warning in self.warnings:
            print(f"Warning: {warning}")
        print("Next: python3 build.py serve")


def build(root: Path, *, edition: str | None = None, destination: Path | None = None) -> Report:
    """Builds the portal of `root` into `destination` (root/site by default), replaced as a whole at the very end.

    `edition` (YYYY-MM-DD) replaces the date of docs/_data/edition.yml. Whatever is raised, `destination` is untouched.
    Raises BuildError."""
    destination = destination or root / "site"
    with locked(root), _edition(edition):
        put_back(destination)
        if not os.access(destination.parent, os.W_OK):
            # Said now: publishing comes minutes later.
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(destination.parent))
        return _build(root, destination)


def papers(
    root: Path,
    destination: Path,
    *,
    edition: str | None = None,
    lang: str = "fr",
    only: Sequence[str] = (),
    mirror: Path | None = None,
) -> list[Path]:
    """Builds the pages, and from them the papers named in `only` (all by default), into the folder `destination`.

    `mirror` is what the host of this copy says, by default mirror.yml in `root`. Returns the files written;
    others in `destination` are left alone. Raises BuildError, before anything is written."""
    from portal import printing

    # Pages take a minute: what cannot be made is said before.
    printing.asked(root, lang, only)
    with locked(root), _edition(edition):
        site = _empty(root)
        # A ZIM holds the whole site; other papers are made of its written pages.
        whole = bool(printing.ON_DEMAND.keys() & set(only))
        steps = _Steps(total=(_WHOLE if whole else _PAGES) + 1)
        modules, chosen = (_whole if whole else _to_pages)(root, site, steps)
        return steps.run(
            "Papers",
            lambda: printing.write(
                root, site, modules, chosen, lang=lang, only=only, folder=destination, mirror=mirror
            ),
        )


def _to_pages(root: Path, site: Path, steps: _Steps) -> tuple[Path, str]:
    """The steps that both a build and the papers begin with; returns the npm packages and the date of the edition."""
    steps.run("Rules and quotes", lambda: _rules(root))
    modules = steps.run("npm packages", lambda: npm.install(root))
    # Before the pages: the checker's page announces the size of the runtime.
    steps.run("Python for the browser", lambda: _prepare_runtime(root, modules))
    return modules, steps.run("Pages", lambda: _pages(root, site))


def _whole(root: Path, site: Path, steps: _Steps) -> tuple[Path, str]:
    """Every step that makes a file of the site, then its audit; returns what `_to_pages` does."""
    modules, edition = _to_pages(root, site, steps)
    steps.run("Decision pages", lambda: _decisions(root, site))
    steps.run("Runtime files", lambda: _write_runtime(root, site, modules))
    steps.run("Papers", lambda: _printing(root, site, modules, edition))
    steps.run("Public data", lambda: _public_data(root, site))
    steps.run("Papers to take away", lambda: _takeaway(root, site))
    steps.run("For those who host a copy", lambda: _hosts(root, site))
    steps.run("Home screen and kept copy", lambda: _offline(root, site))
    steps.run("Works of others", lambda: _others(root, site))
    steps.run("Edition", lambda: _edition_page(root, site))
    steps.run("Audit", lambda: _audit(root, site))
    return modules, edition


def _build(root: Path, destination: Path) -> Report:
    # Each part is imported by its own step: a fault in one is met there, named, after the steps before it ran.
    started = time.time()
    site = _empty(root)
    steps = _Steps(total=_WHOLE + 3)
    _, edition = _whole(root, site, steps)
    # Before the publication: what fails here must leave the previous site as it was.
    warnings = _warnings(root)
    steps.run("Compressed copies", lambda: compress.compress(root, site))
    steps.run("Manifests", lambda: _manifests(root, site))
    compress.prune(root, started)
    steps.run("Publish", lambda: publish(site, destination))
    return Report(destination, edition, tuple(steps.done), warnings)


class _Steps:
    """Says each step as it begins, and keeps the seconds it took."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done: list[tuple[str, float]] = []

    def run(self, title: str, action: Callable[[], T]) -> T:
        print(f"[{len(self.done) + 1}/{self.total}] {title}", flush=True)
        begun = time.monotonic()
        result = action()
        self.done.append((title, time.monotonic() - begun))
        return result


def _rules(root: Path) -> None:
    from portal import lawcheck

    refuse("the rules", lawcheck.check(root, None))


def _pages(root: Path, site: Path) -> str:
    from portal import comments, law, pages, prose
    from portal.frontmatter import read_all
    from portal.languages import checks

    edition = pages.edition_date(root)
    fronts = read_all(root / "docs", law.sources())
    refuse("the pages", [*prose.check_texts(root / "docs", fronts)])
    glossary = law.data(root)["glossaire"]
    refuse("the translations", [*checks.faults(root, fronts, glossary)])
    _mkdocs(root, site, edition)
    comments.strip_all(site / "assets")
    refuse("the pages", [*prose.check_pages(site, fronts, glossary)])
    return edition


def _decisions(root: Path, site: Path) -> None:
    from portal import decisions, pages

    decisions.write(root, site, pages.environment(root))


def _prepare_runtime(root: Path, modules: Path) -> None:
    from portal import runtime

    runtime.prepare(root, modules)


def _runtime_totals(site: Path) -> dict[str, dict[str, int]]:
    """Sizes of each variant of the checker's runtime, as `site` announces them."""
    manifest = json.loads((site / "runtime" / "manifest.json").read_text("utf-8"))
    return {name: variant["total"] for name, variant in manifest["variants"].items()}


def _write_runtime(root: Path, site: Path, modules: Path) -> None:
    from portal import runtime

    runtime.write(root, site, modules)


def _printing(root: Path, site: Path, modules: Path, edition: str) -> None:
    from portal import printing

    printing.write_all(root, site, modules, edition)


def _public_data(root: Path, site: Path) -> None:
    from portal import exports, feeds, search

    exports.write(root, site)
    feeds.write(root, site)
    search.write(root, site)


def _takeaway(root: Path, site: Path) -> None:
    from portal import addresses, short, takeaway

    short.write(root, site)
    addresses.write(root, site)
    takeaway.write(root, site)


def _hosts(root: Path, site: Path) -> None:
    from portal import hosting
    from portal.mirrors import local, offline_tools
    from portal.release import building

    hosting.write(root, site)
    local.write(root, site)
    offline_tools.write(root, site, building.sets(root))
    building.write_verifier(root, site)


def _others(root: Path, site: Path) -> None:
    from portal import supply

    supply.write(root, site)
    refuse("what is shipped of others", supply.faults(root, site))


def _edition_page(root: Path, site: Path) -> None:
    from portal.release import building

    building.write_page(root, site)


def _manifests(root: Path, site: Path) -> None:
    from portal.release import building

    building.write_manifests(root, site)


def _offline(root: Path, site: Path) -> None:
    from portal import install, offline

    # Last of all that writes: the list holds the hash of every kept file.
    install.write(root, site)
    offline.write(root, site)


def _audit(root: Path, site: Path) -> None:
    from portal import audit

    refuse("the built site", audit.audit(site, lambda data: len(compress.brotli_bytes(root, data))))


def _warnings(root: Path) -> tuple[str, ...]:
    from portal.mirrors import config

    return tuple(config.warnings(root))


def _mkdocs(root: Path, site: Path, edition: str) -> None:
    """Runs MkDocs in a process of its own: its hooks keep state, and a rebuild must see today's code.

    No --quiet: it silences warnings before strict mode counts them."""
    year, month, day = map(int, edition.split("-"))
    env = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": str(calendar.timegm((year, month, day, 0, 0, 0))),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    command += ["--site-dir", str(site)]
    run_tool(command, root, "the pages cannot be built", env, noise=("INFO", "DEBUG"))


def refuse(what: str, problems: list[str]) -> None:
    """Raises BuildError with the first 40 of ``problems``, found in ``what``; returns when there is none."""
    if problems:
        shown = "\n".join(f"  {problem}" for problem in problems[:40])
        more = f"\n  … and {len(problems) - 40} more" if len(problems) > 40 else ""
        raise BuildError(f"{len(problems)} problem(s) in {what}:\n{shown}{more}", "correct them; site/ is as before.")


def clean(root: Path) -> Path:
    """root/.build without what an interrupted build left there."""
    work = root / ".build"
    for entry in work.iterdir():
        if entry.name in KEPT:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    return work


def _empty(root: Path) -> Path:
    """The folder, empty, that the site is made in: where nothing can be written, that is said before any work."""
    site = clean(root) / "site"
    site.mkdir()
    return site


@contextmanager
def _edition(edition: str | None) -> Iterator[None]:
    """Lets every part, and MkDocs' process, see the edition asked for."""
    before = os.environ.get(EDITION_VARIABLE)
    if edition:
        os.environ[EDITION_VARIABLE] = edition
    try:
        yield
    finally:
        if edition:
            os.environ.pop(EDITION_VARIABLE)
            if before is not None:
                os.environ[EDITION_VARIABLE] = before


def _size(path: Path, suffix: str = "") -> str:
    files = [path] if path.is_file() else [f for f in path.rglob(f"*{suffix}") if f.is_file()]
    total = sum(f.stat().st_size for f in files)
    return f"{total / 1_000_000:.2f} MB" if total >= 1_000_000 else f"{total / 1000:.1f} kB"
