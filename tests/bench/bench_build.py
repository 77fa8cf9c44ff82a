"""What the pages cost to make, beside stock MkDocs Material with mkdocs-static-i18n on the same pages and languages.

Both are the whole command, in a process of its own: ours with its checks of words and links, theirs with its index for
search. The seconds are those of the processor: MkDocs uses one core, and other work disturbs them less.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from portal.pages import CANONICAL, languages
from tests.bench import material, scratch
from tests.bench.cost import ENVIRONMENT, Cost, of
from tests.bench.registry import ROOT, Row, Setting

# The step of the pipeline, with its gates on words and translations.
STEP = """
from pathlib import Path
from portal.pipeline import _pages
_pages(Path("."), Path({site!r}))
"""
WHOLE = """
from pathlib import Path
from portal.pipeline import build
build(Path("."), destination=Path({site!r}))
"""


def rows(setting: Setting) -> Iterator[Row]:
    every = tuple(languages(ROOT))
    for langs in ((CANONICAL,), every):
        project = scratch.project(setting.work / f"build-{len(langs)}", langs)
        ours = scratch.build(project, project / "site")
        _, theirs = material.built(setting.work, langs)
        pages = f"{count(project / 'site'):,} pages" if len(langs) == 1 else f"{len(langs)} languages"
        peer = "Material" if len(langs) == 1 else "Material, mkdocs-static-i18n"
        yield Row(f"pages, {pages}", ours.processor, theirs.processor, "s of processor", peer)
        yield Row(f"pages, {pages}: memory", ours.mebibytes, theirs.mebibytes, "MiB", peer)
    step = run(STEP, setting.work / "step")
    yield Row("step “Pages”, with its gates", step.processor, theirs.processor, "s of processor", f"{peer}: no gate")
    if not setting.quick:
        whole = run(WHOLE, setting.work / "whole")
        note = "questions, runtime, papers, compression, with the caches of the last build; not in a quick run"
        yield Row("whole build", whole.seconds, None, "s", note)
        yield Row("whole build: processor", whole.processor, None, "s of processor")


def run(script: str, site: Path) -> Cost:
    """The cost of a script of the pipeline that writes `site`."""
    return of([sys.executable, "-c", script.format(site=str(site))], ROOT, ENVIRONMENT)


def count(site: Path) -> int:
    """The pages of `site`."""
    return sum(1 for _ in site.rglob("*.html"))
