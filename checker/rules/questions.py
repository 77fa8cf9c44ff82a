"""Les questions : un nombre fini de réponses, dans l'ordre où elles sont posées."""

from checker.rules.delais import DELAIS
from checker.rules.vocabulaire import ENSUITE, jusqu_a, question, reponse, tranches

FENETRE_DEBUT = DELAIS["fenetre_debut"].nombre
FENETRE_FIN = DELAIS["fenetre_fin"].nombre
FENETRE_HORS_ANEF = DELAIS["fenetre_hors_anef"].nombre

DATES = (
    reponse("expiration", "Dernier jour de validité de votre titre de séjour"),
    reponse("depot", "Jour où vous avez déposé votre demande"),
    reponse("fin_document", "Dernier jour de validité de ce document"),
)

document = question(
    "document",
    "Quel papier avez-vous reçu depuis que vous avez fait votre demande ?",
    reponse("aucun", "Aucun papier", "Vous n'avez rien reçu, ou vous n'avez pas pu déposer."),
    reponse(
        "confirmation_depot",
        "Confirmation de dépôt (ANEF)",
        "On l'appelle aussi « attestation de dépôt en ligne ». L'ANEF l'envoie tout de suite après le dépôt.",
    ),
    reponse(
        "api",
        "Attestation de prolongation de l'instruction (API)",
        "Elle porte une date de fin. Elle arrive dans votre compte ANEF.",
    ),
    reponse("recepisse", "Récépissé", "La préfecture le donne quand la demande n'est pas faite sur l'ANEF."),
    reponse(
        "adf",
        "Attestation de décision favorable (ADF)",
        "La préfecture a dit oui. Vous attendez la carte.",
    ),
    reponse(
        "convocation",
        "Convocation, rendez-vous ou pré-demande",
        "Un papier qui donne une date de rendez-vous, ou qui dit que votre pré-demande est enregistrée.",
    ),
    reponse("asile", "Attestation de demande d'asile"),
    reponse(
        "oqtf",
        "Obligation de quitter le territoire (OQTF)",
        "Ou une assignation à résidence, ou un placement en rétention.",
    ),
    aide="Si vous en avez plusieurs, choisissez le plus récent. Une OQTF passe avant tout.",
    ou_regarder="Le nom du papier est écrit en haut, en gros. Dans l'ANEF, il est dans votre compte.",
)

fin_document = tranches(
    question(
        "fin_document",
        "La date de fin écrite sur ce papier est-elle passée ?",
        reponse("en_cours", "Non, il est encore valable"),
        reponse("terminee", "Oui, elle est passée"),
        aide="Le dernier jour compte encore comme un jour valable.",
        ou_regarder="Cherchez « valable jusqu'au » ou « date de fin de validité » sur le papier.",
    ),
    de="fin_document",
    a="aujourd_hui",
    en_cours=jusqu_a(),
    terminee=ENSUITE,
)

dossier = question(
    "dossier",
    "Où en est votre dossier ?",
    reponse("en_cours", "Pas de réponse pour le moment", "Ou pas encore de demande."),
    reponse("complement", "On me demande des pièces en plus (complément)"),
    reponse(
        "commission",
        "La commission du titre de séjour est saisie",
        "La préfecture pense refuser et demande un avis. Vous êtes convoqué devant la commission.",
    ),
    reponse("clos", "Mon dossier est « clos » ou « classé sans suite »"),
    reponse("refus", "J'ai reçu un refus écrit"),
    ou_regarder="Regardez vos courriers, vos e-mails et le statut du dossier dans votre compte ANEF.",
)

expiration = tranches(
    question(
        "expiration",
        "Votre titre de séjour est-il encore valable ?",
        reponse("valable", "Oui, il est encore valable"),
        reponse("moins_de_3_mois", "Non, il est fini depuis trois mois ou moins"),
        reponse("moins_de_6_mois", "Non, il est fini depuis trois à six mois"),
        reponse("plus_de_6_mois", "Non, il est fini depuis plus de six mois"),
        reponse("sans_titre", "Je n'ai jamais eu de titre de séjour"),
        ou_regarder="La date est au recto de la carte. Pour un visa, elle est sur la vignette du passeport.",
    ),
    de="expiration",
    a="aujourd_hui",
    valable=jusqu_a(),
    moins_de_3_mois=jusqu_a(mois=DELAIS["prolongation_legale"].nombre),
    moins_de_6_mois=jusqu_a(mois=DELAIS["retour_visa"].nombre),
    plus_de_6_mois=ENSUITE,
)

