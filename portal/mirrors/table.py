"""What the check writes, for readers and for programs, in one folder:

    mirrors.json          every fact (see record.py)
    copies.html           a page, to be put in a folder of the site beside assets/
    copies-tableau.html   its table alone, to insert elsewhere
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import jinja2

from portal import pages, typography
from portal.mirrors import judging, record
from portal.mirrors.record import Note, Outcome

PAGE, FRAGMENT = "copies.html", "copies-tableau.html"
WRITE_TO, TAKE_OFF = 30, 60
"""Days: a copy that stays late or expired so long is written to, then taken off the list."""
_CSP = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_MOST = 8
"""Things found that are told of one copy; mirrors.json has all."""


def write(
    root: Path, out: Path, outcomes: Sequence[Outcome], editions: Mapping[int, str], newest: int, today: dt.date
) -> list[Path]:
    """Writes the three files into `out`, each whole or not at all; returns their paths. Same outcomes, same bytes."""
    words = pages.strings(root, "fr")
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(root / "portal" / "theme"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    env.filters |= {
        "typo": typography.french,
        "day": lambda day: pages.date_words(day, words),
        "language": lambda code: _language(root, code),
    }
    context = {
        "csp": _CSP,
        "outcomes": sorted(outcomes, key=lambda outcome: judging.ORDER.index(outcome.status)),
        "followed": (judging.FRESH, judging.LATE),
        "newest": newest,
        "today": today,
        "said": said,
        "most": _MOST,
    }
    made = {record.NAME: record.text(outcomes, editions, newest, today.isoformat())}
    made |= {PAGE: env.get_template("copies.html").render(context) + "\n"}
    made |= {FRAGMENT: env.get_template("fragments/copies.html").render(context) + "\n"}
    out.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        new = out / f".{name}.new"
        new.write_text(text, "utf-8", newline="\n")
        new.replace(out / name)
    return [out / name for name in made]


def said(note: Note) -> str:
    """A thing found, in a sentence or two."""
    where = f"{note.path} : " if note.path else ""
    others = f" ({note.count} fichiers.)" if note.count > 1 else ""
    return _safe(f"{where}{note.message}{others}")


def lines(outcomes: Sequence[Outcome], today: dt.date) -> Iterator[str]:
    """The report of the terminal: a line a copy, what was found below, what to do."""
    for outcome in outcomes:
        stated = outcome.statement
        held = f"édition {stated.edition}, {outcome.files} fichiers fidèles" if stated else "aucune édition lue"
        yield _safe(f"{outcome.status} : {outcome.copy.name}, {outcome.copy.address} ({held})")
        yield from (f"  {said(note)}" for note in outcome.notes[:_MOST])
        if len(outcome.notes) > _MOST:
            yield f"  … et {len(outcome.notes) - _MOST} autres constats, dans {record.NAME}"
        if outcome.status != judging.FRESH:
            yield f"  {_safe(_to_do(outcome, today))}"
    if not outcomes:
        yield "aucune copie dans la liste"


def _to_do(outcome: Outcome, today: dt.date) -> str:
    days = (today - dt.date.fromisoformat(outcome.since)).days
    if outcome.status == judging.ALTERED:
        return f"Retirez-la de la liste, et prévenez {outcome.copy.contact}."
    if days >= TAKE_OFF:
        return f"Ainsi depuis {days} jours : retirez-la de la liste."
    if days >= WRITE_TO:
        return f"Ainsi depuis {days} jours : écrivez à {outcome.copy.contact}."
    return f"Ainsi depuis {days} jour{'s' if days > 1 else ''}. Contact : {outcome.copy.contact}."


def _language(root: Path, code: str) -> str:
    """The name of a language; its code when this project does not have it."""
    return str(pages.strings(root, code)["name"]) if (root / "docs" / code).is_dir() else code


def _safe(line: str) -> str:
    """Without the signs by which a copy could write over the terminal, or turn the text around it."""
    return "".join(c if c.isprintable() or c == typography.NBSP else "?" for c in line)
