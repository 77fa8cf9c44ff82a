"""A WebAssembly module with one function made to trap: what a runtime cut too short does when it is used."""

from __future__ import annotations

from portal.runtime import small, wasm


def with_trap(module: bytes, name: str) -> bytes:
    """`module` with the exported function `name` emptied, so that calling it traps. KeyError when it has none."""
    whole = wasm.decode(module)
    exported = {export.name: export.index for export in wasm.exports(whole) if export.kind == wasm.IS_FUNCTION}
    imported = sum(entry.kind == wasm.IS_FUNCTION for entry in wasm.imports(whole))
    bodies = wasm.bodies(whole)
    bodies[exported[name] - imported] = small.TRAP
    return wasm.with_bodies(whole, bodies).encode()
