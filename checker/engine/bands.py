"""Turn dates into the band that answers a dated question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from checker.engine.calendar import shift
from checker.engine.model import Dated


def band_of(dated: Dated, dates: Mapping[str, date]) -> str | None:
    """Return the option for these dates, or ``None`` when one of the two is not known.

    A band holds from the day after the previous band's limit to its own limit, included.
    """
    reference, measured = dates.get(dated.reference), dates.get(dated.measured)
    if reference is None or measured is None:
        return None
    for band in dated.bands:
        if band.until is None or measured <= shift(reference, band.until):
            return band.option
    raise ValueError(f"the bands of {dated.reference}/{dated.measured} do not reach every date")