nature = question(
    "nature",
    "Qu'avez-vous demandé ?",
    reponse("renouvellement", "Le renouvellement du même titre"),
    reponse("autre_titre", "Un autre titre que le mien", "Par exemple un changement de statut."),
    reponse("premiere_demande", "Un premier titre de séjour"),
    reponse(
        "premiere_protection",
        "La première carte après une décision de l'OFPRA ou de la CNDA",
        "Vous êtes reconnu réfugié ou vous avez la protection subsidiaire.",
    ),
    reponse("duplicata", "Un duplicata", "Votre titre est perdu, volé ou abîmé."),
    reponse(
        "regularisation",
        "Une régularisation (admission exceptionnelle au séjour)",
        "Vous n'avez pas de titre et vous demandez à être régularisé.",
    ),
    ou_regarder="C'est écrit sur la confirmation de dépôt, l'attestation ou le récépissé.",
)

titre = question(
    "titre",
    "Quel est votre titre de séjour ?",
    reponse("temporaire", "Carte de séjour temporaire (un an)", "Salarié, vie privée et familiale…"),
    reponse("etudiant", "Carte « étudiant »", "D'un an ou de plusieurs années."),
    reponse("visiteur", "Carte « visiteur »"),
    reponse("saisonnier", "Carte « travailleur saisonnier »"),
    reponse("talent_chercheur", "Carte « talent-chercheur »"),
    reponse("talent_carte_bleue", "Carte « talent-carte bleue européenne »"),
    reponse(
        "pluriannuelle_4_ans",
        "Carte de séjour pluriannuelle de quatre ans",
        "Y compris une autre carte « talent » ou une protection subsidiaire, si elle dure quatre ans.",
    ),
    reponse("pluriannuelle_autre", "Carte de séjour pluriannuelle de moins de quatre ans"),
    reponse("resident", "Carte de résident (dix ans)", "Y compris réfugié."),
    reponse("rld_ue", "Carte de résident « résident de longue durée-UE »"),
    reponse("accord_plus_1_an", "Certificat de résidence algérien de dix ans"),
    reponse("algerien_1_an", "Certificat de résidence algérien d'un an"),
    reponse("vls_ts", "Visa de long séjour valant titre de séjour (VLS-TS)"),
    reponse("ue_citoyen", "Je suis citoyen de l'Union européenne"),
    reponse("ue_famille", "Carte « membre de la famille d'un citoyen de l'Union »"),
    reponse("accord_retrait", "Carte « accord de retrait du Royaume-Uni »"),
    reponse("aps", "Autorisation provisoire de séjour (APS)"),
    reponse("autre", "Un autre titre"),
    reponse("aucun", "Je n'ai jamais eu de titre de séjour"),
    ou_regarder="Le nom du titre est au recto de la carte. La durée se compte entre les deux dates de validité.",
)

voie = question(
    "voie",
    "Où faut-il faire cette demande ?",
    reponse("anef", "Sur l'ANEF (site de l'État)"),
    reponse("guichet", "À la préfecture, par courrier ou sur un autre site"),
    ou_regarder="L'adresse du site ANEF commence par administration-etrangers-en-france.",
)

depose = question(
    "depose",
    "Avez-vous réussi à déposer votre demande ?",
    reponse("oui", "Oui"),
    reponse("non", "Non, pas encore", "Ou le site m'en a empêché."),
    ou_regarder="Un dépôt réussi donne une confirmation avec une date et un numéro.",
)

depot_anef = tranches(
    question(
        "depot_anef",
        "Quand avez-vous déposé votre demande sur l'ANEF ?",
        reponse("trop_tot", "Plus de 120 jours avant la fin du titre"),
        reponse("a_temps", "Entre 120 et 60 jours avant la fin du titre"),
        reponse("tard", "Moins de 60 jours avant la fin du titre"),
        reponse("apres", "Après la fin du titre"),
        ou_regarder="La date est sur la confirmation de dépôt. 120 jours font environ quatre mois.",
    ),
    de="expiration",
    a="depot",
    trop_tot=jusqu_a(jours=-FENETRE_DEBUT - 1),
    a_temps=jusqu_a(jours=-FENETRE_FIN),
    tard=jusqu_a(),
    apres=ENSUITE,
)

depot_guichet = tranches(
    question(
        "depot_guichet",
        "Quand avez-vous déposé votre demande à la préfecture ?",
        reponse("trop_tot", "Plus de deux mois avant la fin du titre"),
        reponse("a_temps", "Dans les deux mois avant la fin du titre"),
        reponse("apres", "Après la fin du titre"),
        ou_regarder="La date est sur le récépissé, l'accusé de réception ou la preuve d'envoi.",
    ),
    de="expiration",
    a="depot",
    trop_tot=jusqu_a(mois=-FENETRE_HORS_ANEF, jours=-1),
    a_temps=jusqu_a(),
    apres=ENSUITE,
)

