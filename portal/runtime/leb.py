"""Whole numbers as WebAssembly writes them: LEB128, seven bits a byte."""

from __future__ import annotations


def unsigned(data: bytes, place: int) -> tuple[int, int]:
    """The number at `place`, and the place after it."""
    value = shift = 0
    while True:
        byte = data[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7


def signed(data: bytes, place: int) -> int:
    """The signed number at `place`."""
    value, after = unsigned(data, place)
    return value - (1 << 7 * (after - place)) if data[after - 1] & 0x40 else value


def encode(value: int) -> bytes:
    """`value`, not negative."""
    made = bytearray()
    while value >= 0x80:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value])


def encode_signed(value: int) -> bytes:
    """`value` as a signed number."""
    made = bytearray()
    while not -64 <= value < 64:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value & 0x7F])
