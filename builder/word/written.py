"""A planned section of a report together with what an applicant wrote in it."""

from builder.formula.blank import seen
from builder.frozen import frozen
from builder.word.parts import DocumentSection

TableRows = tuple[tuple[str, ...], ...]


@frozen
class FoundHeading:
    """A planned heading in the file: the place of its block, its text there, and how it was known.

    ``by_name`` says that its bookmark was there; a text alone may be anybody's.
    """

    text: str
    place: int
    by_name: bool


@frozen
class WrittenSection:
    """What stands under one heading of the plan that is not the kit's own text.

    ``placeholders`` and ``prompts`` count what of the kit was left where an answer belongs;
    ``uncaptioned`` counts the pictures without a caption. ``evidence`` and ``figures`` are the
    rows of the kit's own tables, ``None`` where the table is gone; ``tables`` are the applicant's.
    ``repeated`` are lines of the kit's own that stand there once more than it prints them;
    ``unprinted`` are texts of the applicant that are hidden, ``white`` those in the colour of the
    paper; neither counts.
    """

    section: DocumentSection
    heading: FoundHeading | None
    text: str = ""
    placeholders: int = 0
    prompts: int = 0
    pictures: int = 0
    uncaptioned: int = 0
    evidence: TableRows | None = None
    figures: TableRows | None = None
    tables: tuple[TableRows, ...] = ()
    repeated: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()
    white: tuple[str, ...] = ()

    @property
    def unseen(self) -> tuple[str, ...]:
        """What the applicant wrote that nobody can see on paper."""
        return (*self.unprinted, *self.white)

    @property
    def characters(self) -> int:
        """How many characters were written, the applicant's tables included, blanks left out."""
        cells = (cell for table in self.tables for row in table for cell in row)
        return sum(len(seen(words)) for words in (self.text, *cells))
