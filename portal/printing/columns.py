"""Widths of table columns: no word cut or sticking out, and a table as low as it can be."""

from __future__ import annotations

import re

LINE = 80
"""Characters of a cell's size that fit across the page."""

MARGINS = 3
"""What the white space beside a cell costs, in characters."""

# Where a line may end: a breaking space, or the hyphen of a compound word.
_BREAKS = re.compile(r"[ \t\r\n]+|(?<=[^\W\d]-)(?=[^\W\d])")


# Letters as wide as two, between which a line may end.
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]")


def _longest(cell: str) -> int:
    return max(len(word) for word in _BREAKS.split(cell))


def shares(rows: list[list[str]], line: int = LINE) -> list[int]:
    """Relative widths of the columns of a table given as rows of plain text (header included), `line` characters wide.

    Each column first gets its longest word, a tenth more for the header, which is bold. Each
    character left on the line then goes where it helps most: the fourth power makes the deepest
    cells, those that set the height of their row, weigh more than all others.
    """
    columns = list(zip(*([_WIDE.sub("m ", cell) for cell in row] for row in rows), strict=True))
    widths = [MARGINS + max([_longest(head) * 11 // 10, *map(_longest, cells)]) for head, *cells in columns]

    def depth(column: int, width: int) -> float:
        return sum((len(cell) / max(1, width - MARGINS)) ** 4 for cell in columns[column])

    for _ in range(line - sum(widths)):
        gains = [depth(column, width) - depth(column, width + 1) for column, width in enumerate(widths)]
        widths[gains.index(max(gains))] += 1
    return widths
