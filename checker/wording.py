"""What is said of a day in several places: how far it is from the end of the title, and that offices are closed."""

from __future__ import annotations

from datetime import date

from checker.engine.deadlines import closed
from checker.engine.phrases import Phrases


def gap(phrases: Phrases, days: int) -> str:
    """``40 jours après la fin de votre titre``; ``days`` is negative before the end."""
    if days == 0:
        return phrases["ecart.meme_jour"]
    return phrases.count("ecart.apres" if days > 0 else "ecart.avant", days)


def closed_day(phrases: Phrases, day: date) -> str | None:
    """A warning when offices are closed on ``day``, which no text moves."""
    why = closed(day)
    return phrases.say("jour_ferme", closed=phrases[f"closed.{why}"]) if why else None
