"""Languages: French is canonical; each other one is a folder docs/<lang> with pages at the paths of the French ones,
and `_catalogue` for every text that is not a page. Nothing here knows a language by name."""
