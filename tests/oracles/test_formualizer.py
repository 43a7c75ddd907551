"""An independent engine calculates every formula of the written file as we do."""

import io
import re
import zipfile
from decimal import Decimal

import formualizer
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.model.scheme import Scale
from builder.pipeline.choosing import Wanted, kits_of
from tests.support.answers import any_answers, complete_answers, valid_answers
from tests.support.own_schemes import OWN, own_scheme
from tests.support.workbooks import ASKED_KITS, EXAMPLE_IDS, PROVED_IDS, filled_bytes, shipped_plan

from .agreement import same_value

# A whole workbook takes too long to be made smaller; the cell that differs is told anyway.
WHOLE = settings(phases=(Phase.explicit, Phase.reuse, Phase.generate))
_ERRORS = {"Value": ErrorValue.VALUE, "Div": ErrorValue.DIV0, "Na": ErrorValue.NA}


def calculated(content: bytes, plan: KitPlan) -> dict[Cell, Value]:
    """Every formula's value as the engine calculates it from the file alone."""
    workbook = formualizer.Workbook.from_bytes(content)
    workbook.evaluate_all()
    return {
        cell: value_of(workbook.get_value(cell.sheet, cell.row, cell.column))
        for cell, _ in plan.formulas
    }


def value_of(shown: object) -> Value:
    """The engine's value in our terms."""
    match shown:
        case None | bool() | str():
            return shown
        case int() | float():
            return Decimal(repr(shown))
        case {"kind": str() as kind}:
            return _ERRORS[kind]
        case _:
            raise TypeError(f"the engine gave {shown!r}")


def differences(plan: KitPlan, answers: dict[str, Value]) -> list[tuple[Cell, Value, Value]]:
    """Every formula cell that the engine gives another value: the cell, theirs, ours."""
    ours = Evaluation(plan, answers)
    theirs = calculated(filled_bytes(plan, answers), plan)
    return [
        (cell, value, ours.value(cell))
        for cell, value in theirs.items()
        if not same_value(value, ours.value(cell))
    ]


@pytest.mark.parametrize("scheme_id", [*PROVED_IDS, *EXAMPLE_IDS])
@WHOLE
@given(data=st.data())
def test_every_formula_of_a_well_filled_workbook_agrees(
    scheme_id: str, data: st.DataObject
) -> None:
    plan = shipped_plan(scheme_id)
    assert differences(plan, data.draw(valid_answers(plan))) == []


@pytest.mark.parametrize("scheme_id", [*PROVED_IDS, *EXAMPLE_IDS])
@WHOLE
@given(data=st.data())
def test_every_formula_of_a_badly_filled_workbook_agrees(
    scheme_id: str, data: st.DataObject
) -> None:
    plan = shipped_plan(scheme_id)
    assert differences(plan, data.draw(any_answers(plan))) == []


@pytest.mark.parametrize("scheme_id", ASKED_KITS)
@settings(WHOLE, max_examples=2)
@given(data=st.data())
def test_every_formula_of_any_kit_agrees(scheme_id: str, data: st.DataObject) -> None:
    plan = shipped_plan(scheme_id)
    assert differences(plan, data.draw(any_answers(plan))) == []
    assert differences(plan, complete_answers(plan)) == []


@pytest.mark.parametrize("scheme_id", list(OWN))
@pytest.mark.parametrize("scale", list(Scale))
@settings(WHOLE, max_examples=2)
@given(data=st.data())
def test_every_formula_of_an_offices_own_scheme_agrees(
    tmp_path_factory: pytest.TempPathFactory, scheme_id: str, scale: Scale, data: st.DataObject
) -> None:
    scheme = own_scheme(tmp_path_factory.mktemp("own"), scheme_id)
    kits, _ = kits_of(scheme, Wanted(every=True, scale=scale))
    for kit in kits:
        plan = plan_workbook(kit)
        assert differences(plan, data.draw(valid_answers(plan))) == []
        assert differences(plan, data.draw(any_answers(plan))) == []


@pytest.mark.parametrize("scheme_id", ASKED_KITS)
def test_every_formula_of_an_empty_workbook_agrees(scheme_id: str) -> None:
    assert differences(shipped_plan(scheme_id), {}) == []


@pytest.mark.parametrize("scheme_id", [*PROVED_IDS, *EXAMPLE_IDS])
def test_the_engine_calculates_and_does_not_read_what_we_cached(scheme_id: str) -> None:
    plan = shipped_plan(scheme_id)
    answers = complete_answers(plan)
    forged = with_zeros_cached(filled_bytes(plan, answers))
    total = calculated(forged, plan)[plan.total]
    assert same_value(total, Evaluation(plan, answers).value(plan.total))
    assert total


def with_zeros_cached(content: bytes) -> bytes:
    """The file with 0 cached for every formula that has a number."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(changed, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"</f><v>[0-9.]+</v>", b"</f><v>0</v>", part)
            copy.writestr(name, part)
    return changed.getvalue()
