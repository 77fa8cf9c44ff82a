"""Code de justice administrative (CJA) et code des relations entre le public et l'administration (CRPA)."""

from checker.rules.sources.lecture import cja, crpa

CJA_INDEM = cja(
    "cja-indem",
    "CJA, art. R. 421-1 al. 2, R. 431-2, R. 222-13 10° et R. 222-14, R. 541-1",
    "R421-1",
    2,
    (
        "Lorsque la requête tend au paiement d'une somme d'argent, elle n'est recevable qu'après "
        "l'intervention de la décision prise par l'administration sur une demande préalablement "
        "formée devant elle."
    ),
)
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
CJA_L911_L761 = cja(
    "cja-l911-l761",
    "CJA, art. L. 911-1, L. 911-3, L. 761-1, L. 521-4",
    "L911-3",
    1,
    (
        "La juridiction peut assortir, dans la même décision, l'injonction prescrite en "
        "application des articles L. 911-1 et L. 911-2 d'une astreinte"
    ),
)
CJA_MPO = cja(
    "cja-mpo",
    "CJA, art. L. 213-11 à L. 213-14, R. 213-10 à R. 213-13",
    "L213-14",
    1,
    (
        "cette saisine entraîne les mêmes effets que la saisine du médiateur compétent au titre "
        "de l'article L. 213-11"
    ),
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
CRPA_CADA = crpa(
    "crpa-cada",
    "CRPA, art. L. 311-1, R.* 311-12, R. 311-13, R. 343-1, L. 342-1",
    "R343-1",
    1,
    (
        "L'intéressé dispose d'un délai de deux mois à compter de la notification du refus ou de "
        "l'expiration du délai prévu à l'article R. 311-13 pour saisir la Commission d'accès aux "
        "documents administratifs."
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031370409",
)
CRPA_L112_3 = crpa(
    "crpa-l112-3",
    "CRPA, art. L. 112-3",
    "L112-3",
    1,
    "Toute demande adressée à l'administration fait l'objet d'un accusé de réception.",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367338",
)
CRPA_L112_8 = crpa(
    "crpa-l112-8",
    "CRPA, art. L. 112-8",
    "L112-8",
    1,
    (
        "adresser à celle-ci, par voie électronique, une demande, une déclaration, un document ou "
        "une information"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367348",
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
CRPA_L112_11 = crpa(
    "crpa-l112-11",
    "CRPA, art. L. 112-11",
    "L112-11",
    1,
    "fait l'objet d'un accusé de réception électronique",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033219980",
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
CRPA_L114_3 = crpa(
    "crpa-l114-3",
    "CRPA, art. L. 114-3",
    "L114-3",
    1,
    (
        "Le délai au terme duquel est susceptible d'intervenir une décision implicite de rejet "
        "court à compter de la date de réception de la demande par l'administration initialement "
        "saisie."
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367396",
)
CRPA_L114_5 = crpa(
    "crpa-l114-5",
    "CRPA, art. L. 114-5",
    "L114-5",
    3,
    "est suspendu pendant le délai imparti pour produire les pièces et informations requises",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367402",
)
CRPA_L211_2 = crpa(
    "crpa-l211-2",
    "CRPA, art. L. 211-2 et L. 211-5",
    "L211-2",
    1,
    (
        "ont le droit d'être informées sans délai des motifs des décisions administratives "
        "individuelles défavorables qui les concernent"
    ),
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367505",
)
CRPA_L231_1 = crpa(
    "crpa-l231-1",
    "CRPA, art. L. 231-1, L. 231-4 à L. 231-6",
    "L231-4",
    4,
    "Si la demande présente un caractère financier",
    url="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031367611",
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
