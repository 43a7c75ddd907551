"""What a returned workbook declares that its report must say too."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from builder.formula.coercion import as_text
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.model.identity import Identity
from builder.model.returned import ReturnedWorkbook
from builder.plan.evaluation import Evaluation
from builder.verify.alignment import align
from builder.verify.answers import read_inputs
from builder.verify.evidence_uses import normal
from builder.verify.pristine import Pristine
from builder.verify.typed_numbers import understood


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
    filled = read_inputs(plan, align(pristine, workbook))
    typed = {key: cell.value for key, cell in filled.items()}
    exact = Evaluation(pristine.contents, {**typed, **understood(plan, filled)})
    return Declared(
        name=name,
        identity=plan.identity,
        applicant=plan.applicant,
        fields={key: _text(value) for key, value in typed.items()},
        proofs=tuple(
            DeclaredProof(
                number=row.number,
                name=_said(exact, row.name),
                page=_said(exact, row.page),
            )
            for row in plan.evidence
            if exact.value(row.status) != ""
        ),
        figures=() if plan.metrics is None else tuple(_figures(pristine, exact)),
        scores={
            leaf.code: DeclaredScore(score=exact.points(leaf.counted), points=leaf.points)
            for leaf in plan.leaves
        }
        | {
            group.code: DeclaredScore(score=exact.points(group.score), points=group.points)
            for group in plan.groups
        },
    )


def _figures(pristine: Pristine, exact: Evaluation) -> list[DeclaredFigure]:
    metrics = pristine.plan.metrics
    found: list[DeclaredFigure] = []
    for row in () if metrics is None else metrics.rows:
        years = tuple(_said(exact, cell) for cell in row.years)
        if any(years):
            units = [cell for heading, cell in row.needed if normal(heading) == normal("单位")]
            found.append(
                DeclaredFigure(
                    number=row.number,
                    indicator=row.indicator,
                    name=_said(exact, row.name),
                    unit=_said(exact, units[0]) if units else "",
                    years=years,
                )
            )
    return found


def _said(exact: Evaluation, cell: Cell) -> str:
    return _text(exact.value(cell))


def _text(value: Value) -> str:
    return str(value) if isinstance(value, ErrorValue) else as_text(value).strip()
