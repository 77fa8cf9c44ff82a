"""`[[ mois_de_depot() ]]`: when to file, month by month of expiry: the calculator of those without JavaScript."""

from __future__ import annotations

import calendar
import datetime

from portal import law
from portal.fragments.place import Place

MONTHS = 18


def fragment(place: Place) -> str:
    """A table, a row for the first and the last day of each of the `MONTHS` months that follow the edition: first and
    last day to file on the ANEF, by the deadlines of the rule base."""
    first = datetime.date.fromisoformat(place.site.edition).replace(day=1)
    delays = law.deadlines()
    opens, closes = (datetime.timedelta(days=delays[name].nombre) for name in ("fenetre_debut", "fenetre_fin"))
    rows = []
    for count in range(MONTHS):
        year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
        for day in (1, calendar.monthrange(year, month + 1)[1]):
            end = datetime.date(year, month + 1, day)
            rows.append([place.site.words(date, place.lang) for date in (end, end - opens, end - closes)])
    return place.render("filing", rows=rows)
