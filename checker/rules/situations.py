"""Les situations : où en est la personne. La liste est fermée, complète et sans chevauchement.

Chaque situation exclut celles qui passent avant elle ; la construction le fait pour toutes de la même
façon, et la vérification le prouve sur toutes les combinaisons de réponses.
"""

from checker.rules.notions import (
    api_en_cours,
    commission_saisie,
    droit_europeen,
    recepisse_en_cours,
    silence_trop_long,
    titre_peut_etre_prolonge,
    titre_prolonge_par_la_loi,
    titre_valable,
    trois_mois_acquis,
)
from checker.rules.questions import depose, document, dossier, expiration, nature
from checker.rules.vocabulaire import TOUJOURS, question_derivee, situation, situations_dans_l_ordre

SITUATIONS = situations_dans_l_ordre(
    situation(
        "hors_champ",
        "Cet outil ne traite pas votre situation",
        "Parlez-en à une personne : avocat, association, permanence juridique.",
        document.est("asile", "oqtf") | nature.est("regularisation"),
    ),
    situation(
        "refus",
        "Vous avez reçu un refus",
        "Un refus change tout. Les délais pour agir sont courts. Parlez-en vite à un avocat ou à une association.",
        dossier.est("refus"),
    ),
    situation(
        "droit_europeen",
        "Votre droit vient de l'Union européenne",
        "Votre droit au séjour ne dépend pas de la carte.",
        droit_europeen,
    ),
    situation(
        "titre_perdu",
        "Votre titre est valable, mais vous ne l'avez plus",
        "Vous avez demandé un duplicata. Il vous faut un papier en attendant.",
        titre_valable & nature.est("duplicata") & ~document.est("recepisse", "api", "adf"),
    ),
    situation(
        "titre_valable_dossier_clos",
        "Votre dossier est clos, votre titre est encore valable",
        "Votre titre vous protège encore, mais vous n'avez plus de demande en cours.",
        titre_valable & dossier.est("clos"),
    ),
    situation(
        "titre_valable",
        "Votre titre de séjour est encore valable",
        "Rien ne change pour vous jusqu'à sa date de fin. Préparez la suite maintenant.",
        titre_valable,
    ),
    situation(
        "dossier_clos",
        "Votre dossier est clos",
        "Un dossier clos n'est plus une demande en cours. Il faut réagir tout de suite.",
        dossier.est("clos"),
    ),
    situation(
        "accord",
        "La préfecture a dit oui : vous attendez la carte",
        "Vous avez une attestation de décision favorable.",
        document.est("adf"),
    ),
    situation(
        "commission",
        "La commission du titre de séjour est saisie",
        "La préfecture pense refuser. Vous avez un document de trois mois, renouvelé jusqu'à la décision.",
        commission_saisie & (api_en_cours | recepisse_en_cours),
    ),
    situation(
        "protection_reconnue",
        "Vous êtes protégé par la France et vous attendez votre première carte",
        "Votre attestation dure six mois et peut être renouvelée.",
        nature.est("premiere_protection") & api_en_cours,
    ),
    situation(
        "api_silence",
        "Attestation en cours, mais long silence de la préfecture",
        "Votre attestation vous protège. Mais le silence a pu valoir refus : un recours peut déjà être ouvert.",
        api_en_cours & silence_trop_long,
    ),
    situation(
        "api",
        "Vous avez une attestation de prolongation en cours",
        "Elle prouve votre séjour jusqu'à sa date de fin, avec votre titre fini.",
        api_en_cours,
    ),
    situation(
        "recepisse_silence",
        "Récépissé en cours, mais long silence de la préfecture",
        "Votre récépissé vous protège. Mais le silence a pu valoir refus : un recours peut déjà être ouvert.",
        recepisse_en_cours & silence_trop_long,
    ),
    situation(
        "recepisse",
        "Vous avez un récépissé en cours",
        "Il autorise votre présence en France pour la durée qu'il indique.",
        recepisse_en_cours,
    ),
    situation(
        "prolongation_legale",
        "La loi prolonge votre titre de trois mois",
        "Votre titre fini vaut encore, avec la preuve de votre demande.",
        trois_mois_acquis,
    ),
    situation(
        "prolongation_discutee",
        "La prolongation de trois mois peut être discutée",
        "La loi prolonge des titres comme le vôtre. Mais votre titre ou votre date de dépôt peut poser problème.",
        titre_prolonge_par_la_loi | titre_peut_etre_prolonge,
    ),
    situation(
        "api_terminee",
        "Votre attestation de prolongation est finie",
        "Vous n'avez plus de preuve valable aujourd'hui. La préfecture doit renouveler l'attestation "
        "tant qu'elle n'a pas décidé.",
        document.est("api"),
    ),
    situation(
        "recepisse_termine",
        "Votre récépissé est fini",
        "Vous n'avez plus de preuve valable aujourd'hui. Un récépissé peut être renouvelé.",
        document.est("recepisse"),
    ),
    situation(
        "depot_seul",
        "Vous avez seulement une confirmation de dépôt",
        "Elle prouve la date de votre demande. Elle ne prouve pas votre séjour.",
        document.est("confirmation_depot"),
    ),
    situation(
        "convocation_seule",
        "Vous avez seulement une convocation",
        "Elle prouve un rendez-vous ou une démarche. Elle ne prouve pas votre séjour.",
        document.est("convocation"),
    ),
    situation(
        "depot_sans_papier",
        "Vous avez déposé une demande, mais vous n'avez aucun papier",
        "Il faut d'abord retrouver la preuve de votre dépôt.",
        depose.est("oui"),
    ),
    situation(
        "rien_depuis_six_mois",
        "Votre titre est fini depuis plus de six mois et aucune demande n'est déposée",
        "La préfecture peut vous redemander les conditions d'entrée en France, comme un visa.",
        expiration.est("plus_de_6_mois"),
    ),
    situation(
        "rien",
        "Aucun titre valable et aucune demande déposée",
        "Il faut déposer tout de suite, ou prouver que le site vous en empêche.",
        TOUJOURS,
    ),
)

SITUATION = question_derivee("situation", SITUATIONS)
