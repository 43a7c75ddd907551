"""What is known of two reports, an old one and a new one, before anything is carried over."""

from collections.abc import Mapping, Sequence

from builder.frozen import frozen

# The bookmark and the text of each.
Headings = Sequence[tuple[str, str]]


@frozen
class SectionRoute:
    """Where what stands under an old heading goes: a new bookmark, or none and why.

    What is ``refilled`` was filled in from the answers of the workbook already.
    """

    title: str
    to: str = ""
    to_title: str = ""
    check: str = ""
    reason: str = ""
    refilled: bool = False


@frozen
class ReportCrossing:
    """What is known of both reports: headings by bookmark, routes by old bookmark.

    ``shift`` is how many columns figures of years move to the left; the ``keyed`` headings of
    tables name what each of their rows is about.
    """

    old: Headings
    new: Headings
    routes: Mapping[str, SectionRoute]
    placeholders: frozenset[str]
    shift: int = 0
    year_columns: tuple[int, int] = (0, 0)
    figures_head: tuple[str, ...] = ()
