"""Shared by the tests of the page's scripts: sets of answers as readers give them, and the scripts run by Node."""

from __future__ import annotations

import json
import random
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from checker.compiled import compiled
from portal.npm import node

RULES = compiled()
TODAY = date(2026, 11, 23)
SCRIPTS = Path("portal") / "theme" / "assets"


def run_scripts(root: Path, work: dict[str, Any], *files: Path) -> dict[str, Any]:
    """What tests/node/journey.mjs prints for `work`; `files` are graphs.json and, if needed, arbre.json."""
    command = [str(node(root)), str(root / "tests" / "node" / "journey.mjs"), str(root / SCRIPTS), *map(str, files)]
    done = subprocess.run(command, input=json.dumps(work), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def drawn(count: int, seed: int, share: float = 0.6) -> list[dict[str, Any]]:
    """Forms filled at random: answers, unknown ones, dates; the day examined varies too."""
    dice = random.Random(seed)
    forms = []
    for _ in range(count):
        day = TODAY - timedelta(days=dice.choice([0, 0, dice.randint(1, 800)]))
        kept = dice.random() * share * 1.6
        answers = {
            question.id: dice.choice([*(option.id for option in question.options), "?"])
            for question in RULES.base.questions
            if dice.random() < kept
        }
        dates = {
            entry.id: (day + timedelta(days=dice.randint(-500, 0 if entry.id == "depot" else 400))).isoformat()
            for entry in RULES.base.dates
            if dice.random() < 0.3
        }
        forms.append({"answers": answers, "dates": dates, "day": day.isoformat()})
    return forms
