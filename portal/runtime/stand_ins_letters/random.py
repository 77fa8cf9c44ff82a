"""Jinja2 imports these names for its filter ``random`` and its dummy text, which no letter uses."""


def choice(*_: object) -> None:
    """Never called: raises NotImplementedError, so that a use of it shows."""
    raise NotImplementedError("a letter leaves nothing to chance")


randrange = sample = choice
