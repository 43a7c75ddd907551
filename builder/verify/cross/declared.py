"""What a returned workbook declares that its report must say too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from builder.model.compared_text import folded
from builder.model.identity import Identity
from builder.model.returned import ReturnedWorkbook
from builder.verify.filled import Filled, filled_in, words
from builder.verify.pristine import Pristine


@dataclass(frozen=True, kw_only=True)
class DeclaredProof:
    """One filled row of 证据清单."""

    number: str
    name: str
    page: str


@dataclass(frozen=True, kw_only=True)
class DeclaredFigure:
    """One filled row of 近三年数据; ``years`` from the earliest, as typed."""

    number: str
    indicator: str
    name: str
    unit: str
    years: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DeclaredScore:
    """A scored indicator: its exact points and how many it may have."""

    score: Decimal
    points: Decimal


@dataclass(frozen=True, kw_only=True)
class Declared:
    """One workbook: what it was made from, its inputs by name, its proofs, figures and scores."""

    name: str
    identity: Identity
    applicant: str
    fields: Mapping[str, str]
    proofs: tuple[DeclaredProof, ...]
    figures: tuple[DeclaredFigure, ...]
    scores: Mapping[str, DeclaredScore]

    @property
    def organisation(self) -> str:
        """Who applies."""
        return self.fields.get(self.applicant, "")


def declared(pristine: Pristine, workbook: ReturnedWorkbook, name: str) -> Declared:
    """What the inputs of a workbook say; ``name`` is what the file is called."""
    plan = pristine.plan
    filled = filled_in(pristine, workbook)
    exact = filled.exact
    return Declared(
        name=name,
        identity=plan.identity,
        applicant=plan.applicant,
        fields={key: words(value) for key, value in filled.typed.items()},
        proofs=tuple(
            DeclaredProof(
                number=row.number,
                name=filled.said(row.name),
                page=filled.said(row.page),
            )
            for row in filled.proofs()
        ),
        figures=tuple(_figures(filled)),
        scores={
            leaf.code: DeclaredScore(score=exact.points(leaf.counted), points=leaf.points)
            for leaf in plan.leaves
        }
        | {
            group.code: DeclaredScore(score=exact.points(group.score), points=group.points)
            for group in plan.groups
        },
    )


def _figures(filled: Filled) -> Iterator[DeclaredFigure]:
    for row, years in filled.figures():
        units = [cell for heading, cell in row.needed if folded(heading) == folded("单位")]
        yield DeclaredFigure(
            number=row.number,
            indicator=row.indicator,
            name=filled.said(row.name),
            unit=filled.said(units[0]) if units else "",
            years=years,
        )
