"""A planned section of a report together with what a company wrote in it."""

from dataclasses import dataclass

from builder.model.returned_document import ReturnedTable
from builder.plan.document.parts import DocumentSection


@dataclass(frozen=True, kw_only=True)
class FoundHeading:
    """A planned heading in the file: the place of its block, its text there, and how it was known.

    ``by_name`` says that its bookmark was there; a text alone may be anybody's.
    """

    text: str
    place: int
    by_name: bool


@dataclass(frozen=True, kw_only=True)
class Written:
    """What stands under one heading of the plan that is not the kit's own text.

    ``placeholders`` and ``prompts`` count what of the kit was left where an answer belongs;
    ``tables`` are those of the section.
    """

    section: DocumentSection
    heading: FoundHeading | None
    text: str = ""
    placeholders: int = 0
    prompts: int = 0
    pictures: int = 0
    tables: tuple[ReturnedTable, ...] = ()

    @property
    def characters(self) -> int:
        """How many characters were written, blanks left out."""
        return sum(not sign.isspace() for sign in self.text)
