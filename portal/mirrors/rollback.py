"""`mirror back`: the copy that was in use before, for a bad day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors import state, trusting
from portal.mirrors.failing import explained
from portal.mirrors.swapping import Copies, alone, order


def rollback(to: Path, *, undo: bool = False, today: dt.date, say: Callable[[str], object] = print) -> int:
    """Puts the copy that was kept in use again; `undo` comes back from it. Asked twice, it does nothing more. Updates
    leave the edition that was set aside where it is, and take the one after.

    Returns the exit status: 0, or 3 when the edition now in use is past its date. Raises BuildError, and then nothing
    has changed for readers."""
    if not to.is_dir():
        raise BuildError(f"{to} : ce dossier n’existe pas.", "donnez le dossier du miroir.")
    with explained(to), alone(to):
        copies = Copies(to)
        current = copies.current()
        memory = state.load(copies, current)
        other = memory.previous(current, copies.names()) if current else ""
        if not other or (order(other) > order(current)) != undo:
            say(
                f"Rien à faire : {current or 'rien'} en place, aucune édition plus {'récente' if undo else 'ancienne'}."
            )
            return 0
        result = trusting.verified(copies.path(other), trusting.of(copies.path(other)), today)
        trusting.refuse(other, result)
        memory.note(other, "remise" if undo else "retour", today)
        memory.save(copies)
        copies.use(other)
        say(f"Édition {other} en place. La {current} est gardée : mirror back{'' if undo else ' --undo'}")
        return trusting.age(result, today, say)
