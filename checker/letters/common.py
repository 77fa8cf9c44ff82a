"""What several letters share: the fields of identity and address, and the reasons not to write."""

from __future__ import annotations

from collections.abc import Mapping

from checker.letters.facts import Facts
from checker.letters.fields import Field

YOU, TO, FACTS, PAPERS = "vous", "destinataire", "faits", "pieces"
# The names of the help that several fields share.
BY_HAND, ONE_A_LINE = "a_la_main", "une_ligne"
# What a choice can answer: the id of each option, and its name among the phrases.
YES_NO = {"oui": "choix.oui", "non": "choix.non"}
NO_YES = {"non": "choix.non", "oui": "choix.oui"}
# The reason not to write, in the situations in which no letter about the request is of use.
_NO_STEP = {
    "refus": "refus",
    "dossier_clos": "dossier_clos",
    "titre_valable_dossier_clos": "dossier_clos",
    "accord": "accord",
}


def field(
    facts: Facts,
    id: str,
    group: str,
    kind: str = "text",
    *,
    label: str = "",
    help: str = "",
    required: bool = False,
    options: Mapping[str, str] | None = None,
    birth: bool = False,
) -> Field:
    """The field ``id`` in the words of the page. ``label`` and ``help`` name its phrases; its label is called like it
    when none is given."""
    phrases = facts.base.phrases
    return Field(
        id,
        phrases[f"champ.{label or id}"],
        phrases[f"groupe.{group}"],
        kind,
        phrases[f"aide.{help}"] if help else "",
        required,
        tuple((option, phrases[name]) for option, name in (options or {}).items()),
        birth,
    )


def options(question: str, *names: str) -> dict[str, str]:
    """The options of a choice that only it has."""
    return {name: f"choix.{question}.{name}" for name in names}


def person(facts: Facts, *, file: bool) -> tuple[Field, ...]:
    """Who writes; ``file`` adds what identifies the request, which concerns the State only."""
    who = (
        field(facts, "nom", YOU, help=BY_HAND),
        field(facts, "adresse", YOU, "long", help=BY_HAND),
        field(facts, "telephone", YOU, "number"),
        field(facts, "courriel", YOU, "email"),
        field(facts, "lieu", YOU),
    )
    if not file:
        return who
    return (
        *who,
        field(facts, "naissance", YOU, "date", birth=True),
        field(facts, "naissance_lieu", YOU),
        field(facts, "numero_etranger", YOU, help="numero_etranger"),
        field(facts, "numero_demande", YOU, help="numero_demande"),
    )


def pieces(facts: Facts) -> Field:
    """The papers to enclose: several lines, one paper a line."""
    return field(facts, "pieces", PAPERS, "long", help="pieces")


def address(facts: Facts) -> Field:
    """The postal address of whom the letter goes to; empty, it is left to write by hand."""
    return field(facts, "adresse_destinataire", TO, "long", help=BY_HAND)


def prefecture(facts: Facts) -> Field:
    """The prefecture that has the request, as the reader names it."""
    return field(facts, "prefecture", TO, help="prefecture")


def effects(facts: Facts) -> Field:
    """What the silence costs the reader (work, benefits, travel): several lines, in their own words."""
    return field(facts, "effets", FACTS, "long", help="effets")


def contacts(facts: Facts) -> Field:
    """What was already done to reach the administration: several lines, one attempt a line."""
    return field(facts, "relances", FACTS, "long", help="relances")


def day_field(facts: Facts, name: str, *, required: bool = False, help: str = "") -> tuple[Field, ...]:
    """The field of a date of the form, unless the reader has given it there."""
    if name in facts.dates:
        return ()
    text = next(entry.text for entry in facts.base.dates if entry.id == name)
    phrases = facts.base.phrases
    said = phrases[f"aide.{help}"] if help else ""
    return (
        Field(name, text, phrases[f"groupe.{FACTS}"], "date", help=said, required=required, future=name != "depot"),
    )


def answer_field(facts: Facts, name: str) -> tuple[Field, ...]:
    """The field of a question of the form, unless it is answered."""
    if facts.answer(name):
        return ()
    question = next(entry for entry in facts.base.questions if entry.id == name)
    choices = tuple((option.id, option.text) for option in question.options)
    group = facts.base.phrases[f"groupe.{FACTS}"]
    return (Field(name, question.text, group, "choice", help=question.where, required=True, options=choices),)


def window_not_open(facts: Facts) -> str | None:
    """The reason not to complain of a blocked filing yet, when the first day to file is still to come."""
    start = facts.deadline("fenetre_debut")
    if start is None or start <= facts.today:
        return None
    return facts.not_now("fenetre", start)


def no_step(facts: Facts, *, valid: str, other: str) -> str:
    """Why no step of the ladder has a letter about the request, by situation: ``valid`` is the reason of a permit that
    is still valid, ``other`` that of the situations that have none of their own."""
    return facts.not_now({**_NO_STEP, "titre_valable": valid}.get(facts.situation or "", other))


def refusal_born(facts: Facts) -> str:
    """That a refusal may be born, and on which day, or on that of each reading, when one can be worked out."""
    phrases = facts.base.phrases
    days = [phrases.day(day) for day in facts.refusals]
    if not days:
        return phrases["refus_ne.sans_jour"]
    if len(days) == 1:
        return phrases.say("refus_ne.un_jour", day=days[0])
    return phrases.say("refus_ne.des_jours", days=phrases.listed("refus_ne.ou", days))
