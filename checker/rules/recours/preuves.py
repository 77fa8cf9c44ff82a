"""Garder les preuves, dès le premier jour."""

from checker.rules.sources.contentieux import CRPA_L112_13
from checker.rules.sources.decisions import CE_2020_435594
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import dans_le_champ

RECOURS = recours(
    "preuves",
    "Gardez les preuves",
    "Gardez la confirmation de dépôt, les messages de l'ANEF, la liste des pièces envoyées et les courriers. Faites des captures d'écran avec la date, l'heure et le numéro du dossier. Recommencez plusieurs fois, sur plus d'une semaine. Gardez aussi ce qui prouve l'urgence : lettre de l'employeur, aide coupée, loyer, soins.",
    rang=10,
    si=dans_le_champ,
    source=(CE_2020_435594, CRPA_L112_13),
    page="que-faire.html#preuves",
    cout="Gratuit",
    reserves=(
        reserve(
            "Selon le résumé lu d'une décision de 2020, quatre captures faites en quelques jours ne suffisent pas.", CE_2020_435594
        ),
    ),
)
