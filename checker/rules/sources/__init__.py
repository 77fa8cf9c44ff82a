"""Les sources : chaque texte, décision ou pratique que le site cite, une entrée chacun.

Ajouter une source, c'est ajouter une ligne à l'un des fichiers de ce dossier. L'identifiant est
celui du dossier juridique ; une source de confiance « low » n'entre jamais ici.
"""

from checker.engine.model import Source
from checker.rules.sources import autres_codes, ceseda, contentieux, decisions, pratiques

SOURCES: dict[str, Source] = {
    valeur.id: valeur
    for fichier in (ceseda, contentieux, decisions, autres_codes, pratiques)
    for valeur in vars(fichier).values()
    if isinstance(valeur, Source)
}
