"""LibreOffice calculates every formula as we do, and what it saves verifies as before."""

import itertools
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from builder.book.book_plan import BookPlan
from builder.book.evaluation import Evaluation
from builder.formula.expression import Cell
from builder.formula.value import Value
from builder.kit.planning import plan_workbook
from builder.model.office import Office
from builder.model.verdict import Status
from builder.pipeline.verify import Verifier
from builder.read.workbook import read_workbook
from tests.support.answers import CREDIT_CODE, any_answers, complete_answers, valid_answers
from tests.support.proved import proved
from tests.support.workbooks import (
    ASKED,
    EXAMPLE_IDS,
    KITS,
    OFFICE_BANDED,
    PROVED_IDS,
    SUIHUA,
    shipped_plan,
    shipped_scheme,
    write_filled,
)

from .agreement import same_value
from .libreoffice import save_again

pytestmark = pytest.mark.needs_libreoffice

# One run of the program serves a batch, so a batch counts for many examples.
SLOW = settings(max_examples=max(1, settings().max_examples // 16), phases=(Phase.generate,))
NUMBERS = itertools.count()

# Whose workbook, and the answers in it.
Filled = tuple[str, dict[str, Value]]


def without_truth_values(answers: dict[str, Value]) -> dict[str, Value]:
    """The answers but for TRUE and FALSE, which only LibreOffice takes for numbers."""
    return {name: value for name, value in answers.items() if not isinstance(value, bool)}


CALCULATED = (*PROVED_IDS, *EXAMPLE_IDS, *proved([f"{SUIHUA} 行业=养老", OFFICE_BANDED]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def saved(batch: tuple[Filled, ...], folder: Path, *, calculate: bool) -> list[Path]:
    """The filled workbooks as LibreOffice saves them, in a new folder."""
    own = folder / str(next(NUMBERS))
    own.mkdir()
    files = [
        write_filled(own / f"{number}.xlsx", shipped_plan(scheme_id), answers)
        for number, (scheme_id, answers) in enumerate(batch)
    ]
    return save_again(files, own, calculate=calculate)


def differences(path: Path, plan: BookPlan, answers: dict[str, Value]) -> list[object]:
    """Every formula cell that LibreOffice gives another value: the cell, theirs, ours."""
    workbook = read_workbook(path).workbook
    assert workbook is not None
    ours = Evaluation(plan, answers)
    found: list[tuple[Cell, Value, Value]] = []
    for cell, _ in plan.formulas:
        sheet = workbook.sheet(cell.sheet)
        assert sheet is not None
        theirs = sheet.cells[cell.row, cell.column]
        assert theirs.formula is not None
        if not same_value(theirs.value, ours.value(cell)):
            found.append((cell, theirs.value, ours.value(cell)))
    return list(found)


@pytest.mark.parametrize("kit", CALCULATED)
@SLOW
@given(data=st.data())
def test_libreoffice_calculates_every_formula_as_we_do(
    folder: Path, kit: str, data: st.DataObject
) -> None:
    plan = shipped_plan(kit)
    kinds = (valid_answers, any_answers)
    batch = tuple((kit, without_truth_values(data.draw(answers(plan)))) for answers in kinds)
    files = saved(batch, folder, calculate=True)
    for path, (_, given_answers) in zip(files, batch, strict=True):
        assert differences(path, plan, given_answers) == []


def test_a_workbook_saved_again_verifies_clean_with_the_same_score(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    # Every kit takes a second; all kits, filled twice, are part of the proof.
    proof = request.config.getoption("proof")
    ratios = (Decimal("0.8"), Decimal("0.55"))[: 2 if proof else 1]
    batch = tuple(
        (scheme_id, complete_answers(shipped_plan(scheme_id), ratio=ratio))
        for scheme_id in (KITS if proof else ASKED)
        for ratio in ratios
    )
    files = saved(batch, folder, calculate=False)
    for path, (scheme_id, answers) in zip(files, batch, strict=True):
        plan = shipped_plan(scheme_id)
        verdict = Verifier().verify(path)
        assert (verdict.status, verdict.findings) == (Status.CLEAN, ())
        assert verdict.score is not None
        assert verdict.score.total == Evaluation(plan, answers).points(plan.total)


def test_the_settings_of_an_office_survive_and_every_code_is_checked_as_we_check_it(
    folder: Path,
) -> None:
    lines = ("地址：某路1号　“质量科”", "邮箱：a&b@example.gov.cn", "Tel: 010-00000000 <转8>")
    office = Office(name="某区质量办", return_to=lines, year=2026)
    plan = plan_workbook(shipped_scheme(SUIHUA), office)
    good = complete_answers(plan)
    codes = (
        CREDIT_CODE,
        f"{CREDIT_CODE[:-1]}4",
        CREDIT_CODE.lower(),
        "9135",
        "９１350100M000100Y43",
    )
    days = ("2015-03-01", "2015-03", "2015/03/01", "2015-3-1", "20150301")
    own = folder / str(next(NUMBERS))
    own.mkdir()
    batch = [
        good | {"applicant_credit_code": code, "applicant_founded": day}
        for code, day in zip(codes, days, strict=True)
    ]
    files = [
        write_filled(own / f"{number}.xlsx", plan, answers) for number, answers in enumerate(batch)
    ]
    again = save_again(files, own, calculate=True)
    for path, answers in zip(again, batch, strict=True):
        assert differences(path, plan, answers) == []
    clean, *faulty = (Verifier(office=office).verify(path) for path in again)
    assert (clean.status, clean.findings) == (Status.CLEAN, ())
    told = [[finding.code for finding in verdict.findings] for verdict in faulty]
    assert told == [["QA524"], ["QA523"], ["QA522"], ["QA523"]]
