"""What the pages cost to make, beside stock MkDocs Material with mkdocs-static-i18n on the same pages and languages.

Both are the whole command, in a process of its own: ours with its checks of words and links, theirs with its index for
search. The seconds are those of the processor: MkDocs uses one core, and other work disturbs them less.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from portal.pages import CANONICAL, languages
from tests.bench import material, scratch
from tests.bench.cost import of
from tests.bench.registry import ROOT, Row, Setting

# Prints the seconds of each step, last.
WHOLE = """
import json
from pathlib import Path
from portal.pipeline import build
report = build(Path({root!r}), destination=Path({site!r}))
print(json.dumps(report.steps))
"""


def rows(setting: Setting) -> Iterator[Row]:
    yield from beside(setting, (CANONICAL,), "Material")
    if setting.quick:
        return
    yield from beside(setting, tuple(languages(ROOT)), "Material, mkdocs-static-i18n")
    script = WHOLE.format(root=str(ROOT), site=str(setting.work / "whole"))
    said = of([sys.executable, "-c", script], ROOT)
    steps: dict[str, float] = dict(json.loads(said.output.splitlines()[-1]))
    _, theirs = material.built(setting.work, tuple(languages(ROOT)))
    yield Row("step “Pages” of our build", steps["Pages"], theirs.seconds, "s", "with its gates; Material has none")
    slow = sorted(steps.items(), key=lambda step: -step[1])[:4]
    note = f"every step, with the caches of the last build; {', '.join(f'{name} {spent:.0f}' for name, spent in slow)}"
    yield Row("whole build", said.seconds, theirs.seconds, "s", f"{note}; Material makes the pages alone")


def beside(setting: Setting, langs: tuple[str, ...], peer: str) -> Iterator[Row]:
    """The command of MkDocs on our pages in `langs`, and the peer's."""
    project = scratch.project(setting.work / f"build-{len(langs)}", langs)
    ours = scratch.build(project, project / "site")
    site, theirs = material.built(setting.work, langs)
    note = f"{peer}; {count(project / 'site'):,} pages and {count(site):,}"
    title = f"pages in {len(langs)} language{'s' if len(langs) > 1 else ''}"
    yield Row(title, ours.processor, theirs.processor, "s of processor", note)
    yield Row(f"{title}: memory", ours.mebibytes, theirs.mebibytes, "MiB", peer)


def count(site: Path) -> int:
    """The pages of `site`."""
    return sum(1 for _ in site.rglob("*.html"))
