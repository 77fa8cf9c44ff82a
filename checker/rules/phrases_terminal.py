"""Les phrases du terminal : questions guidées, résultat, aide et erreurs de ``python -m checker``."""

from checker.rules.vocabulaire import typographie as _t

# L'aide et les options.
NOM = _t("Droits en attente")
DESCRIPTION = _t(
    "Quelques questions, puis vos droits pendant l'attente de votre titre de séjour. Rien n'est envoyé : tout reste "
    "sur cet ordinateur. Information générale : ce n'est pas un conseil juridique."
)
CODES = _t(
    "Codes de sortie : 0, tout va bien ; 1, les réponses ne peuvent pas être utilisées ; 2, la commande n'est pas "
    "comprise ; 130, arrêt avant la fin."
)
AIDE_AIDE = _t("montrer cette aide")
AIDE_JSON = _t("écrire le résultat en JSON")
AIDE_ANSWERS = _t(
    "lire les réponses dans un fichier gardé par --save ou par le site, ou dans un fichier JSON "
    '{"answers": {…}, "dates": {…}} ; "-" lit l\'entrée standard. Dans un terminal, les questions qui manquent sont '
    "ensuite posées."
)
AIDE_SAVE = _t("garder les réponses et les dates dans ce fichier, lisible par vous seul, pour reprendre plus tard")
AIDE_REMINDERS = _t(
    "écrire les dates à venir dans ce fichier de calendrier (.ics), avec des titres neutres : « Rappel 1 »"
)
AIDE_TITLES = _t("avec --reminders : écrire les vrais titres, les calculs et les textes")
AIDE_ON = _t("examiner un jour passé, par exemple 2026-03-05")
AIDE_TODAY = _t("compter comme si on était ce jour-là")
AIDE_LANG = _t("langue du résultat ; seulement fr pour le moment")
AIDE_LIST = _t("montrer les questions, les réponses et leurs identifiants ; avec --json, en JSON")
AIDE_VERSION = _t("montrer la version et l'édition")
VOIR_AIDE = _t("Aide : python -m checker --help")
LANGUE_ABSENTE = _t("la langue « {0} » n'existe pas ici ; seulement fr")
JOUR_ILLISIBLE = _t("« {0} » n'est pas une date ; écrivez par exemple 2026-03-05")
JOUR_LOINTAIN = _t("l'année {0} est trop éloignée ; écrivez une année entre {1} et {2}")

# Les fichiers.
FICHIER_ABSENT = _t("ce fichier n'existe pas.")
FICHIER_DOSSIER = _t("c'est un dossier, pas un fichier.")
FICHIER_FERME = _t("ce fichier ne peut pas être lu : vérifiez ses droits.")
FICHIER_VIDE = _t("ce fichier est vide.")
FICHIER_TROP_GROS = _t("ce fichier est trop gros : plus de {0} Ko. Ce n'est pas un fichier de réponses.")
FICHIER_BINAIRE = _t("ce n'est pas un fichier de texte en UTF-8.")
FICHIER_PAS_JSON = _t("ce n'est pas du JSON (ligne {0}, colonne {1}).")
FICHIER_JSON_TROP_PROFOND = _t("ce JSON ne peut pas être lu : il a trop de niveaux, ou des nombres trop longs.")
FICHIER_PAS_ENREGISTRE = _t("ce fichier ne peut pas être écrit.")
CLE_EN_DOUBLE = _t("« {0} » est écrit deux fois.")
CLE_INCONNUE = _t("« {0} » n'est pas attendu. Un fichier de réponses contient « answers » et « dates ».")
AUTRE_FORMAT = _t("ce n'est pas un fichier de réponses de Droits en attente.")
AUTRE_VERSION = _t("ce fichier est d'une autre version ({0}). Gardez-le, et reprenez avec une copie récente du site.")
PAS_UN_OBJET = _t("il faut un objet JSON, entre accolades.")
ENTREE_STANDARD = _t("entrée standard")

# Les dates et leur vraisemblance.

