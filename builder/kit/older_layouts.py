"""The layouts of workbooks that were handed out before the present one, and their own words.

An answer of an older file is found by what it means: by the defined name of its cell, in a table
by the row and the heading over the column. Where the present layout calls such a thing otherwise,
the entry of every older layout says what it was called there.
"""

from collections.abc import Iterable

from builder.frozen import frozen

Renamed = tuple[str, str]


@frozen
class OlderWorkbook:
    """One older layout: each present word of those that were changed, and the one it had.

    ``names`` are beginnings of defined names, ``headings`` texts over columns; where a sheet or an
    input has no counterpart, nothing is said of it.
    """

    number: str
    names: tuple[Renamed, ...] = ()
    headings: tuple[Renamed, ...] = ()

    def name(self, present: str) -> str:
        """What a defined name was called."""
        for now, then in self.names:
            if present.startswith(now):
                return f"{then}{present.removeprefix(now)}"
        return present

    def heading(self, present: str) -> str:
        """What stood over a column."""
        return dict(self.headings).get(present, present)


# The layouts 1 and 2 came before the first version that anybody was given.
OLDER_WORKBOOKS = (
    OlderWorkbook(
        number="3",
        headings=(("兼证指标一", "另证指标一"), ("兼证指标二", "另证指标二"), ("档次", "档")),
    ),
    OlderWorkbook(number="4"),
)


def older_workbook(
    number: str, known: Iterable[OlderWorkbook] = OLDER_WORKBOOKS
) -> OlderWorkbook | None:
    """The layout of that number, ``None`` where no file of it was ever handed out."""
    return next((one for one in known if one.number == number), None)
