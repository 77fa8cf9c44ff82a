"""`mirror update`: the next edition, verified, made this host's own, and put in use at once for every reader.

Whatever happens, `courant` leads to a whole copy: the new one is made and verified beside it, and one renaming of the
link is the only moment when anything changes for readers. The folder is described in portal.mirrors.swapping."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors import fetching, state, trusting
from portal.mirrors.brand import brand
from portal.mirrors.config import FILE, Mirror, load, refuse
from portal.mirrors.deciding import ASIDE, INSTALL, decide
from portal.mirrors.durable import NEW
from portal.mirrors.failing import explained
from portal.mirrors.offer import digest, offered
from portal.mirrors.swapping import Copies, alone
from portal.verify import branding, fields
from portal.verify.check import Result
from portal.verify.findings import Trouble

Say = Callable[[str], object]


@dataclass(frozen=True)
class _Run:
    """What an update knows before it looks at the source. `config`: the mirror file, `mirror` what it says; `held`:
    what was verified of the copy in use; `sound`: it is whole, and says what the mirror file says."""

    copies: Copies
    config: Path
    mirror: Mirror
    current: str
    memory: state.State
    trusted: Sequence[bytes]
    held: Result
    sound: bool
    today: dt.date
    say: Say


def update(
    to: Path,
    source: str | Path | None,
    config: Path | None = None,
    *,
    trust: Sequence[Path] = (),
    today: dt.date,
    dry_run: bool = False,
    limits: fetching.Limits | None = None,
    plain_http: bool = False,
    say: Say = print,
) -> int:
    """Puts in use, in the mirror folder `to`, the edition that `source` holds: an archive, a folder, an https address;
    None, the address `mise_a_jour` of the mirror file (`config`, or mirror.yml of `to`).

    `trust`: sets of keys besides those of the copies that are there, needed the first time; `dry_run` says what would
    change and stops; `limits`, `plain_http`: see fetching. `say` is called with each line for the host, in French, as
    it is known. Returns the exit status: 0, or 3 when the edition in use is past its date. Raises BuildError, and then
    nothing has changed for readers."""
    with explained(to):
        to.mkdir(parents=True, exist_ok=True)
        with alone(to):
            run = _begun(to, config or to / FILE, trust, today, say)
            wanted = source or run.mirror.values["mise_a_jour"]
            if not wanted:
                message = f"{run.mirror.file} : « mise_a_jour » est vide."
                raise BuildError(message, "donnez --from ARCHIVE, ou écrivez-y l’adresse de la prochaine édition.")
            try:
                if not str(wanted).startswith(("http://", "https://")):
                    fetching.discard(to)
                    return _take(run, Path(wanted), {}, dry_run)
                return _download(run, str(wanted), dry_run, limits, plain_http)
            finally:
                _sweep(run)


def _begun(to: Path, config: Path, trust: Sequence[Path], today: dt.date, say: Say) -> _Run:
    if not config.is_file():
        raise BuildError(f"{config} : ce fichier n’existe pas.", "posez-y mirror.yml, ou donnez --config.")
    mirror = load(config)
    refuse(mirror.missing())
    copies = Copies(to)
    current = copies.current()
    memory = state.load(copies, current)
    if memory.warning:
        say(memory.warning)
    trusted = trusting.sets(copies, trust)
    copy = copies.path(current)
    held = trusting.verified(copy, trusting.of(copy), today) if current else Result()
    sound = trusting.whole(held) and _says(copy, mirror)
    run = _Run(copies, config, mirror, current, memory, trusted, held, sound, today, say)
    _sweep(run)
    return run


def _says(copy: Path, mirror: Mirror) -> bool:
    """Whether the copy, which is whole, says what the mirror file says."""
    logo = mirror.values["logo"]
    said = (copy / branding.DATA).read_bytes() == fields.canonical(mirror.values)
    return said and (not logo or (copy / branding.FOLDER / logo).read_bytes() == mirror.logo)


def _download(run: _Run, url: str, dry_run: bool, limits: fetching.Limits | None, plain_http: bool) -> int:
    """Takes the archive at `url`, unless the server says that it is the one already taken."""
    to, seen = run.copies.to, run.memory.source
    known = run.sound and seen.get("adresse") == url and seen.get("copie") in (run.current, _aside(run))
    etag, modified = (seen["etag"], seen["modifie"]) if known else ("", "")
    found = fetching.fetch(url, to, etag=etag, modified=modified, limits=limits, plain_http=plain_http)
    if found.file is None:
        fetching.discard(to)
        return _unchanged(run, _aside(run) == seen["copie"])
    source = {"adresse": url, "etag": found.etag, "modifie": found.modified}
    try:
        status = _take(run, found.file, source, dry_run)
    except (BuildError, Trouble):
        # What was refused must not be taken up again.
        fetching.discard(to)
        raise
    if not dry_run:
        fetching.discard(to)
    return status


def _take(run: _Run, archive: Path, source: dict[str, str], dry_run: bool) -> int:
    """Verifies `archive`, says what it changes, and puts it in use."""
    offer = offered(archive, run.trusted, run.today, run.copies.path(run.current) if run.current else None)
    verdict = decide(offer, run.current, run.memory, _aside(run), run.sound)
    if verdict != INSTALL:
        if source and not dry_run:
            run.memory.source = {**source, "copie": _aside(run) if verdict == ASIDE else run.current}
            run.memory.save(run.copies)
        return _unchanged(run, verdict == ASIDE)
    for line in offer.lines:
        run.say(line)
    if offer.expired(run.today) and not run.current:
        raise BuildError(
            f"L’édition {offer.number} est périmée.", "ne commencez pas par elle : prenez la plus récente."
        )
    if dry_run:
        run.say("Essai : rien n’a été changé.")
        return 0
    made = run.copies.to / NEW / "copie"
    brand(archive, run.config, made, trusted=run.trusted, today=run.today)
    result = trusting.verified(made, run.trusted, run.today)
    trusting.refuse(archive.name, result)
    if digest(made) != offer.digest:
        raise BuildError(f"{archive} : ce fichier a changé pendant la mise à jour.", "relancez la même commande.")
    name = run.copies.unused(offer.number)
    run.memory.editions[str(offer.number)] = offer.digest
    run.memory.source = {**source, "copie": name} if source else {}
    run.memory.note(name, "mise à jour", run.today)
    run.memory.save(run.copies)
    run.copies.add(made, name)
    run.copies.use(name)
    kept = f" La {run.current} est gardée : mirror back" if run.current else ""
    run.say(f"Édition {name} en place.{kept}")
    return trusting.age(result, run.today, run.say)


def _unchanged(run: _Run, aside: bool) -> int:
    if aside:
        run.say(f"Édition {_aside(run)} mise de côté : la {run.current} reste en place jusqu’à la suivante.")
    else:
        run.say(f"Déjà à jour : édition {run.current}.")
    return trusting.age(run.held, run.today, run.say)


def _aside(run: _Run) -> str:
    return run.memory.aside(run.current, run.copies.names())


def _sweep(run: _Run) -> None:
    current = run.copies.current()
    left = run.copies.sweep({current, run.memory.previous(current, run.copies.names())})
    if left:
        run.say(f"Pas encore supprimé : {', '.join(left)}")
