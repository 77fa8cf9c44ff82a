"""Ce qu'il faut faire : une phrase et la page qui l'explique."""

from checker.rules.delais import DELAIS
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
DEMANDER_UN_DOCUMENT = demarche(
    "Demandez par écrit à la préfecture le document qui vous est dû : attestation ou récépissé.",
    "que-faire.html#prefet",
)
FAIRE_VERIFIER = demarche(
    "Faites vérifier par un avocat ou une association, avec tous vos papiers.", "que-faire.html#aide"
)
VOIR_UNE_ASSOCIATION = demarche(
    "Une association ou une permanence juridique gratuite peut vérifier avec vous.", "que-faire.html#aide"
)

# France Travail.
DECLARER_A_FRANCE_TRAVAIL = demarche(
    f"Déclarez le renouvellement à France Travail : son site demande de le faire dans les "
    f"{DELAIS['france_travail_declaration']}. Envoyez chaque nouveau papier dès que vous l'avez.",
    "que-faire.html#droits-sociaux",
)
DEMANDER_LA_REINSCRIPTION = demarche(
    "Dès que vous avez un nouveau papier, demandez par écrit une réinscription à la date de la coupure.",
    "que-faire.html#droits-sociaux",
)
DEMANDER_A_FRANCE_TRAVAIL = demarche(
    "Demandez une réponse écrite à votre agence France Travail, avec le texte qu'elle applique.",
    "que-faire.html#droits-sociaux",
)
# Prestations.
ENVOYER_A_LA_CAF = demarche(
    "Envoyez vos papiers à la CAF, à la MSA ou au département dès que vous les avez. Gardez la preuve de l'envoi.",
    "que-faire.html#droits-sociaux",
)
DEMANDER_A_LA_CAF = demarche(
    "Demandez une réponse écrite à la CAF ou à la MSA (pour le RSA, au département), avec le texte appliqué.",
    "que-faire.html#droits-sociaux",
)
CONTESTER_UNE_COUPURE = demarche(
    "Si on coupe vos droits : demandez la décision par écrit, lisez les délais écrits dessus et contestez vite.",
    "que-faire.html#droits-sociaux",
)
# Santé.
ECRIRE_A_LA_CPAM = demarche(
    "Écrivez à votre caisse (CPAM ou MSA). Citez l'article R. 111-4 du code de la sécurité sociale.",
    "que-faire.html#droits-sociaux",
)
DEMANDER_A_LA_CPAM = demarche(
    "Demandez une réponse écrite à votre caisse (CPAM ou MSA), avec le texte appliqué.",
    "que-faire.html#droits-sociaux",
)
SE_FAIRE_SOIGNER = demarche(
    "Ne renoncez pas aux soins. À l'hôpital, demandez le service social ou la permanence d'accès aux soins (PASS).",
    "que-faire.html#droits-sociaux",
)
# Logement.
VOIR_L_ADIL = demarche(
    "Demandez à l'ADIL (agence départementale d'information sur le logement) ou à une association.",
    "que-faire.html#aide",
)
DONNER_AU_BAILLEUR = demarche(
    "Donnez vos papiers par écrit au bailleur ou au service qui suit votre demande. Gardez une preuve.",
    "documents.html#tableau",
)
# Études.
ECRIRE_A_L_ETABLISSEMENT = demarche(
    "Demandez par écrit à l'établissement quel papier il exige et quel texte le dit.", "que-faire.html#aide"
)
TRAVAIL_DES_ETUDIANTS = demarche("Voyez les règles du travail des étudiants.", "travailler.html#etudiant")
# Plusieurs de ces droits.
ECRIRE_AU_DEFENSEUR = demarche(
    "Écrivez au Défenseur des droits : c'est gratuit. En général, cela n'arrête pas les délais.",
    "que-faire.html#defenseur",
)
AVANT_DE_PARTIR = demarche(
    "Avant de partir : lisez ce que votre papier dit des frontières, appelez la compagnie de transport et prévoyez "
    "un retour direct en France.",
    "documents.html#voyage",
)
VISA_DE_RETOUR = demarche(
    "Si vous êtes déjà à l'étranger : demandez un visa de retour au consulat de France, avant de revenir.",
    "documents.html#voyage",
)
GARDER_TOUS_LES_PAPIERS = demarche(
    "Gardez chaque titre, récépissé, attestation et confirmation, même finis. Gardez une copie ailleurs.",
    "que-faire.html#preuves",
)
PAPIERS_SUR_VOUS = demarche(
    "Gardez toujours sur vous vos papiers, et une copie chez vous ou chez un proche.", "que-faire.html#preuves"
)
ECRIRE_A_LA_BANQUE = demarche(
    "Écrivez à la banque avec la copie de vos papiers. Demandez une réponse écrite et gardez-la.",
    "que-faire.html#preuves",
)
ECHANGER_LE_PERMIS = demarche(
    "Permis étranger : comptez l'année maintenant et demandez l'échange sans attendre la nouvelle carte.",
    "que-faire.html#aide",
)
SAISIR_LE_DEFENSEUR = demarche(
    "Si le refus vous semble une discrimination : écrivez au Défenseur des droits. C'est gratuit.",
    "que-faire.html#defenseur",
)
VOIR_UN_AVOCAT = demarche("Demandez l'avis d'un avocat ou d'une association avant de décider.", "que-faire.html#aide")
