"""On PYTHONPATH, makes every folder list its files from Z to A: a file system promises no order."""

import os
from collections.abc import Iterator
from typing import Any

_scandir, _listdir = os.scandir, os.listdir


class _Backwards:
    def __init__(self, *path: Any) -> None:
        with _scandir(*path) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "_Backwards":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


def _backwards(*path: Any) -> Any:
    return sorted(_listdir(*path), reverse=True)


os.scandir, os.listdir = _Backwards, _backwards  # type: ignore[assignment, misc]
