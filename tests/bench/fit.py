"""The exponent of a cost: b such that cost = a × size^b, by least squares on the logarithms."""

from __future__ import annotations

import math
from collections.abc import Sequence


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """1 is linear, 2 quadratic. A fixed cost lowers it: `last` looks at the large sizes alone.

    Raises ValueError for fewer than two different sizes, or what is not above zero."""
    if len(sizes) != len(costs) or len(set(sizes)) < 2:
        raise ValueError("an exponent needs as many costs as sizes, and at least two different sizes")
    if min(*sizes, *costs) <= 0:
        raise ValueError("sizes and costs must be above zero")
    across, up = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    middle, height = math.fsum(across) / len(across), math.fsum(up) / len(up)
    moved = math.fsum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return moved / math.fsum((x - middle) ** 2 for x in across)


def last(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The exponent between the two largest sizes."""
    pairs = sorted(zip(sizes, costs, strict=True))[-2:]
    return exponent([size for size, _ in pairs], [cost for _, cost in pairs])