# Les questions.
BIENVENUE = _t("Vos droits pendant l'attente")
MODE_D_EMPLOI = _t(
    "Tapez le numéro de votre réponse, puis Entrée. « ? » : je ne sais pas. « < » : revenir en arrière. Ctrl-C : arrêter."
)
QUESTION_NUMERO = _t("Question {0}")
OU_REGARDER = _t("Où regarder :")
TAPER_LA_DATE = _t("Ou tapez la date : jour mois année, par exemple 5 3 2027.")
DONNER_LES_DATES = _t("Je donne les dates : c'est plus précis")
LETTRE_DATES = "d"
INVITE = _t("Votre réponse : ")
INVITE_DATE = _t("{0} (jour mois année) : ")
PAS_COMPRIS = _t("Je n'ai pas compris. Tapez un numéro entre 1 et {0}, « ? » ou « < ».")
RIEN_AVANT = _t("C'est la première question : on ne peut pas revenir plus loin.")
ARRETE = _t("Arrêté avant la fin. Rien n'a été gardé.")
ARRETE_GARDE = _t("Arrêté avant la fin. Vos réponses sont gardées dans {0}.")
RAPPELS_ECRITS = _t("Rappels écrits dans {0} : {1}. Ouvrez ce fichier avec votre calendrier.")
SANS_RAPPEL = _t("Aucune date à venir : aucun rappel n'est écrit.")
TITRES_SANS_RAPPELS = _t("--titles va avec --reminders")
GARDE = _t("Vos réponses sont gardées dans {0}, lisible par vous seul. Pour les relire : --answers.")

# Le récapitulatif.
VOS_REPONSES = _t("Vos réponses")
VOIR_LE_RESULTAT = _t("Entrée : voir le résultat. « < » : corriger la dernière réponse. ")

# Le résultat.
SANS_REPONSE = _t("aucune")
LE_RESULTAT = _t("Le résultat")
JOUR_EXAMINE = _t("Jour examiné : {0}.")
EDITION = _t("Règles de l'édition {0}, relues le {1}, valables jusqu'au {2}.")
EDITION_INCONNUE = _t("L'édition de ces règles n'est pas connue : vérifiez sur le site qu'elles sont à jour.")
SITUATION = _t("Votre situation")
SITUATION_INCONNUE = _t("Vos réponses laissent plusieurs situations possibles.")
A_VERIFIER_AVANT = _t("À vérifier : le droit a pu changer. Notre réponse était « {0} ».")
FIN = _t("Jusqu'à quand :")
REGLE = _t("Règle : {0}")
POURQUOI = _t("Pourquoi :")
SELON_VOS_REPONSES = _t("Ce qui décide :")
A_MONTRER = _t("À montrer :")
ATTENTION = _t("Attention :")
A_FAIRE = _t("À faire :")
SI_ON_REFUSE = _t("Si on vous refuse, vous pouvez répondre :")
CE_QUI_AIDERAIT = _t("Ce qui aiderait :")
DEVIENDRAIT = _t("(la réponse deviendrait « {0} »)")
QUESTION_A_SAVOIR = _t("La réponse à chercher :")
AU_MIEUX = _t("Au mieux : {0}")
AU_PIRE = _t("Au pire : {0}")
SUR_QUOI = _t("Sur quoi cela repose :")
PAGE = _t("(page fr/{0})")
TEXTES = _t("Textes : {0}")
VOS_DATES = _t("Vos dates")
PASSEE = _t("déjà passée")
AUTRE_LECTURE = _t("Autre façon de compter : {0}. {1}")
LE_PIEGE = _t("Le piège du refus par le silence")
VOS_RECOURS = _t("Ce que vous pouvez faire, du plus simple au plus fort")
POSSIBLE = _t("Selon les réponses qui manquent.")
DELAI = _t("Délai : {0}")
COUT = _t("Coût : {0}")
LETTRE = _t("Lettre : {0}")
NON_EXAMINE = _t("Ce qui n'a pas été examiné")
LES_TEXTES = _t("Les textes")
LU_LE = _t("Lu le {0}")
ERREURS = _t("Vos réponses ne peuvent pas être utilisées :")
AVERTISSEMENT = _t(
    "Information générale : ce n'est pas un conseil juridique. En cas de doute, ou si un délai court, parlez à un "
    "avocat ou à une association."
)
IDENTIFIANTS_DATES = _t("Dates")
