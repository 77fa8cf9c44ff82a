"""Code de l'entrée et du séjour des étrangers et du droit d'asile."""

from checker.rules.sources.lecture import ceseda, lu_sans_extrait, secondaire

APS = lu_sans_extrait(
    "aps",
    "CESEDA, art. L. 425-4, L. 425-10, L. 426-21, L. 431-4",
)
CESEDA_L312_5 = ceseda(
    "ceseda-l312-5",
    "CESEDA, art. L. 312-5 et L. 312-4",
    "L312-5",
    1,
    "sont admis sur le territoire au seul vu de ce titre et d'un document de voyage",
)
CESEDA_L411_1 = ceseda(
    "ceseda-l411-1",
    "CESEDA, art. L. 411-1",
    "L411-1",
    1,
    (
        "tout étranger âgé de plus de dix-huit ans qui souhaite séjourner en France pour une "
        "durée supérieure à trois mois doit être titulaire de l'un des documents de séjour "
        "suivants"
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771448/",
)
CESEDA_L411_2 = ceseda(
    "ceseda-l411-2",
    "CESEDA, art. L. 411-2",
    "L411-2",
    2,
    (
        "En cas de refus de délivrance ou de renouvellement de tout titre de séjour ou "
        "autorisation provisoire de séjour, l'étranger est tenu de quitter le territoire."
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042771448/",
)
CESEDA_L414_10 = ceseda(
    "ceseda-l414-10",
    "CESEDA, art. L. 414-10 à L. 414-12",
    "L414-10",
    1,
    (
        "sous réserve des exceptions prévues à l'article L. 414-11, le droit d'exercer une "
        "activité professionnelle, sur ce même territoire"
    ),
)
CESEDA_L422_1 = ceseda(
    "ceseda-l422-1",
    "CESEDA, art. L. 422-1",
    "L422-1",
    3,
    (
        "Cette carte donne droit à l'exercice, à titre accessoire, d'une activité professionnelle "
        "salariée dans la limite de 60 % de la durée de travail annuelle."
    ),
)
CESEDA_L426_17 = ceseda(
    "ceseda-l426-17",
    "CESEDA, art. L. 426-17",
    "L426-17",
    1,
    "L'étranger qui justifie d'une résidence régulière ininterrompue d'au moins cinq ans en France",
)
CESEDA_L431_3 = ceseda(
    "ceseda-l431-3",
    "CESEDA, art. L. 431-3, L. 431-4 et L. 431-5",
    "L431-3",
    1,
    (
        "Sous réserve des exceptions prévues par la loi ou les règlements, ces documents "
        "n'autorisent pas leurs titulaires à exercer une activité professionnelle."
    ),
)
CESEDA_L433_1 = ceseda(
    "ceseda-l433-1",
    "CESEDA, art. L. 433-1",
    "L433-1",
    1,
    (
        "le renouvellement de la carte de séjour temporaire ou pluriannuelle est subordonné à la "
        "preuve par le ressortissant étranger qu'il continue de remplir les conditions requises "
        "pour la délivrance de cette carte"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042776364/2024-02-05/",
)
CESEDA_L433_2 = ceseda(
    "ceseda-l433-2",
    "CESEDA, art. L. 433-2, L. 432-3, L. 411-5",
    "L433-2",
    1,
    "une carte de résident est renouvelable de plein droit",
)
CESEDA_L433_3 = ceseda(
    "ceseda-l433-3",
    "CESEDA, art. L. 433-3, al. 3",
    "L433-3",
    3,
    (
        "Pendant les périodes définies au présent article, l'étranger conserve l'intégralité de "
        "ses droits sociaux ainsi que son droit d'exercer une activité professionnelle."
    ),
)
CESEDA_L433_3_AL1 = ceseda(
    "ceseda-l433-3-al1",
    "CESEDA, art. L. 433-3, al. 1",
    "L433-3",
    1,
    (
        "il peut justifier de la régularité de son séjour entre la date d'expiration de ce "
        "document et la décision prise par l'autorité administrative sur sa demande par la "
        "présentation de la carte ou du titre expiré, dans la limite de trois mois à compter de "
        "cette date d'expiration"
    ),
)
CESEDA_L433_6 = ceseda(
    "ceseda-l433-6",
    "CESEDA, art. L. 433-6, R. 433-6, L. 421-2, L. 421-6",
    "L433-6",
    1,
    (
        "se voit délivrer le titre demandé lorsque les conditions de délivrance, correspondant au "
        "motif de séjour invoqué, sont remplies"
    ),
    confiance="medium",
)
CESEDA_L436_2 = secondaire(
    "ceseda-l436-2",
    "CESEDA, art. L. 436-2",
)
CESEDA_L436_5 = ceseda(
    "ceseda-l436-5",
    "CESEDA, art. L. 436-5",
    "L436-5",
    1,
    (
        "le renouvellement d'un titre de séjour demandé après l'expiration du délai requis pour "
        "le dépôt de la demande donne lieu, sauf cas de force majeure ou présentation d'un visa "
        "en cours de validité, à l'acquittement d'un droit de visa de régularisation de 180 euros"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042776292",
)
CESEDA_L611_1 = ceseda(
    "ceseda-l611-1",
    "CESEDA, art. L. 611-1, 2° et 3°",
    "L611-1",
    1,
    (
        "L'autorité administrative peut obliger un étranger à quitter le territoire français "
        "lorsqu'il se trouve dans les cas suivants"
    ),
)
CESEDA_L614_1 = ceseda(
    "ceseda-l614-1",
    "CESEDA, art. L. 614-1, L. 911-1 et L. 921-1",
    "L614-1",
    1,
    (
        "peuvent être contestées devant le tribunal administratif selon la procédure prévue à "
        "l'article L. 911-1"
    ),
)
CESEDA_L812_813 = ceseda(
    "ceseda-l812-813",
    "CESEDA, art. L. 812-1, L. 812-2, L. 813-1, L. 813-3, L. 813-5",
    "L813-3",
    1,
    (
        "La retenue ne peut excéder vingt-quatre heures à compter du début du contrôle mentionné "
        "à l'article L. 812-2."
    ),
)
CESEDA_L911_1 = ceseda(
    "ceseda-l911-1",
    "CESEDA, art. L. 614-1, L. 614-2, L. 911-1, L. 921-1, L. 921-2, R. 911-1",
    "L911-1",
    1,
    (
        "le tribunal administratif peut être saisi dans le délai d'un mois à compter de la "
        "notification de la décision"
    ),
)
CESEDA_LIVRE2_UE = ceseda(
    "ceseda-livre2-ue",
    "CESEDA, art. L. 231-1, L. 231-2, L. 233-1, L. 234-1",
    "L231-1",
    1,
    "Les citoyens de l'Union européenne ne sont pas tenus de détenir un titre de séjour.",
)
CESEDA_R233_15 = ceseda(
    "ceseda-r233-15",
    "CESEDA, art. L. 233-5, R. 233-15, R. 233-17, R. 233-18 et R. 234-2",
    "R233-18",
    1,
    (
        "La reconnaissance du droit au séjour des étrangers mentionnés aux articles R. 233-11 à "
        "R. 233-16 n'est pas subordonnée à la détention du titre de séjour que ces articles "
        "prévoient, ni à celle de l'attestation de demande de titre de séjour."
    ),
)
CESEDA_R431_2 = ceseda(
    "ceseda-r431-2",
    "CESEDA, art. R. 431-2",
    "R431-2",
    3,
    (
        "se trouve dans l'impossibilité constatée d'utiliser le téléservice pour des raisons "
        "tenant à la conception ou au mode de fonctionnement de celui-ci"
    ),
)
CESEDA_R431_5 = ceseda(
    "ceseda-r431-5",
    "CESEDA, art. R. 431-5",
    "R431-5",
    2,
    (
        "entre le cent-vingtième jour et le soixantième jour qui précède l'expiration de ce "
        "document de séjour lorsque sa demande porte sur un titre de séjour figurant dans la "
        "liste mentionnée à l'article R. 431-2"
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042807002/",
)
CESEDA_R431_8 = ceseda(
    "ceseda-r431-8",
    "CESEDA, art. R. 431-8",
    "R431-8",
    1,
    (
        "en l'absence de présentation de demande de délivrance d'un nouveau document de séjour "
        "six mois après sa date d'expiration"
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000042807002/",
)
CESEDA_R431_11 = ceseda(
    "ceseda-r431-11",
    "CESEDA, art. R. 431-11 (et annexe 10)",
    "R431-11",
    2,
    (
        "En cas de demande incomplète, les pièces justificatives et les informations manquantes "
        "doivent être demandées par l'administration et transmises par l'étranger dans un délai "
        "raisonnable."
    ),
)
CESEDA_R431_12 = ceseda(
    "ceseda-r431-12",
    "CESEDA, art. R. 431-12 et R. 431-13",
    "R431-12",
    1,
    (
        "se voit remettre un récépissé qui autorise sa présence sur le territoire pour la durée "
        "qu'il précise"
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000043288804/",
)
CESEDA_R431_14 = ceseda(
    "ceseda-r431-14",
    "CESEDA, art. R. 431-14",
    "R431-14",
    1,
    (
        "Est autorisé à exercer une activité professionnelle le titulaire du récépissé de demande "
        "de première délivrance des titres de séjour suivants"
    ),
)
CESEDA_R431_15 = ceseda(
    "ceseda-r431-15",
    "CESEDA, art. R. 431-15",
    "R431-15",
    1,
    (
        "Le récépissé de demande de renouvellement d'une carte de séjour permettant l'exercice "
        "d'une activité professionnelle autorise son titulaire à exercer une activité "
        "professionnelle."
    ),
)
CESEDA_R431_15_1_ADF = ceseda(
    "ceseda-r431-15-1-adf",
    "CESEDA, art. R. 431-15-1, al. 4",
    "R431-15-1",
    4,
    (
        "qui lui permet de justifier de la régularité de son séjour, dans l'attente de la remise "
        "du titre"
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000043288806/",
)
CESEDA_R431_15_1_API = ceseda(
    "ceseda-r431-15-1-api",
    "CESEDA, art. R. 431-15-1, al. 2 et 3",
    "R431-15-1",
    2,
    (
        "le préfet est tenu de mettre à la disposition du demandeur via le téléservice mentionné "
        "au premier alinéa une attestation de prolongation de l'instruction de sa demande dont la "
        "durée de validité ne peut être supérieure à trois mois"
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000043288806/",
)
CESEDA_R431_15_1_DEPOT = ceseda(
    "ceseda-r431-15-1-depot",
    "CESEDA, art. R. 431-15-1, al. 1",
    "R431-15-1",
    1,
    "Ce document ne justifie pas de la régularité du séjour de son titulaire.",
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000043288806/",
)
CESEDA_R431_15_2_PREMIERE = ceseda(
    "ceseda-r431-15-2-premiere",
    "CESEDA, art. R. 431-15-2, al. 1 à 3",
    "R431-15-2",
    1,
    (
        "L'attestation de prolongation de l'instruction d'une demande de première délivrance "
        "d'une carte de séjour prévue aux articles L. 421-22, L. 421-23"
    ),
)
CESEDA_R431_15_2_RENOUVELLEMENT = ceseda(
    "ceseda-r431-15-2-renouvellement",
    "CESEDA, art. R. 431-15-2, dernier al.",
    "R431-15-2",
    4,
    (
        "L'attestation de prolongation de l'instruction d'une demande de renouvellement d'une "
        "carte de séjour permettant l'exercice d'une activité professionnelle autorise son "
        "titulaire à exercer une activité sur le territoire de la France métropolitaine dans le "
        "cadre de la réglementation en vigueur."
    ),
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006070158/LEGISCTA000043288806/",
)
CESEDA_R431_15_3 = ceseda(
    "ceseda-r431-15-3",
    "CESEDA, art. R. 431-15-3 et R. 431-15-4 ; L. 424-2 et L. 424-10",
    "R431-15-3",
    3,
    (
        "Ce document lui permet de justifier de la régularité de son séjour pendant la durée "
        "qu'il précise et lui confère le droit d'exercer la profession de son choix dans les "
        "conditions prévues à l'article L. 414-10."
    ),
)
CESEDA_R431_23 = ceseda(
    "ceseda-r431-23",
    "CESEDA, art. R. 431-23",
    "R431-23",
    1,
    (
        "titulaire d'un titre de séjour d'une durée supérieure à un an, est tenu, lorsqu'il "
        "transfère le lieu de sa résidence effective et permanente, d'en faire la déclaration, "
        "dans les trois mois de son arrivée"
    ),
)
CESEDA_R432_1 = ceseda(
    "ceseda-r432-1",
    "CESEDA, art. R.* 432-1",
    "R432-1",
    1,
    (
        "Le silence gardé par l'autorité administrative sur les demandes de titres de séjour vaut "
        "décision implicite de rejet."
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000042806946",
)
CESEDA_R432_2 = ceseda(
    "ceseda-r432-2",
    "CESEDA, art. R. 432-2",
    "R432-2",
    1,
    (
        "La décision implicite de rejet mentionnée à l'article R.* 432-1 naît au terme d'un délai "
        "de quatre mois."
    ),
)
CESEDA_R432_9 = ceseda(
    "ceseda-r432-9",
    "CESEDA, art. R. 432-9 (et L. 432-13 à L. 432-15)",
    "R432-9",
    2,
    "Ces documents sont valables trois mois et sont renouvelés jusqu'à ce que le préfet ait statué.",
)
CESEDA_R433_3 = ceseda(
    "ceseda-r433-3",
    "CESEDA, art. R. 433-3",
    "R433-3",
    1,
    "Elle vaut convocation pour la remise du titre de séjour sollicité.",
)
CESEDA_R434_1 = ceseda(
    "ceseda-r434-1",
    "CESEDA, art. R. 434-1",
    "R434-1",
    5,
    "Le récépissé de demande de renouvellement du titre de séjour mentionné aux 1°, 2° ou 3°.",
)
JEUNES_MAJEURS = lu_sans_extrait(
    "jeunes-majeurs",
    "CESEDA, art. R. 431-5 2° et 3°, L. 421-35, R. 431-15-1 al. 3",
)
MAYOTTE = lu_sans_extrait(
    "mayotte",
    "CESEDA, art. L. 441-7 et L. 441-8 ; loi n° 2025-797 du 11 août 2025",
)
OUTRE_MER = lu_sans_extrait(
    "outre-mer",
    "CESEDA, art. L. 441-1 à L. 441-9, R. 441-1 s., R. 442-3, R. 443-3",
)
RLD_UE = lu_sans_extrait(
    "rld-ue",
    "CESEDA, art. L. 421-12, L. 421-25, L. 424-5, L. 424-14, L. 426-17 ; L. 411-5",
)
