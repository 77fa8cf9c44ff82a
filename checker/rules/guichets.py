"""À qui chaque droit se montre : le public de la fiche, sa page, et la carte de poche quand il y en a une."""

from dataclasses import dataclass

from checker.rules.vocabulaire import typographie as _t


@dataclass(frozen=True)
class Guichet:
    """``public`` : qui lit le papier. ``page`` : depuis ``fr/``. ``carte`` : l'identifiant et le titre de la carte."""

    public: str
    page: str
    carte: tuple[str, str] | None = None


GUICHETS = {
    "sejour": Guichet(_t("Tout guichet"), "documents.html", ("guichet", _t("Pour tout guichet : le séjour"))),
    "travail": Guichet(_t("Employeur"), "travailler.html", ("employeur", _t("Pour l'employeur : le travail"))),
    "france_travail": Guichet(
        _t("France Travail"), "documents.html", ("france_travail", _t("Pour France Travail : l'inscription"))
    ),
    "prestations": Guichet(_t("CAF, MSA, département"), "documents.html", ("caf", _t("Pour la CAF ou la MSA : les aides"))),
    "sante": Guichet(_t("Caisse d'assurance maladie (CPAM)"), "documents.html", ("cpam", _t("Pour la CPAM : les soins"))),
    "logement": Guichet(_t("Bailleur, agence"), "documents.html", ("bailleur", _t("Pour le bailleur : le logement"))),
    "voyage": Guichet(_t("Compagnie de transport, police aux frontières"), "documents.html"),
    "etudes": Guichet(_t("École, université, organisme de formation"), "documents.html", ("ecole", _t("Pour l'école : les études"))),
    "banque": Guichet(_t("Banque"), "documents.html", ("banque", _t("Pour la banque : le compte"))),
    "regroupement_familial": Guichet(_t("Service du regroupement familial"), "documents.html"),
    "nationalite": Guichet(_t("Service de la nationalité"), "documents.html"),
    "controle_identite": Guichet(
        _t("Police, gendarmerie"), "documents.html", ("police", _t("Pour un contrôle : les papiers du séjour"))
    ),
}

JUSQU_A = _t("Jusqu'à quand")
A_MONTRER = _t("Montrer aussi")
