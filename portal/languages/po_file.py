"""PO files as translators send them: read or refused, never taken for something else."""

from __future__ import annotations

import re

import polib

from portal import yaml_text
from portal.errors import BuildError

_LINE = re.compile(r"\(line (\d+)\)")
# polib takes a text for the name of a file when there is such a file: a comment before it is no name.
_BEFORE = "#\n"


def read(text: str, name: str) -> polib.POFile:
    """The PO file whose text is `text`, without the entries that the translator's tool keeps though the French has them
    no more. `name`: the page or catalogue, for messages. Raises BuildError, with the line, when it is no PO."""
    try:
        file = polib.pofile(_BEFORE + text)
    except (OSError, ValueError, LookupError) as error:
        found = _LINE.search(str(error))
        place = f", line {int(found[1]) - 1}" if found and int(found[1]) > 1 else ""
        remedy = "correct it in a tool for PO files (Poedit), or export it again."
        raise BuildError(f"the PO of {name}{place}: not readable.", remedy) from None
    for entry in file.obsolete_entries():
        file.remove(entry)
    return file


def check_line(page: str, place: str, text: str, line: str = "") -> None:
    """Raises BuildError unless `text`, translated at `place`, stays one line of the page; and unless `line` of the
    front matter, which holds it, is still one key."""
    fault = ""
    if len(text.splitlines()) != 1:
        fault = "more than one line"
    elif line:
        try:
            found = yaml_text.load(line, page)
        except BuildError:
            found = None
        if not isinstance(found, dict) or [*found] != [line.partition(":")[0]]:
            fault = "quotes or brackets that end it too soon"
    if fault:
        remedy = 'write it on one line; before each " of a title, write \\.'
        raise BuildError(f"the PO of {page}: {place}: “{text}”: {fault}.", remedy)
