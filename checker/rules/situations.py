"""Les situations : où en est la personne. La liste est fermée, complète et sans chevauchement."""

from checker.rules.notions import (
    api_en_cours,
    depot_a_temps,
    recepisse_en_cours,
    sans_decision_defavorable,
    silence_trop_long,
    titre_prolonge_par_la_loi,
    titre_valable,
)
from checker.rules.questions import decision, depose, document
from checker.rules.vocabulaire import situation

document_provisoire_en_cours = api_en_cours | recepisse_en_cours
en_attente = sans_decision_defavorable & ~titre_valable
sans_document_en_cours = en_attente & ~document_provisoire_en_cours & ~document.est("adf")
hors_prolongation = sans_document_en_cours & ~titre_prolonge_par_la_loi

refus = situation(
    "refus",
    "Vous avez reçu un refus",
    "Un refus change tout. Les délais pour agir sont courts. Parlez-en vite à un avocat ou à une association.",
    decision.est("refus"),
)
dossier_clos_titre_valable = situation(
    "dossier_clos_titre_valable",
    "Votre dossier est clos, votre titre est encore valable",
    "Votre titre vous protège encore, mais vous n'avez plus de demande en cours.",
    decision.est("clos") & titre_valable,
)
dossier_clos = situation(
    "dossier_clos",
    "Votre dossier est clos",
    "Un dossier clos n'est plus une demande en cours. Il faut réagir tout de suite.",
    decision.est("clos") & ~titre_valable,
)
titre_en_cours = situation(
    "titre_valable",
    "Votre titre de séjour est encore valable",
    "Rien ne change pour vous jusqu'à sa date de fin. Préparez la suite maintenant.",
    sans_decision_defavorable & titre_valable,
)
accord = situation(
    "accord",
    "La préfecture a dit oui : vous attendez la carte",
    "Vous avez une attestation de décision favorable.",
    en_attente & document.est("adf"),
)
api = situation(
    "api",
    "Vous avez une attestation de prolongation en cours",
    "Elle prouve votre séjour jusqu'à sa date de fin, avec votre titre fini.",
    en_attente & api_en_cours & ~silence_trop_long,
)
api_silence = situation(
    "api_silence",
    "Attestation en cours, mais long silence de la préfecture",
    "Votre attestation vous protège. Mais le silence a pu valoir refus : un recours peut déjà être ouvert.",
    en_attente & api_en_cours & silence_trop_long,
)
recepisse = situation(
    "recepisse",
    "Vous avez un récépissé en cours",
    "Il autorise votre présence en France pour la durée qu'il indique.",
    en_attente & recepisse_en_cours & ~silence_trop_long,
)
recepisse_silence = situation(
    "recepisse_silence",
    "Récépissé en cours, mais long silence de la préfecture",
    "Votre récépissé vous protège. Mais le silence a pu valoir refus : un recours peut déjà être ouvert.",
    en_attente & recepisse_en_cours & silence_trop_long,
)
prolongation_legale = situation(
    "prolongation_legale",
    "La loi prolonge votre titre de trois mois",
    "Votre titre fini vaut encore, avec la preuve de votre demande.",
    sans_document_en_cours & titre_prolonge_par_la_loi & depot_a_temps & ~silence_trop_long,
)
prolongation_discutee = situation(
    "prolongation_discutee",
    "La prolongation de trois mois peut être discutée",
    "La loi prolonge des titres comme le vôtre. Mais votre date de dépôt peut poser problème.",
    sans_document_en_cours & titre_prolonge_par_la_loi & (~depot_a_temps | silence_trop_long),
)
api_terminee = situation(
    "api_terminee",
    "Votre attestation de prolongation est finie",
    "Vous n'avez plus de preuve valable aujourd'hui. La préfecture doit renouveler l'attestation "
    "tant qu'elle n'a pas décidé.",
    hors_prolongation & document.est("api"),
)
recepisse_termine = situation(
    "recepisse_termine",
    "Votre récépissé est fini",
    "Vous n'avez plus de preuve valable aujourd'hui. Un récépissé peut être renouvelé.",
    hors_prolongation & document.est("recepisse"),
)
depot_seul = situation(
    "depot_seul",
    "Vous avez seulement une confirmation de dépôt",
    "Elle prouve la date de votre demande. Elle ne prouve pas votre séjour.",
    hors_prolongation & document.est("confirmation_depot"),
)
depot_sans_papier = situation(
    "depot_sans_papier",
    "Vous avez déposé une demande, mais vous n'avez aucun papier",
    "Il faut d'abord retrouver la preuve de votre dépôt.",
    hors_prolongation & document.est("aucun") & depose.est("oui"),
)
rien = situation(
    "rien",
    "Votre titre est fini et aucune demande n'est déposée",
    "Il faut déposer tout de suite, ou prouver que le site vous en empêche.",
    hors_prolongation & document.est("aucun") & depose.est("non"),
)

SITUATIONS = (
    refus,
    dossier_clos_titre_valable,
    dossier_clos,
    titre_en_cours,
    accord,
    api,
    api_silence,
    recepisse,
    recepisse_silence,
    prolongation_legale,
    prolongation_discutee,
    api_terminee,
    recepisse_termine,
    depot_seul,
    depot_sans_papier,
    rien,
)
