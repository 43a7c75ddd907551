"""The layouts of reports that were handed out before the present one, and their own words."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from builder.frozen import frozen
from builder.model.compared_text import reduced


@frozen
class OlderReport:
    """One older layout: each text of the present kit that was printed otherwise, and how it was.

    ``texts`` are whole paragraphs and cells of the kit itself, present text first: headings,
    prompts, captions, heads of tables. ``absent`` are the headings that it did not have.
    """

    number: str
    texts: tuple[tuple[str, str], ...] = ()
    absent: tuple[str, ...] = ()

    @cached_property
    def present(self) -> Mapping[str, str]:
        """The present text by the older one, blanks aside."""
        return {reduced(then): now for now, then in self.texts}


# The layout 1 came before the first version that anybody was given.
OLDER_REPORTS = (OlderReport(number="2"), OlderReport(number="3"))


def older_report(number: str, known: Iterable[OlderReport] = OLDER_REPORTS) -> OlderReport | None:
    """The layout of that number, ``None`` where no file of it was ever handed out."""
    return next((one for one in known if one.number == number), None)
