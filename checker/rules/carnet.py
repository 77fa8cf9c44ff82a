"""Le carnet de preuves : quoi garder, pourquoi, et le tableau à remplir à la main."""

from checker.engine.model import Log, Proof, ProofGroup, Source
from checker.rules.sources.ceseda import CESEDA_R431_2, CESEDA_R431_11, CESEDA_R431_15_1_DEPOT
from checker.rules.sources.contentieux import CRPA_L112_3, CRPA_L112_12, CRPA_L112_13, CRPA_L114_5
from checker.rules.sources.decisions import CE_2020_435594, CE_2022_453391, CE_AVIS_2023_10_10_472831
from checker.rules.sources.pratiques import ARRETE_2023_08_01_SUBSTITUTION
from checker.rules.vocabulaire import typographie


def _preuve(texte: str, pourquoi: str = "", *sources: Source) -> Proof:
    return Proof(typographie(texte), typographie(pourquoi), sources)


_TITRE = typographie("Carnet de preuves")
_INTRODUCTION = typographie(
    "Notez chaque essai et chaque échange le jour même. Gardez les originaux ; donnez des copies. Un juge peut vous demander "
    "ces preuves."
)
_COLONNES = tuple(
    typographie(colonne)
    for colonne in ("Date et heure", "Ce que j'ai fait", "Réponse ou message", "Numéro (dossier, ticket, courrier)", "Preuve gardée")
)

_GROUPES = (
    ProofGroup(
        typographie("Captures d'écran du site"),
        (
            _preuve("La date et l'heure visibles, et le numéro du dossier."),
            _preuve("L'état du dossier (« statut ») et le message d'erreur en entier."),
            _preuve(
                "Plusieurs essais, sur plus d'une semaine.",
                "Selon le résumé lu d'une décision de 2020, quatre captures faites en quelques jours ne suffisent pas.",
                CE_2020_435594,
            ),
        ),
        "anef",
    ),
    ProofGroup(
        typographie("Le dépôt de la demande"),
        (
            _preuve(
                "La confirmation de dépôt, avec sa date.",
                "Elle prouve la date de la demande. Elle ne prouve pas le séjour.",
                CESEDA_R431_15_1_DEPOT,
            ),
            _preuve(
                "Les messages reçus, et l'accusé de réception ou d'enregistrement.",
                "Toute demande reçoit un accusé de réception. S'il manque, le délai pour contester ne peut pas vous être "
                "opposé. N'attendez pas pour autant.",
                CRPA_L112_3,
                CRPA_L112_12,
            ),
            _preuve(
                "La liste de toutes les pièces envoyées, avec leur date : un dossier complet.",
                "Selon le résumé lu d'un avis de 2023, refuser d'enregistrer un dossier vraiment incomplet ne se conteste pas.",
                CE_AVIS_2023_10_10_472831,
            ),
            _preuve(
                "Chaque demande de pièce et votre réponse, avec leurs dates.",
                "L'administration doit demander les pièces qui manquent. Le temps donné pour répondre suspend le délai de silence.",
                CESEDA_R431_11,
                CRPA_L114_5,
            ),
        ),
    ),
    ProofGroup(
        typographie("Les appels et les rendez-vous"),
        (
            _preuve(
                "Centre de contact : jour, heure, durée, nom ou numéro du ticket, réponse. Gardez aussi les formulaires envoyés.",
                "Pour une solution de substitution, il faut avoir fait toutes les démarches, dont l'appel à "
                "l'accompagnement.",
                CESEDA_R431_2,
                ARRETE_2023_08_01_SUBSTITUTION,
            ),
            _preuve("Point d'accueil numérique : jour, lieu, ce qui a été fait, papier reçu."),
        ),
        "anef",
    ),
    ProofGroup(
        typographie("Les lettres et les e-mails"),
        (
            _preuve(
                "Copie de chaque lettre recommandée, avec la preuve d'envoi et l'avis de réception.",
            ),
            _preuve("Copie de chaque e-mail ou message, avec la date d'envoi et la réponse.", "", CRPA_L112_13),
            _preuve("Les enveloppes reçues : la date du cachet peut compter."),
        ),
    ),
    ProofGroup(
        typographie("L'urgence et ce que vous perdez"),
        (
            _preuve(
                "Travail : contrat, lettre de l'employeur, menace de rupture ou de suspension, bulletins de paie.",
                "Pour un renouvellement, l'urgence est en principe reconnue, selon le résumé lu d'une décision de 2022. Prouvez "
                "quand même la vôtre.",
                CE_2022_453391,
            ),
            _preuve("Aides et chômage : décision de fin de droits, sommes perdues, échanges avec la CAF ou France Travail."),
            _preuve("Loyer, soins, examen, voyage : échéances, convocations, certificats."),
        ),
    ),
)

CARNET = Log(_TITRE, _INTRODUCTION, _COLONNES, _GROUPES)
