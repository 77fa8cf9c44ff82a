"""The letter to the employer: it claims the right to work only where it is established, with its real end."""

from __future__ import annotations

from checker.letters.common import FACTS, NO_YES, TO, address, day_field, field, person, pieces
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter

# Where it only tells the employer what was done, and claims nothing.
TOLD = frozenset(
    {
        "api",
        "api_silence",
        "recepisse",
        "recepisse_silence",
        "prolongation_discutee",
        "api_terminee",
        "recepisse_termine",
        "depot_seul",
        "convocation_seule",
        "depot_sans_papier",
    }
)

def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return facts.not_now("hors_champ")
    if facts.situation == "refus":
        return facts.not_now("refus")
    if facts.status("travail") == "to_verify":
        return facts.not_now("travail_a_verifier")
    if facts.status("travail") == "open" or facts.situation is None:
        return facts.not_now("travail_pas_sur")
    # Kept in both territories, but by two texts and until two days: the letter needs to know which.
    if facts.may_work and facts.situation in {"api", "api_silence"} and facts.answer("territoire") is None:
        return facts.not_now("travail_pas_sur")
    if facts.may_work:
        return None
    if facts.status("travail") == "conditional":
        return facts.not_now("mention")
    told = facts.situation in TOLD and facts.renewal and facts.work
    return None if told else facts.not_now("sans_travail")


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    # The three months of the law are counted from the end of the title, for a request made in time.
    counted = facts.situation == "prolongation_legale" or facts.answer("territoire") == "outre_mer"
    return (
        *person(facts, file=False),
        field(facts, "employeur", TO),
        address(facts),
        *day_field(facts, "expiration", required=counted),
        *(() if facts.answer("depose") == "non" else day_field(facts, "depot", required=counted)),
        *(day_field(facts, "fin_document", required=True) if held else ()),
        field(facts, "suspension", FACTS, "choice", options=NO_YES),
        field(facts, "suspension_date", FACTS, "date", help="suspension_date"),
        pieces(facts),
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    if facts.may_work:
        return facts.warning("employeur.remise"), facts.warning("employeur.fin")
    return (facts.warning("employeur.non_etabli"),)


LETTER = Letter("employeur", ("employeur",), _blocked, _fields, _warnings)
