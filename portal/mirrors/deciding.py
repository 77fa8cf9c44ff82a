"""Whether an edition that is offered may follow what a mirror folder has seen."""

from __future__ import annotations

from typing import Literal, TypeAlias

from portal.errors import BuildError
from portal.mirrors.offer import Offer
from portal.mirrors.state import State
from portal.mirrors.swapping import order

Verdict: TypeAlias = Literal["install", "same", "aside"]
INSTALL: Verdict = "install"
SAME: Verdict = "same"
ASIDE: Verdict = "aside"


def decide(offer: Offer, current: str, memory: State, aside: str, sound: bool) -> Verdict:
    """INSTALL; SAME, it is already in use; or ASIDE, the host went back from it. `current`: the copy in use, `aside`
    the one that a rollback set aside, or ""; `sound`: the copy in use is as it should be.

    Raises BuildError for an edition older than one that was here, and for another one of the same number."""
    held = order(current)[0] if current else 0
    highest = max(held, memory.highest)
    if offer.number < highest and offer.number != held:
        raise BuildError(
            f"Retour en arrière refusé : l’édition {offer.number} est offerte, la {highest} était déjà ici.",
            "vérifiez l’adresse ; pour remettre l’édition gardée : mirror back",
        )
    if memory.editions.get(str(offer.number), offer.digest) != offer.digest:
        raise BuildError(
            f"Une autre édition {offer.number}, signée elle aussi, était déjà ici.",
            "prévenez ceux qui publient les éditions.",
        )
    if aside and offer.number == order(aside)[0]:
        return ASIDE
    return SAME if sound and offer.number == held else INSTALL