depuis_depot = tranches(
    question(
        "depuis_depot",
        "Depuis combien de temps avez-vous déposé votre demande ?",
        reponse("moins_de_60_jours", "Moins de 60 jours"),
        reponse("moins_de_90_jours", "Entre 60 et 90 jours"),
        reponse("moins_de_4_mois", "Entre 90 jours et quatre mois"),
        reponse("plus_de_4_mois", "Quatre mois ou plus"),
        ou_regarder="Comptez depuis la date de la confirmation de dépôt ou du récépissé.",
    ),
    de="depot",
    a="aujourd_hui",
    moins_de_60_jours=jusqu_a(jours=DELAIS["rejet_implicite_chercheur"].nombre - 1),
    moins_de_90_jours=jusqu_a(jours=DELAIS["rejet_implicite_court"].nombre - 1),
    moins_de_4_mois=jusqu_a(mois=DELAIS["rejet_implicite"].nombre, jours=-1),
    plus_de_4_mois=ENSUITE,
)

travail_permis = question(
    "travail_permis",
    "Votre titre vous permettait-il de travailler ?",
    reponse("oui", "Oui"),
    reponse("limite", "Oui, avec une limite", "Par exemple étudiant, ou un métier, une zone, une autorisation."),
    reponse("non", "Non", "Par exemple la carte « visiteur »."),
    ou_regarder="Lisez la mention au recto ou au verso de la carte.",
)

territoire = question(
    "territoire",
    "Où habitez-vous ?",
    reponse("metropole", "En France métropolitaine", "L'Hexagone et la Corse."),
    reponse("outre_mer", "Outre-mer"),
)

prestation = question(
    "prestation",
    "Quelle aide recevez-vous ou demandez-vous ?",
    reponse("aucune", "Aucune"),
    reponse("familiales", "Allocations familiales ou autres aides pour les enfants"),
    reponse("logement", "Aide au logement (APL, ALF, ALS)"),
    reponse("rsa", "RSA"),
    reponse("prime_activite", "Prime d'activité"),
    reponse("aah", "AAH (adulte handicapé)"),
    aide="Si vous en avez plusieurs, commencez par la plus importante pour vous.",
    ou_regarder="Le nom est sur vos courriers de la CAF, de la MSA ou du département.",
)

logement = question(
    "logement",
    "Quelle est votre situation de logement ?",
    reponse("bail", "Je suis locataire, mon bail est en cours"),
    reponse("recherche", "Je cherche un logement privé"),
    reponse("hlm", "Je demande un logement social (HLM) ou un DALO"),
    reponse("autre", "Autre situation"),
)

passeport = question(
    "passeport",
    "Avez-vous un passeport valable ?",
    reponse("oui", "Oui"),
    reponse("non", "Non"),
    ou_regarder="La date de fin est sur la page avec votre photo.",
)

QUESTIONS = (
    document,
    fin_document,
    dossier,
    expiration,
    nature,
    titre,
    voie,
    depose,
    depot_anef,
    depot_guichet,
    depuis_depot,
    travail_permis,
    territoire,
    prestation,
    logement,
    passeport,
)

# Des réponses qui ne vont pas ensemble : la personne s'est trompée, il faut le lui dire.
IMPOSSIBLE = (
    document.est("confirmation_depot", "api", "adf") & voie.est("guichet")
    | document.est("recepisse") & voie.est("anef")
    | document.est("confirmation_depot", "api", "recepisse", "adf") & depose.est("non")
    | dossier.est("complement", "commission", "clos", "refus") & depose.est("non")
    | document.est("adf") & dossier.est("complement", "commission", "clos", "refus")
    | expiration.est("valable") & voie.est("anef") & depot_anef.est("apres")
    | expiration.est("valable") & voie.est("guichet") & depot_guichet.est("apres")
    | expiration.est("sans_titre") & nature.est("renouvellement", "autre_titre", "duplicata")
    | expiration.est("sans_titre") & ~titre.est("aucun", "ue_citoyen")
    | titre.est("aucun") & ~expiration.est("sans_titre")
    | titre.est("visiteur") & ~travail_permis.est("non")
    | titre.est("ue_citoyen", "ue_famille") & ~travail_permis.est("oui")
    # Déposer 60 jours ou plus avant la fin d'un titre déjà fini : le dépôt a plus de 60 jours.
    | voie.est("anef")
    & expiration.est("moins_de_3_mois", "moins_de_6_mois", "plus_de_6_mois")
    & depot_anef.est("trop_tot", "a_temps")
    & depuis_depot.est("moins_de_60_jours")
    | voie.est("anef")
    & expiration.est("moins_de_3_mois", "moins_de_6_mois", "plus_de_6_mois")
    & depot_anef.est("trop_tot")
    & depuis_depot.est("moins_de_90_jours")
    | voie.est("anef")
    & expiration.est("moins_de_6_mois", "plus_de_6_mois")
    & depot_anef.est("trop_tot", "a_temps", "tard")
    & depuis_depot.est("moins_de_60_jours")
)
