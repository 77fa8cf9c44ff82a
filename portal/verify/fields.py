"""What a host writes of itself: the one list of the fields of mirror.yml, and what local/miroir.json makes of them.

miroir.json holds every field, in the order of FIELDS: "" when it is empty, [] for all languages; those named `local.…`
are grouped under "local". One set of data has one writing, so a verifier recomputes it and compares bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .kinds import CHECKS, clean

GROUP = "local"
"""The help desk: a mapping inside the file."""


@dataclass(frozen=True)
class Field:
    """One field. `longest`: signs; `required`: `mirror` writes no copy without it; `label` and `help` in French."""

    name: str
    kind: str
    longest: int
    required: bool
    label: str
    help: str

    @property
    def flat(self) -> str:
        """Its name in a template."""
        return self.name.replace(".", "_")


@dataclass(frozen=True)
class Fault:
    """What is wrong with `field` ("local.nom"), and what to do, in a French sentence."""

    field: str
    message: str


# fmt: off
FIELDS = (
    Field("nom", "text", 60, True, "Nom de l’association", "Tel qu’on doit le lire en bas de chaque page."),
    Field("adresse", "text", 200, True, "Adresse", "Sur une ligne : numéro, rue, code postal, ville."),
    Field("telephone", "phone", 30, False, "Téléphone", "Affiché en bas de chaque page, s’il est donné."),
    Field("courriel", "mail", 120, True, "Courriel", "Une adresse que quelqu’un lit."),
    Field("directeur_publication", "text", 120, True, "Directeur ou directrice de la publication",
          "La personne responsable de ce que publie cette copie."),
    Field("hebergeur_nom", "text", 120, True, "Hébergeur : nom", "L’entreprise ou l’association qui tient le serveur."),
    Field("hebergeur_adresse", "text", 200, True, "Hébergeur : adresse", "Sur une ligne."),
    Field("hebergeur_telephone", "phone", 30, False, "Hébergeur : téléphone", "S’il en donne un."),
    Field("journaux_contenu", "text", 300, True, "Ce que le serveur note à chaque visite",
          "Par exemple : adresse IP, heure, page. Ou : rien."),
    Field("journaux_duree", "text", 120, True, "Durée de conservation de ces notes", "Par exemple : 7 jours."),
    Field("contact_erreur", "text", 200, True, "Où signaler une erreur", "Un courriel, un téléphone ou une adresse."),
    Field("contact_accessibilite", "text", 200, True, "Où signaler une difficulté d’accès",
          "Un courriel, un téléphone ou une adresse."),
    Field("site", "address_https", 200, True, "Adresse de cette copie",
          "Commence par https:// et finit par une barre oblique : https://exemple.org/droits/"),
    Field("mise_a_jour", "address_https", 300, False, "Adresse de la prochaine édition",
          "D’où `mirror update` télécharge l’archive. Commence par https://"),
    Field("logo", "file", 80, False, "Logo", "Un fichier PNG ou WebP posé à côté de mirror.yml, 200 ko au plus."),
    Field("couleur", "colour", 7, False, "Couleur", "#rrvvbb, assez sombre pour qu’un texte blanc s’y lise."),
    Field("langues", "languages", 100, False, "Langues gardées",
          "Leurs codes ; vide : toutes. Le français reste toujours."),
    Field("local.nom", "text", 300, False, "Permanence : nom", "Qui reçoit près d’ici."),
    Field("local.adresse", "text", 300, False, "Permanence : adresse", "Sur une ligne."),
    Field("local.horaires", "text", 300, False, "Permanence : horaires", "Par exemple : le mardi de 14 h à 17 h."),
    Field("local.telephone", "phone", 300, False, "Permanence : téléphone", "S’il y en a un."),
    Field("local.acces", "text", 300, False, "Permanence : comment venir", "Métro, bus, étage, sonnette."),
    Field("local.vu_le", "date", 10, False, "Permanence : vérifiée le", "Le jour où quelqu’un s’en est assuré."),
)
# fmt: on
_BY_NAME = {field.name: field for field in FIELDS}


def read(data: object) -> tuple[dict[str, Any], list[Fault]]:
    """The values of `data` (the mapping that a YAML or JSON file holds) by the name of their field, cleaned, every
    field present; and what is wrong in it. A value at fault is left empty."""
    faults: list[Fault] = []
    given = _flat(data, faults)
    for name in given.keys() - _BY_NAME.keys():
        faults.append(Fault(name, f"« {name} » n’est pas un champ connu. Retirez-le ou corrigez son nom."))
    values: dict[str, Any] = {}
    for field in FIELDS:
        value, fault = clean(field.kind, given.get(field.name, ""))
        fault = fault or (CHECKS[field.kind](value) if value else "")
        if not fault and len(value) > field.longest:
            fault = f"a {len(value)} signes. Gardez-en {field.longest} au plus."
        if not fault and field.name == "site" and value and not value.endswith("/"):
            fault = "ne finit pas par une barre oblique. Ajoutez-la."
        if fault:
            faults.append(Fault(field.name, f"« {field.name} » {fault}"))
        values[field.name] = _empty(field) if fault else value
    if any(given.get(field.name) for field in FIELDS if field.name.startswith(f"{GROUP}.")):
        faults += [
            Fault(name, f"« {name} » manque. Écrivez-le : la permanence serait sans nom ou sans date.")
            for name in (f"{GROUP}.nom", f"{GROUP}.vu_le")
            if not given.get(name)
        ]
    return values, faults


def missing(values: Mapping[str, Any]) -> list[str]:
    """The names of the required fields that are empty in `values` (as `read` gives them)."""
    return [field.name for field in FIELDS if field.required and not values[field.name]]


def canonical(values: Mapping[str, Any]) -> bytes:
    """The one writing of `values` (as `read` gives them): the bytes of local/miroir.json."""
    data: dict[str, Any] = {}
    for field in FIELDS:
        group, dot, key = field.name.partition(".")
        if dot:
            data.setdefault(group, {})[key] = values[field.name]
        else:
            data[group] = values[field.name]
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def for_templates(values: Mapping[str, Any]) -> dict[str, str]:
    """What templates may name: every field (`local.nom` as `local_nom`; languages between commas), and four kinds of
    derived ones: `…telephone_lien` (after "tel:"), `couleur_hex` (without "#"), `local_vu_le_texte` (DD/MM/YYYY) and
    `permanence` (not empty when there is a help desk)."""
    texts = {
        field.flat: ", ".join(values[field.name]) if field.kind == "languages" else values[field.name]
        for field in FIELDS
    }
    for field in FIELDS:
        if field.kind == "phone":
            texts[f"{field.flat}_lien"] = "".join(c for c in values[field.name] if c in "+0123456789")
    texts["couleur_hex"] = values["couleur"].lstrip("#")
    texts["local_vu_le_texte"] = "/".join(reversed(values["local.vu_le"].split("-")))
    texts["permanence"] = values["local.nom"]
    return texts


def _flat(data: object, faults: list[Fault]) -> dict[str, Any]:
    if not isinstance(data, dict):
        faults.append(Fault("", "Le fichier ne contient pas de champs « nom : valeur ». Repartez du modèle."))
        return {}
    flat = {str(name): value for name, value in data.items() if name != GROUP}
    # A name with a point, at the top, would be taken for one of the group.
    for name in [name for name in flat if "." in name]:
        faults.append(Fault(name, f"« {name} » n’est pas un champ connu. Retirez-le ou corrigez son nom."))
        del flat[name]
    group = data.get(GROUP)
    if isinstance(group, dict):
        flat |= {f"{GROUP}.{name}": value for name, value in group.items()}
    elif group not in (None, ""):
        faults.append(Fault(GROUP, f"« {GROUP} » doit contenir nom, adresse, horaires, telephone, acces, vu_le."))
    return flat


def _empty(field: Field) -> Any:
    return [] if field.kind == "languages" else ""
