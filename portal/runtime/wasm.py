"""A WebAssembly module as a list of sections, read and written without change to any index."""

from __future__ import annotations

from dataclasses import dataclass, replace

from portal.runtime import leb

TYPE, IMPORT, FUNCTION, GLOBAL, EXPORT, CODE, DATA = 1, 2, 3, 6, 7, 10, 11
IS_FUNCTION, IS_GLOBAL = 0, 3
# In the binary, sections stand in this order; 12 (data count) and 13 (tags) came after the numbering.
_ORDER = (1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11)
MAGIC = b"\0asm\1\0\0\0"


@dataclass(frozen=True)
class Export:
    """An export: `kind` is 0 function, 1 table, 2 memory, 3 global, 4 tag."""

    name: str
    kind: int
    index: int


@dataclass(frozen=True)
class Import:
    """An import; `kind` as in Export."""

    module: str
    name: str
    kind: int


@dataclass(frozen=True)
class Module:
    """`sections` in the order of the file, as (id, content); custom sections have id 0."""

    sections: tuple[tuple[int, bytes], ...]

    def section(self, number: int) -> bytes:
        """The content of the only section of that number; an empty vector if there is none."""
        return next((content for found, content in self.sections if found == number), b"\0")

    def with_section(self, number: int, content: bytes) -> Module:
        """The module with that section replaced, or added at its place."""
        if any(found == number for found, _ in self.sections):
            kept = ((found, content if found == number else old) for found, old in self.sections)
            return replace(self, sections=tuple(kept))
        later = set(_ORDER[_ORDER.index(number) + 1 :])
        place = next((i for i, (found, _) in enumerate(self.sections) if found in later), len(self.sections))
        return replace(self, sections=(*self.sections[:place], (number, content), *self.sections[place:]))

    def encode(self) -> bytes:
        """The module's bytes."""
        return MAGIC + b"".join(bytes([number]) + sized(content) for number, content in self.sections)


def decode(data: bytes) -> Module:
    """The module of `data`. Raises ValueError if it is not WebAssembly 1."""
    if not data.startswith(MAGIC):
        raise ValueError("not a WebAssembly module")
    sections: list[tuple[int, bytes]] = []
    place = len(MAGIC)
    while place < len(data):
        size, start = leb.unsigned(data, place + 1)
        sections.append((data[place], data[start : start + size]))
        place = start + size
    return Module(tuple(sections))


def sized(content: bytes) -> bytes:
    """`content` after its length."""
    return leb.encode(len(content)) + content


def vector(items: list[bytes]) -> bytes:
    """`items` after their number."""
    return leb.encode(len(items)) + b"".join(items)


def bodies(module: Module) -> list[bytes]:
    """The defined functions, in order: local declarations, then instructions."""
    code = module.section(CODE)
    count, place = leb.unsigned(code, 0)
    found = []
    for _ in range(count):
        size, start = leb.unsigned(code, place)
        place = start + size
        found.append(code[start:place])
    return found


def after_locals(body: bytes) -> int:
    """Where the instructions of a function begin."""
    groups, place = leb.unsigned(body, 0)
    for _ in range(groups):
        place = leb.unsigned(body, place)[1] + 1
    return place


def imports(module: Module) -> list[Import]:
    """What the module imports, in order."""
    section = module.section(IMPORT)
    count, place = leb.unsigned(section, 0)
    found = []
    for _ in range(count):
        names = []
        for _ in range(2):
            size, start = leb.unsigned(section, place)
            place = start + size
            names.append(section[start:place].decode())
        kind = section[place]
        found.append(Import(names[0], names[1], kind))
        place = _after_import(section, place + 1, kind)
    return found


def _after_import(section: bytes, place: int, kind: int) -> int:
    if kind == 0:
        return leb.unsigned(section, place)[1]
    if kind == 3:
        return place + 2
    if kind == 4:
        return leb.unsigned(section, place + 1)[1]
    limits = place + 1 if kind == 1 else place
    place = leb.unsigned(section, limits + 1)[1]
    return leb.unsigned(section, place)[1] if section[limits] & 1 else place


def exports(module: Module) -> list[Export]:
    """What the module exports, in order."""
    section = module.section(EXPORT)
    count, place = leb.unsigned(section, 0)
    found = []
    for _ in range(count):
        size, start = leb.unsigned(section, place)
        name = section[start : start + size].decode()
        index, place = leb.unsigned(section, start + size + 1)
        found.append(Export(name, section[start + size], index))
    return found


def constants(module: Module) -> list[int]:
    """The value of each defined global, unsigned. Raises ValueError when one is not a plain 32-bit constant."""
    section = module.section(GLOBAL)
    count, place = leb.unsigned(section, 0)
    found = []
    for _ in range(count):
        if section[place] != 0x7F or section[place + 2] != 0x41:
            raise ValueError("a global is not a constant")
        value, place = leb.unsigned(section, place + 3)
        found.append(value)
        place += 1
    return found


def with_exports(module: Module, kept: list[Export]) -> Module:
    """The module exporting only `kept`."""
    items = [sized(export.name.encode()) + bytes([export.kind]) + leb.encode(export.index) for export in kept]
    return module.with_section(EXPORT, vector(items))


def with_bodies(module: Module, made: list[bytes]) -> Module:
    """The module with the code of its functions replaced."""
    return module.with_section(CODE, vector([sized(body) for body in made]))
