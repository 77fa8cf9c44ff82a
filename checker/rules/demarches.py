"""Ce qu'il faut faire : une phrase et la page qui l'explique."""

from checker.rules.vocabulaire import demarche

DEPOSER_A_TEMPS = demarche(
    "Déposez votre renouvellement à temps : sur l'ANEF, entre 120 et 60 jours avant la fin du titre. "
    "Ailleurs, dans les deux derniers mois.",
    "que-faire.html#avant",
)
DEPOSER_MAINTENANT = demarche("Déposez votre demande tout de suite, même en retard.", "que-faire.html#avant")
REDEPOSER = demarche(
    "Déposez de nouveau une demande tout de suite, avec toutes les pièces.", "que-faire.html#avant"
)
GARDER_LES_PREUVES = demarche(
    "Gardez des preuves : captures d'écran datées, confirmation de dépôt, courriers, appels.",
    "que-faire.html#preuves",
)
SIGNALER_LE_BLOCAGE = demarche(
    "Si le site vous bloque : contactez le centre de contact, puis le point d'accueil numérique, "
    "et demandez la solution de substitution.",
    "que-faire.html#blocage",
)
DEMANDER_L_API = demarche(
    "Demandez par écrit l'attestation de prolongation à la préfecture.", "que-faire.html#prefet"
)
RENOUVELER_LE_DOCUMENT = demarche(
    "Demandez par écrit un nouveau document avant la date de fin.", "que-faire.html#prefet"
)
REFERE = demarche(
    "Sans réponse, un juge peut agir vite. Le bon recours dépend de la date de votre dépôt : "
    "vérifiez avec un avocat ou une association.",
    "que-faire.html#juge",
)
MOTIFS_ET_RECOURS = demarche(
    "Quatre mois de silence peuvent valoir refus. Voyez vite un avocat ou une association : "
    "demande de motifs, recours, référé-suspension.",
    "que-faire.html#piege",
)
VOIR_UN_AVOCAT_VITE = demarche(
    "Voyez un avocat ou une association cette semaine, avec la décision reçue. Lisez les délais écrits dessus.",
    "que-faire.html#aide",
)
MONTRER_A_L_EMPLOYEUR = demarche(
    "Donnez ces papiers à votre employeur, par écrit, et gardez une preuve.", "travailler.html#donner"
)
SI_ON_REFUSE = demarche("Si on refuse : ce que vous pouvez répondre.", "travailler.html#refus")
COMPRENDRE_LE_DOCUMENT = demarche("Voyez ce que prouve votre document.", "documents.html")
