"""Replaces asyncio, which Pyodide's compiled core imports at its start to await promises.

The checker awaits nothing, so the standard one (sockets, subprocesses, ssl) would be
downloaded for nobody. Any use is an error that says so.
"""


def __getattr__(name: str) -> object:
    raise AttributeError(f"asyncio.{name}: this runtime has no event loop")
