"""Pyodide's WebAssembly with its addresses settled: its data lies where the glue always puts it.

The module is position independent for the sake of side modules, which this runtime never loads. With the two bases
known, each address in the code becomes a constant, and the relocations of the data are applied here once for all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.errors import BuildError
from portal.runtime import instructions as ins
from portal.runtime import leb, wasm

RELOCATIONS = "__wasm_apply_data_relocs"
_BASES = {
    "__memory_base": re.compile(r'___memory_base=new WebAssembly\.Global\(\{value:"i32",mutable:false\},(\d+)\)'),
    "__table_base": re.compile(r'___table_base=new WebAssembly\.Global\(\{value:"i32",mutable:false\},(\d+)\)'),
}
_ADD, _SUBTRACT, _STORE = 0x6A, 0x6B, 0x36


@dataclass(frozen=True)
class Settled:
    """`bodies` of the functions, `data` as one segment, all with addresses settled.

    `pointers` tells, for each place of `data` that holds an address, the place of `data` it leads to, or None when it
    is the number of a function. `imported` functions come before the defined ones. `base` is the address of `data`.
    `relocating` is the number of the function that applied the relocations, now nearly empty."""

    module: wasm.Module
    imported: int
    base: int
    memory_base: int
    bodies: tuple[bytes, ...]
    data: bytes
    pointers: dict[int, int | None]
    relocating: int


def settle(module: wasm.Module, glue: str) -> Settled:
    """`module` with the bases that `glue` sets. Raises BuildError when the two are not as expected."""
    entries = wasm.imports(module)
    imported = sum(entry.kind == wasm.IS_FUNCTION for entry in entries)
    names = [entry.name for entry in entries if entry.kind == wasm.IS_GLOBAL]
    bases = {names.index(name): _base(name, pattern, glue) for name, pattern in _BASES.items()}
    memory = names.index("__memory_base")
    _, data = split_data(module, memory)
    bodies = wasm.bodies(module)
    relocating = next(e.index for e in wasm.exports(module) if e.name == RELOCATIONS) - imported
    image, pointers, bodies[relocating] = _relocated(bodies[relocating], bytearray(data), bases, memory)
    made = tuple(body if number == relocating else _constant(body, bases) for number, body in enumerate(bodies))
    return Settled(module, imported, bases[memory], memory, made, image, pointers, relocating)


def _base(name: str, pattern: re.Pattern[str], glue: str) -> int:
    if not (found := pattern.search(glue)):
        raise BuildError(f"Pyodide's glue does not set {name} as before.", "adapt portal/runtime/settled.py.")
    return int(found[1])


def split_data(module: wasm.Module, memory_base: int) -> tuple[bytes, bytes]:
    """The data section's head and the content of its only segment, which starts at global `memory_base`."""
    section = module.section(wasm.DATA)
    start = b"\x01\x00\x23" + leb.encode(memory_base) + b"\x0b"
    if not section.startswith(start):
        raise BuildError("Pyodide's data are no longer one segment.", "adapt portal/runtime/settled.py.")
    size, place = leb.unsigned(section, len(start))
    return start, section[place : place + size]


def _constant(body: bytes, bases: dict[int, int]) -> bytes:
    made: list[bytes] = []
    last = 0
    for opcode, place, after in ins.walk(body):
        if opcode == ins.GLOBAL_GET and (number := leb.unsigned(body, place + 1)[0]) in bases:
            made += [body[last:place], bytes([ins.CONST]), leb.encode_signed(bases[number])]
            last = after
    return b"".join([*made, body[last:]])


def _relocated(
    body: bytes, image: bytearray, bases: dict[int, int], memory: int
) -> tuple[bytes, dict[int, int | None], bytes]:
    """Runs the stores of `body` on `image`; returns it, its pointers, and a body with the stores that remain to do."""
    stack: list[tuple[int | None, bool]] = []
    pointers: dict[int, int | None] = {}
    remaining = [b"\x00"]
    start = wasm.after_locals(body)
    for opcode, place, after in ins.walk(body):
        if opcode == ins.GLOBAL_GET:
            number = leb.unsigned(body, place + 1)[0]
            stack.append((bases.get(number), number == memory))
        elif opcode == ins.CONST:
            stack.append((leb.signed(body, place + 1), False))
        elif opcode in (_ADD, _SUBTRACT):
            (right, one), (left, other) = stack.pop(), stack.pop()
            known = left is not None and right is not None
            value = (left + right if opcode == _ADD else left - right) if known else None  # type: ignore[operator]
            stack.append((value, one or other))
        elif opcode == _STORE:
            (value, leads), (address, _) = stack.pop(), stack.pop()
            offset = leb.unsigned(body, leb.unsigned(body, place + 1)[1])[0]
            if address is None:
                raise BuildError("Pyodide's relocations are no longer plain.", "adapt portal/runtime/settled.py.")
            where = address + offset - bases[memory]
            if value is None:
                remaining.append(_constant(b"\x00" + body[start:after], bases)[1:])
            else:
                image[where : where + 4] = (value & 0xFFFFFFFF).to_bytes(4, "little")
                pointers[where] = value - bases[memory] if leads else None
            start = after
    return bytes(image), pointers, b"".join([*remaining, b"\x0b"])
