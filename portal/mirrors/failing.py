"""What the disk or a faulty copy raises, said to a host."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.errors import BuildError
from portal.verify.findings import Trouble

_FULL = "libérez de la place (trois fois la taille d’une édition), puis relancez la même commande."
_CLOSED = "rendez ce dossier inscriptible pour le compte qui lance la commande, puis relancez-la."
_REMEDIES = {
    errno.ENOSPC: ("le disque est plein.", _FULL),
    errno.EDQUOT: ("le quota de disque est atteint.", _FULL),
    errno.EFBIG: ("un fichier dépasse la taille permise.", _FULL),
    errno.EACCES: ("écriture refusée.", _CLOSED),
    errno.EPERM: ("écriture refusée.", _CLOSED),
    errno.EROFS: ("ce disque est en lecture seule.", _CLOSED),
}


@contextmanager
def explained(to: Path) -> Iterator[None]:
    """Raises as a BuildError what is foreseen: a disk that is full or closed, a copy that can not be read."""
    try:
        yield
    except Trouble as trouble:
        where = f"{trouble.finding.path} : " if trouble.finding.path else ""
        raise BuildError(f"{where}{trouble.finding.message}") from None
    except OSError as error:
        if error.errno not in _REMEDIES:
            raise
        said, remedy = _REMEDIES[error.errno]
        raise BuildError(f"{error.filename or to} : {said} Les lecteurs ne voient aucun changement.", remedy) from None
