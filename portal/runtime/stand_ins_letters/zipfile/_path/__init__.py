"""zipfile imports these two names at start; an .odt is only written, never walked."""


class Path:
    pass


class CompleteDirs:
    pass
