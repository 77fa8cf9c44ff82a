"""Les recours : un fichier par marche de l'échelle. Chaque fichier définit ``RECOURS`` ; l'ajouter suffit."""

import pkgutil
from importlib import import_module

from checker.engine.model import Remedy


def tous() -> tuple[Remedy, ...]:
    """Tous les recours, de la marche la plus douce à la plus forte."""
    trouves = [import_module(f"{__name__}.{module.name}").RECOURS for module in pkgutil.iter_modules(__path__)]
    return tuple(sorted(trouves, key=lambda recours: recours.rank))
