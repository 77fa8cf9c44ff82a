"""What ties a translation to the French it was made from: eight figures, of a text or of each section of a page."""

from __future__ import annotations

from checker.fingerprint import fingerprint
from portal.languages.segments import HEAD, parts, split

# Keys of the front matter that a translation has of its own.
TRANSLATED = ("title", "description", "summary", "court")


# The rules and the backs of the cards tie their translations in the same way.
of = fingerprint


def sections(page: str) -> dict[str, str]:
    """The fingerprint of each section of a French page by the id of its `##` heading; HEAD for what comes first."""
    front, body, _ = split(page)
    said = [line for line in front.splitlines() if line.startswith(tuple(f"{key}:" for key in TRANSLATED))]
    found = parts(body)
    found[HEAD] = "\n".join([*said, found[HEAD]])
    return {name: of(text.strip()) for name, text in found.items()}
