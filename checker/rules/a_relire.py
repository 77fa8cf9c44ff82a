"""Les sources dont le texte a changé depuis leur lecture : ce qui repose sur elles devient « à vérifier »."""

A_RELIRE: frozenset[str] = frozenset()
