"""An office's list of applicants: what it may say, and what each row of it asks for."""

from collections.abc import Mapping
from dataclasses import field

from builder.book.book_plan import InputPlan
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.frozen import frozen
from builder.model.office import FieldKind
from builder.model.scheme import Choice

FILE_COLUMN, REVIEWER_COLUMN = "文件名", "评审员"


@frozen
class Asked:
    """What a list may say: the inputs to fill, the choices, and options given for all rows.

    ``applicant`` is the name of the input that says who applies; ``kinds`` says by the name of an
    input what its field takes.
    """

    applicant: str
    inputs: tuple[InputPlan, ...]
    choices: tuple[Choice, ...]
    given: Mapping[str, str]
    kinds: Mapping[str, FieldKind] = field(default_factory=dict)

    @property
    def by_title(self) -> dict[str, InputPlan]:
        """The inputs by caption; one that several have, or a choice has, names none of them."""
        titles = [item.title for item in self.inputs]
        titles += (choice.name for choice in self.choices)
        return {item.title: item for item in self.inputs if titles.count(item.title) == 1}

    @property
    def name_column(self) -> str:
        """The caption of the one column that must be there."""
        return next(item.title for item in self.inputs if item.name == self.applicant)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that means something, in the order a person is told of them."""
        names = (choice.name for choice in self.choices)
        return (*self.by_title, *names, FILE_COLUMN, REVIEWER_COLUMN)


@frozen
class Applicant:
    """One row: for whom, which kit, what is filled in, the file's name and who reviews it."""

    row: int
    name: str
    options: tuple[tuple[str, str], ...]
    answers: Mapping[str, Value]
    file: str
    reviewer: str


@frozen
class Applicants:
    """The rows that are in order, and everything that is wrong with the list.

    ``filled`` are the names of the inputs that the list has columns for.
    """

    rows: tuple[Applicant, ...]
    filled: tuple[str, ...]
    findings: tuple[Finding, ...]
