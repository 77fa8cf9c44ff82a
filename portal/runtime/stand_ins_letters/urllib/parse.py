"""Jinja2 imports this name for its filter ``urlencode``, which no letter uses."""


def quote_from_bytes(*_: object) -> str:
    raise NotImplementedError("a letter holds no address to encode")
