"""Jinja2 imports this name for its filter ``urlencode``, which no letter uses."""


def quote_from_bytes(*_: object) -> str:
    """Never called: raises NotImplementedError, so that a use of it shows."""
    raise NotImplementedError("a letter holds no address to encode")
