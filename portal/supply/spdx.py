"""Licences as SPDX names them, and what packages say of theirs in other words."""

from __future__ import annotations

import re
from importlib import metadata

from portal.errors import BuildError

# The names in docs/_data/tiers.yml, package-lock.json and requirements/licences.txt; another one is written here once
# it was looked up at spdx.org/licenses.
KNOWN = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-4.0", "CNRI-Python", "GPL-2.0-or-later", "ISC",
        "LGPL-2.1-or-later", "MIT", "MIT-CMU", "MPL-1.1", "MPL-2.0", "NCSA", "OFL-1.1", "PSF-2.0", "Python-2.0.1",
        "Zlib", "bzip2-1.0.6",
    }
)  # fmt: skip
EXCEPTIONS = frozenset({"LLVM-exception"})
# What the metadata of Python packages say where they do not name an SPDX licence.
_WORDS = {
    "Apache Software License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
}
_OPERATORS = re.compile(r"\s+(?:AND|OR|WITH)\s+|[()]")


def names(expression: str) -> list[str]:
    """The licences that an expression names, and the expression itself."""
    return [expression, *(part for part in _OPERATORS.split(expression) if part)]


def check(expression: str, where: str) -> None:
    """Raises BuildError when an expression names what is not in the tables above."""
    unknown = [part for part in names(expression)[1:] if part not in KNOWN | EXCEPTIONS]
    if unknown or not expression:
        raise BuildError(
            f"{where}: “{', '.join(unknown) or expression}” is not a licence that SPDX names.",
            "correct it; if it is one, add it to portal/supply/spdx.py.",
        )


def of(package: metadata.Distribution) -> str:
    """The licence of an installed Python package, by its metadata; "" when they do not settle it."""
    said = package.metadata
    if "License-Expression" in said:
        return str(said["License-Expression"])
    licence = str(said["License"]) if "License" in said else ""
    classifiers: list[str] = [
        line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License")
    ]
    phrases: list[str] = [licence, *classifiers] if len(classifiers) == 1 else [licence]
    for words in phrases:
        if words in _WORDS:
            return _WORDS[words]
        if words and all(name in KNOWN for name in names(words)[1:]):
            return words
    return _bsd(package) if classifiers == ["BSD License"] else ""


def _bsd(package: metadata.Distribution) -> str:
    """Which of the two: the longer has a clause on names."""
    files = [file for file in package.files or () if ".dist-info/" in str(file) and "LICEN" in file.name.upper()]
    text = " ".join(" ".join(str(file.read_text("utf-8")) for file in files).split())
    if "Redistribution and use in source and binary forms" not in text:
        return ""
    return "BSD-3-Clause" if re.search(r"(?i)neither the names?|may not be used to endorse", text) else "BSD-2-Clause"
