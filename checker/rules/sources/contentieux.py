"""Code de justice administrative (CJA) et code des relations entre le public et l'administration (CRPA)."""

from checker.rules.sources.lecture import cja, crpa

CJA_L521_1 = cja(
    "cja-l521-1",
    "CJA, art. L. 521-1",
    "L521-1",
    1,
    (
        "le juge des référés, saisi d'une demande en ce sens, peut ordonner la suspension de "
        "l'exécution de cette décision, ou de certains de ses effets, lorsque l'urgence le "
        "justifie"
    ),
)
CJA_L521_2 = cja(
    "cja-l521-2",
    "CJA, art. L. 521-2",
    "L521-2",
    1,
    "Le juge des référés se prononce dans un délai de quarante-huit heures.",
)
CJA_L521_3 = cja(
    "cja-l521-3",
    "CJA, art. L. 521-3",
    "L521-3",
    1,
    (
        "le juge des référés peut ordonner toutes autres mesures utiles sans faire obstacle à "
        "l'exécution d'aucune décision administrative"
    ),
)
CJA_L523_1 = cja(
    "cja-l523-1",
    "CJA, art. L. 523-1 et R. 523-1",
    "L523-1",
    2,
    "susceptibles d'appel devant le Conseil d'Etat dans les quinze jours de leur notification",
)
CJA_R312_8 = cja(
    "cja-r312-8",
    "CJA, art. R. 312-8",
    "R312-8",
    1,
    (
        "relèvent de la compétence du tribunal administratif du lieu de résidence des personnes "
        "faisant l'objet des décisions attaquées"
    ),
)
CJA_R421_1 = cja(
    "cja-r421-1",
    "CJA, art. R. 421-1",
    "R421-1",
    1,
    "dans les deux mois à partir de la notification ou de la publication de la décision attaquée",
)
CJA_R421_2 = cja(
    "cja-r421-2",
    "CJA, art. R. 421-2",
    "R421-2",
    1,
    (
        "l'intéressé dispose, pour former un recours, d'un délai de deux mois à compter de la "
        "date à laquelle est née une décision implicite de rejet"
    ),
)
CJA_R421_5 = cja(
    "cja-r421-5",
    "CJA, art. R. 421-5",
    "R421-5",
    1,
    (
        "Les délais de recours contre une décision administrative ne sont opposables qu'à la "
        "condition d'avoir été mentionnés, ainsi que les voies de recours, dans la notification "
        "de la décision."
    ),
)
CJA_R421_7 = cja(
    "cja-r421-7",
    "CJA, art. R. 421-7",
    "R421-7",
    3,
    "Ce même délai est augmenté de deux mois pour les personnes qui demeurent à l'étranger.",
)
CJA_R522_3 = cja(
    "cja-r522-3",
    "CJA, art. R. 522-1, R. 522-3, R. 414-2",
    "R522-3",
    1,
    "La requête ainsi que, le cas échéant, l'enveloppe qui la contient porte la mention \" référé \".",
)
CJA_R522_5_AVOCAT = cja(
    "cja-r522-5-avocat",
    "CJA, art. R. 522-5, R. 431-2, R. 431-3",
    "R522-5",
    2,
    (
        "Les autres demandes sont dispensées du ministère d'avocat si elles se rattachent à des "
        "litiges dispensés de ce ministère."
    ),
)
CRPA_L112_3 = crpa(
    "crpa-l112-3",
    "CRPA, art. L. 112-3",
    "L112-3",
    1,
    "Toute demande adressée à l'administration fait l'objet d'un accusé de réception.",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367338",
)
CRPA_L112_9 = crpa(
    "crpa-l112-9",
    "CRPA, art. L. 112-9",
    "L112-9",
    3,
    (
        "une administration n'est régulièrement saisie par voie électronique que par l'usage de "
        "ce téléservice"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367350",
)
CRPA_L112_12 = crpa(
    "crpa-l112-12",
    "CRPA, art. L. 112-12",
    "L112-12",
    1,
    (
        "Les délais de recours ne sont pas opposables à l'auteur d'une demande lorsque l'accusé "
        "de réception ne lui a pas été transmis ou ne comporte pas les indications prévues par le "
        "décret mentionné à l'article L. 112-11."
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367361",
)
CRPA_L112_13 = crpa(
    "crpa-l112-13",
    "CRPA, art. L. 112-13",
    "L112-13",
    1,
    (
        "fait foi la date figurant sur l'accusé de réception ou, le cas échéant, sur l'accusé "
        "d'enregistrement adressé à l'usager par la même voie"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367365",
)
CRPA_L114_5 = crpa(
    "crpa-l114-5",
    "CRPA, art. L. 114-5",
    "L114-5",
    3,
    "est suspendu pendant le délai imparti pour produire les pièces et informations requises",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367402",
)
CRPA_L232_4 = crpa(
    "crpa-l232-4",
    "CRPA, art. L. 232-4",
    "L232-4",
    2,
    (
        "les motifs de toute décision implicite de rejet devront lui être communiqués dans le "
        "mois suivant cette demande"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367639",
)
CRPA_L411_2 = crpa(
    "crpa-l411-2",
    "CRPA, art. L. 411-2, L. 411-3, L. 411-7",
    "L411-2",
    1,
    "un recours gracieux ou hiérarchique qui interrompt le cours de ce délai",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367829",
)
CRPA_R112_11_1 = crpa(
    "crpa-r112-11-1",
    "CRPA, art. R. 112-11-1",
    "R112-11-1",
    4,
    (
        "ainsi que la date à laquelle, à défaut d'une décision expresse, et sous réserve que la "
        "demande soit complète, celle-ci sera réputée acceptée ou rejetée"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033288138",
)
CRPA_R112_11_2 = crpa(
    "crpa-r112-11-2",
    "CRPA, art. R. 112-11-2",
    "R112-11-2",
    2,
    (
        "L'accusé de réception électronique est envoyé au plus tard dans un délai de dix jours "
        "ouvrés à compter de la réception de l'envoi de l'intéressé."
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033288135",
)
