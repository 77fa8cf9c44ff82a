"""A translated page as it is published: each section translated from today's French, the others in French."""

from __future__ import annotations

from collections.abc import Collection

from portal.languages.segments import parts, split


def assembled(french: str, translation: str, stale: Collection[str]) -> str:
    """The body of `translation`, in the order of the French, with the French in place of each section of `stale`."""
    ours, theirs = parts(split(french)[1]), parts(split(translation)[1])
    return "".join(
        text if name in stale or name not in theirs else _ended(theirs[name], text) for name, text in ours.items()
    )


def _ended(text: str, like: str) -> str:
    """`text` with as many line feeds at its end as `like`: what stood last may now stand before something."""
    return text.rstrip("\n") + like[len(like.rstrip("\n")) :]
