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
    aide="Si vous en avez plusieurs, choisissez le plus récent.",
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

decision = question(
    "decision",
    "Avez-vous reçu une réponse négative ?",
    reponse("aucune", "Non"),
    reponse("refus", "Oui, un refus écrit", "Ou une obligation de quitter le territoire français (OQTF)."),
    reponse("clos", "Mon dossier est « clos » ou « classé sans suite »"),
    ou_regarder="Regardez vos courriers, vos e-mails et le statut du dossier dans votre compte ANEF.",
)

expiration = tranches(
    question(
        "expiration",
        "Votre titre de séjour est-il encore valable ?",
        reponse("valable", "Oui, il est encore valable"),
        reponse("moins_de_3_mois", "Non, il est fini depuis trois mois ou moins"),
        reponse("plus_de_3_mois", "Non, il est fini depuis plus de trois mois"),
        reponse("sans_titre", "Je n'ai jamais eu de titre de séjour"),
        ou_regarder="La date est au recto de la carte. Pour un visa, elle est sur la vignette du passeport.",
    ),
    de="expiration",
    a="aujourd_hui",
    valable=jusqu_a(),
    moins_de_3_mois=jusqu_a(mois=DELAIS["prolongation_legale"].nombre),
    plus_de_3_mois=ENSUITE,
)

nature = question(
    "nature",
    "Qu'avez-vous demandé ?",
    reponse("renouvellement", "Le renouvellement du même titre"),
    reponse("autre_titre", "Un autre titre que le mien", "Par exemple un changement de statut."),
    reponse("premiere_demande", "Un premier titre de séjour"),
    ou_regarder="C'est écrit sur la confirmation de dépôt, l'attestation ou le récépissé.",
)

titre = question(
    "titre",
    "Quel est votre titre de séjour ?",
    reponse("temporaire", "Carte de séjour temporaire (un an)", "Sauf la carte « étudiant »."),
    reponse("etudiant", "Carte « étudiant »", "D'un an ou de plusieurs années."),
    reponse("pluriannuelle_4_ans", "Carte de séjour pluriannuelle de quatre ans"),
    reponse("pluriannuelle_autre", "Carte de séjour pluriannuelle de moins de quatre ans"),
    reponse("resident", "Carte de résident (dix ans)"),
    reponse("accord_plus_1_an", "Certificat de résidence algérien de dix ans"),
    reponse("algerien_1_an", "Certificat de résidence algérien d'un an"),
    reponse("vls_ts", "Visa de long séjour valant titre de séjour (VLS-TS)"),
    reponse("autre", "Un autre titre", "Par exemple : talent-chercheur, carte bleue, saisonnier, réfugié."),
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
        reponse("moins_de_90_jours", "Moins de 90 jours"),
        reponse("moins_de_4_mois", "Entre 90 jours et quatre mois"),
        reponse("plus_de_4_mois", "Quatre mois ou plus"),
        ou_regarder="Comptez depuis la date de la confirmation de dépôt ou du récépissé.",
    ),
    de="depot",
    a="aujourd_hui",
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

QUESTIONS = (
    document,
    fin_document,
    decision,
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
)

# Des réponses qui ne vont pas ensemble : la personne s'est trompée, il faut le lui dire.
DEPOT_ANEF_ANCIEN = depot_anef.est("trop_tot", "a_temps")

IMPOSSIBLE = (
    document.est("confirmation_depot", "api", "adf") & voie.est("guichet")
    | document.est("recepisse") & voie.est("anef")
    | ~document.est("aucun") & depose.est("non")
    | decision.est("refus", "clos") & depose.est("non")
    | document.est("adf") & decision.est("refus", "clos")
    | expiration.est("valable") & (depot_anef.est("apres") | depot_guichet.est("apres"))
    | expiration.est("sans_titre") & nature.est("renouvellement", "autre_titre")
    | expiration.est("sans_titre") & ~titre.est("aucun")
    | titre.est("aucun") & ~expiration.est("sans_titre")
    # Déposer soixante jours ou plus avant la fin d'un titre fini depuis plus de trois mois : plus de 90 jours.
    | expiration.est("plus_de_3_mois") & DEPOT_ANEF_ANCIEN & depuis_depot.est("moins_de_90_jours")
    | expiration.est("moins_de_3_mois") & depot_anef.est("trop_tot") & depuis_depot.est("moins_de_90_jours")
)
