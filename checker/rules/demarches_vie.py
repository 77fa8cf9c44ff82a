"""Ce qu'il faut faire pour les droits de la vie courante : voyage, banque, permis, famille, contrôle."""

from checker.rules.vocabulaire import demarche

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
