"""The files of a copy against its signed manifests: what is missing, altered or added."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from . import injected, layout
from .findings import Finding, Trouble
from .paths import collisions
from .places import Missing, Place, TooLong

_REPLACE = "Remplacez-le par le fichier de l’archive."
_ADDED = "N’est pas dans l’édition. Supprimez ce fichier, et cherchez qui l’a ajouté."
_IN_A_ROW = 10
"""Files that can not be read, one after the other: then the place is given up."""
_MOST_PAGES = 20
"""Pages of which it is said what they load: each is read again."""
_OWN = {layout.STATEMENT, layout.MANIFEST, layout.MANIFEST_COMPRESSED, layout.SIGNERS}


def check(
    place: Place,
    sums: Mapping[str, str],
    compressed: Mapping[str, str],
    sizes: Mapping[str, int],
    *,
    written: Collection[str] = (),
    absent: Collection[str] = (),
    done: Collection[str] = (),
    seen: Callable[[str], None] = lambda name: None,
) -> list[Finding]:
    """What of the signed files is wrong.

    `sums`, `compressed`: SHA-256 by name, of both manifests; `sizes`: bytes, of all but tailles.json; `written`: what
    the host wrote, checked elsewhere; `absent`: signed files that its dropped languages take away; `done`: files found
    good by a run that was cut; `seen` is called with each file found good.

    Raises Trouble ("unreachable") after _IN_A_ROW files that can not be read."""
    findings: list[Finding] = []
    by_sum = {digest: name for name, digest in sums.items()}
    held = place.names()
    pages = silent = 0
    # The copies beside are read with their file: a server sends one instead of the other.
    wanted = [name for name in sums if name not in absent and name not in done]
    wanted += [name for name in compressed if name in held and name.rpartition(".")[0] not in absent]
    for name in wanted:
        found = _compare(place, name, sums.get(name) or compressed[name], sizes.get(name), by_sum)
        if not found:
            if name in sums:
                seen(name)
        elif found.code == "file-altered" and pages < _MOST_PAGES:
            pages += 1
            findings += injected.of_file(place, name, sums)
        silent = silent + 1 if found and found.level == "unreachable" else 0
        findings += [found] if found else []
        if silent >= _IN_A_ROW:
            findings.append(
                Finding("unreachable", "gave-up", "", "Trop de fichiers illisibles : arrêt. Recommencez plus tard.")
            )
            return findings
    for name in _extra(place, sums, compressed, written, absent):
        findings.append(Finding("error", "file-extra", name, _ADDED))
        if pages < _MOST_PAGES:
            pages += 1
            findings += injected.of_file(place, name, sums)
    for one, other in collisions(held):
        message = f"Se confond avec « {one} » sur certains disques. Supprimez celui qui n’est pas de l’édition."
        findings.append(Finding("error", "case-collision", other, message))
    return findings


def _compare(place: Place, name: str, digest: str, size: int | None, by_sum: Mapping[str, str]) -> Finding | None:
    code = "compressed-altered" if name.endswith(layout.COMPRESSED) else "file-altered"
    try:
        found = place.digest(name, layout.LIMITS[layout.SIZES] if size is None else size)
    except Missing:
        return Finding("error", "file-missing", name, f"Absent. {_REPLACE}")
    except TooLong:
        return Finding("error", code, name, f"Modifié : plus long que dans l’édition. {_REPLACE}")
    except Trouble as trouble:
        return trouble.finding
    if found == digest:
        return None
    if code == "compressed-altered":
        message = "Copie compressée différente de celle de l’édition. Supprimez-la, ou remettez celle de l’archive."
        return Finding("error", code, name, message)
    if found in by_sum:
        return Finding("error", code, name, f"Échangé : contient « {by_sum[found]} ». {_REPLACE}")
    return Finding("error", code, name, f"Modifié. {_REPLACE}")


def _extra(
    place: Place,
    sums: Mapping[str, str],
    compressed: Mapping[str, str],
    written: Collection[str],
    absent: Collection[str],
) -> list[str]:
    """The files of a whole place that nothing accounts for."""
    found = []
    for name, size in place.names().items():
        if name in written or name in _OWN or name.startswith((layout.LOCAL, layout.SIGNATURES, layout.KEYS)):
            continue
        if name in sums and name not in absent:
            continue
        if name in compressed and name.rpartition(".")[0] not in absent:
            continue
        twin = layout.SERVER_FILES.get(name)
        if twin and _same(place, name, size, sums.get(twin)):
            continue
        found.append(name)
    return found


def _same(place: Place, name: str, size: int, digest: str | None) -> bool:
    try:
        return digest is not None and place.digest(name, size) == digest
    except (Missing, TooLong, Trouble):
        return False
