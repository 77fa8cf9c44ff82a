"""Replaces Pyodide's package loader: this runtime installs no package.

Pyodide's start reads the two paths and calls init_loaded_packages; the original
brings shutil, tempfile, zipfile and pathlib with it, which nothing else needs.
"""

from site import getsitepackages


class _Folder:
    """Stands for a pathlib.Path: JavaScript calls its __str__, which a bare str loses there."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = _Folder(getsitepackages()[0])
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Nothing is installed, so there is nothing to declare."""
