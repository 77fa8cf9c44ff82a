"""Makes a copy of Pyodide's WebAssembly that notes which functions run and which of its data are read.

Notes are bytes of its own memory: one per function, then one per GRANULE bytes of data. They lie at the far end of the
stack, which a run of the checker never reaches. Everything is appended: no index changes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.errors import BuildError
from portal.runtime import instructions as ins
from portal.runtime import leb, wasm
from portal.runtime.settled import Settled, split_data

GRANULE = 8
# Of the stack's five megabytes, what notes may take.
_ROOM = 1 << 20
_STACK_END = re.compile(r"___stack_low=(\d+)")
_I32, _I64, _F32, _F64 = b"\x7f", b"\x7e", b"\x7d", b"\x7c"
_GET, _TEE, _SET, _CALL, _CONST, _END = b"\x20", b"\x22", b"\x21", b"\x10", b"\x41", b"\x0b"
_ONE = _CONST + b"\x01"
_RESULTS = {0x28: _I32, 0x29: _I64, 0x2A: _F32, 0x2B: _F64, **dict.fromkeys(range(0x2C, 0x30), _I32)}
_RESULTS |= dict.fromkeys(range(0x30, 0x36), _I64)


@dataclass(frozen=True)
class Instrumented:
    """`module` notes from address `start` on: `functions` bytes, then `granules`."""

    module: wasm.Module
    start: int
    functions: int
    granules: int


def instrument(settled: Settled, glue: str) -> Instrumented:
    """A copy of `settled` that takes notes. Raises BuildError when `glue` does not say where the stack ends."""
    if not (found := _STACK_END.search(glue)):
        raise BuildError("Pyodide's glue no longer says where the stack ends.", "adapt portal/runtime/instrument.py.")
    start, count = int(found[1]), len(settled.bodies)
    made = Instrumented(settled.module, start, count, -(-len(settled.data) // GRANULE))
    if made.functions + made.granules > _ROOM:
        raise BuildError("the notes would take too much of the stack.", "adapt portal/runtime/instrument.py.")
    module, helpers = _declared(settled)
    bodies = [_noting(body, start + number, helpers) for number, body in enumerate(settled.bodies)]
    mark = _Mark(settled.base, len(settled.data), start + count)
    bodies += [_load(opcode, mark) for opcode in _RESULTS]
    bodies.append(_copy(mark))
    head, _ = split_data(module, settled.memory_base)
    module = module.with_section(wasm.DATA, head + wasm.sized(settled.data))
    return Instrumented(wasm.with_bodies(module, bodies), start, made.functions, made.granules)


def _declared(settled: Settled) -> tuple[wasm.Module, dict[int, int]]:
    """The module with a helper declared for each instruction that reads, and their numbers."""
    module = settled.module
    types, first = leb.unsigned(module.section(wasm.TYPE), 0)
    functions, start = leb.unsigned(module.section(wasm.FUNCTION), 0)
    results = (_I32, _I64, _F32, _F64)
    added = [b"\x60\x02" + _I32 * 2 + b"\x01" + result for result in results]
    added.append(b"\x60\x03" + _I32 * 3 + b"\x00")
    declared = [leb.encode(types + results.index(result)) for result in _RESULTS.values()] + [leb.encode(types + 4)]
    all_types = leb.encode(types + len(added)) + module.section(wasm.TYPE)[first:] + b"".join(added)
    all_functions = leb.encode(functions + len(declared)) + module.section(wasm.FUNCTION)[start:] + b"".join(declared)
    helpers = {op: settled.imported + functions + i for i, op in enumerate([*_RESULTS, ins.COPY])}
    return module.with_section(wasm.TYPE, all_types).with_section(wasm.FUNCTION, all_functions), helpers


def _store(offset: int) -> bytes:
    return b"\x3a\x00" + leb.encode(offset)


def _noting(body: bytes, note: int, helpers: dict[int, int]) -> bytes:
    start = wasm.after_locals(body)
    made = [body[:start], _CONST + b"\x00" + _ONE + _store(note)]
    for opcode, place, after in ins.walk(body):
        if opcode in _RESULTS:
            _, offset = leb.unsigned(body, place + 1)
            value = leb.unsigned(body, offset)[0]
            made += [_CONST, leb.encode_signed(value - (1 << 32) if value >> 31 else value)]
            made += [_CALL, leb.encode(helpers[opcode])]
        elif opcode == ins.BULK and body[place + 1] == ins.COPY:
            made += [_CALL, leb.encode(helpers[ins.COPY])]
        else:
            made.append(body[place:after])
    return b"".join(made)


@dataclass(frozen=True)
class _Mark:
    base: int
    size: int
    notes: int

    def code(self, address: bytes, scratch: bytes) -> bytes:
        """If the local `address` is within the data, notes it; `scratch` is a local too."""
        place = _GET + address + _CONST + leb.encode_signed(self.base) + b"\x6b" + _TEE + scratch
        inside = _CONST + leb.encode_signed(self.size) + b"\x49\x04\x40"
        note = _GET + scratch + _CONST + b"\x03\x76" + _ONE + _store(self.notes)
        return place + inside + note + _END


def _load(opcode: int, mark: _Mark) -> bytes:
    """Reads at the sum of its two parameters."""
    address = _GET + b"\x00" + _GET + b"\x01\x6a" + _SET + b"\x00"
    return b"\x00" + address + mark.code(b"\x00", b"\x01") + _GET + b"\x00" + bytes([opcode]) + b"\x00\x00" + _END


def _copy(mark: _Mark) -> bytes:
    """memory.copy. Locals: 0 destination, 1 source, 2 length, 3 place, 4 scratch."""
    test = _GET + b"\x03" + _GET + b"\x01" + _GET + b"\x02\x6a\x49\x04\x40"
    step = _GET + b"\x03" + _CONST + b"\x08\x6a" + _SET + b"\x03\x0c\x01" + _END
    loop = b"\x03\x40" + test + mark.code(b"\x03", b"\x04") + step + _END
    copied = _GET + b"\x00" + _GET + b"\x01" + _GET + b"\x02\xfc\x0a\x00\x00"
    return b"\x01\x02\x7f" + _GET + b"\x01" + _SET + b"\x03" + loop + copied + _END
