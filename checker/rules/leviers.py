"""Ce qui changerait la réponse : les pas encore ouverts, du plus petit au plus grand."""

from checker.rules.questions import depose, document, dossier, fin_document
from checker.rules.vocabulaire import levier

LEVIERS = (
    levier(
        "deposer",
        "Déposer la demande, ou faire enregistrer le dépôt si le site vous bloque.",
        depose.est("oui"),
        page="que-faire.html#blocage",
        recours="solution_substitution",
    ),
    levier(
        "api",
        "Obtenir l'attestation de prolongation de l'instruction (API).",
        document.est("api"),
        fin_document.est("en_cours"),
        depose.est("oui"),
        page="que-faire.html#prefet",
        recours="lettre_prefet",
    ),
    levier(
        "recepisse",
        "Obtenir un récépissé, si votre demande n'est pas sur l'ANEF.",
        document.est("recepisse"),
        fin_document.est("en_cours"),
        depose.est("oui"),
        page="que-faire.html#prefet",
        recours="lettre_prefet_recepisse",
    ),
    levier(
        "redeposer",
        "Déposer de nouveau une demande complète, puis obtenir l'attestation ou le récépissé.",
        dossier.est("en_cours"),
        document.est("api"),
        fin_document.est("en_cours"),
        depose.est("oui"),
        page="que-faire.html#avant",
    ),
)
