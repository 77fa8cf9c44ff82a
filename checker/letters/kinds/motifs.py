"""The request for the reasons of an implicit refusal, once it is born."""

from __future__ import annotations

from checker.letters.common import FACTS, YES_NO, address, day_field, field, options, person, pieces, prefecture
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter
from checker.reading import UNKNOWN


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return facts.not_now("hors_champ")
    if facts.situation == "refus":
        return facts.not_now("refus_ecrit")
    # A date given with the letter may show that the delay is not over, whatever the ladder allowed before it.
    if facts.refusals and facts.refusals[0] > facts.today:
        return f"{facts.not_now('pas_encore')} {facts.not_now('peut_naitre', facts.refusals[0])}"
    if "motifs" in facts.remedies:
        return None
    return facts.not_now("pas_encore" if facts.answer("depose") == "oui" else "pas_de_demande")


def _fields(facts: Facts) -> tuple[Field, ...]:
    return (
        *person(facts, file=True),
        prefecture(facts),
        address(facts),
        *day_field(facts, "depot", required=True, help="depot"),
        field(
            facts, "accuse", FACTS, "choice", options=YES_NO | options("accuse", "aucun") | {UNKNOWN: "ne_sait_pas"}
        ),
        pieces(facts),
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    found = [facts.warning("motifs.envoi"), facts.warning("motifs.incomplet")]
    if not facts.refusal_sure:
        found.append(facts.warning("motifs.pas_certain"))
    if facts.appeal:
        late = facts.appeal < facts.today
        found.append(facts.warning("motifs.delai_passe" if late else "motifs.delai", facts.appeal))
    return tuple(found)


LETTER = Letter("motifs", ("motifs",), _blocked, _fields, _warnings)
