"""The folder of a mirror that keeps itself up to date: whole copies side by side, and the link to the one in use.

    <mirror>/editions/8/     a whole copy; 8.1 is the same edition made again (the host wrote something else of itself)
    <mirror>/courant         → editions/8: what the server gives to readers
    <mirror>/etat.json       see portal.mirrors.state
    <mirror>/mirror.yml      what the host says of itself
    <mirror>/.…              work under way: a run that was cut leaves it, the next one sweeps it

A name appears in editions/ only by renaming a whole copy, and leaves it the same way: nothing there is ever half made.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors.durable import NEW, flush, settle, unlink

EDITIONS = "editions"
CURRENT = "courant"
_NEW_LINK = f".{CURRENT}{NEW}"
_RETIRED = ".retire-"
_LOCK = ".verrou"
_NAME = re.compile(r"[1-9][0-9]*(?:\.[1-9][0-9]*)?")


@contextmanager
def alone(to: Path) -> Iterator[None]:
    """Holds the folder `to` against another update, which the system lets go of however this process ends.

    Raises BuildError when another one is at work: it will do what this one would."""
    with (to / _LOCK).open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildError(f"{to} : une autre mise à jour est en cours.", "attendez qu’elle finisse.") from None
        yield


def order(name: str) -> tuple[int, int]:
    """The edition of the copy `name`, and how many times it was made again."""
    number, _, again = name.partition(".")
    return int(number), int(again or 0)


class Copies:
    """The copies of the mirror folder `to`."""

    def __init__(self, to: Path) -> None:
        self.to = to

    def path(self, name: str) -> Path:
        """The folder of the copy `name`."""
        return self.to / EDITIONS / name

    def names(self) -> list[str]:
        """The whole copies, the oldest edition first."""
        folder = self.to / EDITIONS
        found = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        return sorted((name for name in found if _NAME.fullmatch(name)), key=order)

    def current(self) -> str:
        """The copy in use, "" when there is none yet. Raises BuildError when the link is not one of ours."""
        link = self.to / CURRENT
        if not os.path.lexists(link):
            return ""
        folder, _, name = str(link.readlink()).partition("/") if link.is_symlink() else ("", "", "")
        if folder != EDITIONS or name not in self.names():
            raise BuildError(
                f"{link} : ce n’est pas un lien vers une édition de ce dossier.",
                f"déplacez-le ailleurs, ou refaites-le : ln -sfn {EDITIONS}/NUMÉRO {CURRENT}",
            )
        return name

    def unused(self, number: int) -> str:
        """A name that no copy has, for another one of the edition `number`."""
        again = max((order(name)[1] for name in self.names() if order(name)[0] == number), default=-1) + 1
        return f"{number}.{again}" if again else str(number)

    def add(self, made: Path, name: str) -> None:
        """Gives a whole copy, `made` in the same folder, its name."""
        folder = self.to / EDITIONS
        folder.mkdir(exist_ok=True)
        settle(made)
        made.rename(self.path(name))
        flush(folder)

    def use(self, name: str) -> None:
        """Makes `name` the copy in use, at once for every reader."""
        link = self.to / _NEW_LINK
        link.unlink(missing_ok=True)
        link.symlink_to(f"{EDITIONS}/{name}")
        link.replace(self.to / CURRENT)
        flush(self.to)

    def sweep(self, kept: Collection[str]) -> list[str]:
        """Removes what runs that were cut have left, and the copies other than `kept`; returns what resists.

        Never raises for the disk: what stays harms nobody, and the next run tries again."""
        for name in self.names():
            if name not in kept:
                try:
                    self.path(name).rename(self.to / f"{_RETIRED}{name}")
                except OSError:
                    continue
        for path in self._leftovers():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                unlink(path)
        left = [name for name in self.names() if name not in kept]
        return [f"{EDITIONS}/{name}" for name in left] + [path.name for path in self._leftovers()]

    def _leftovers(self) -> list[Path]:
        patterns = (NEW, f".*{NEW}", f"{_RETIRED}*")
        return sorted(path for pattern in patterns for path in self.to.glob(pattern))
