"""A personal file holds what a file built with the same answers holds, cell by cell."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import APPLICANT
from builder.model.returned import ReturnedWorkbook
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.templates import shipped_templates
from builder.read.workbook import read_workbook
from builder.word.parts import Gap
from builder.word.planning import plan_document
from builder.write.docx.personal import PersonalDocument
from builder.write.xlsx.personal import PersonalWorkbook
from tests.support.answers import complete_answers
from tests.support.workbooks import (
    PROVED_IDS,
    SUIHUA,
    XINHUI,
    filled_bytes,
    shipped_plan,
    shipped_scheme,
)

NAME = "甲 & 乙 <机械>“_x0041_”有限公司"


def applicant_answers(plan: KitPlan) -> dict[str, Value]:
    answers = complete_answers(plan)
    names = [item.name for item in plan.inputs if item.cell.sheet == APPLICANT]
    return {name: answers[name] for name in names if name in answers}


def read(path: Path, content: bytes) -> ReturnedWorkbook:
    path.write_bytes(content)
    found = read_workbook(path)
    assert found.findings == ()
    assert found.workbook is not None
    return found.workbook


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("kit", PROVED_IDS)
def test_the_form_filled_in_is_the_form_built_so(kit: str, tmp_path: Path) -> None:
    plan = shipped_plan(kit)
    answers = applicant_answers(plan)
    made = PersonalWorkbook(plan, filled_bytes(plan, {}), tuple(answers)).filled(answers)
    built = filled_bytes(plan, answers)
    assert read(tmp_path / "made.xlsx", made) == read(tmp_path / "built.xlsx", built)


@pytest.mark.parametrize("kit", [XINHUI, SUIHUA])
@settings(phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(data=st.data())
def test_any_inputs_filled_in_give_what_a_build_gives(
    kit: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plan = shipped_plan(kit)
    complete = complete_answers(plan)
    names = data.draw(st.lists(st.sampled_from(sorted(complete)), max_size=8, unique=True))
    given_names = data.draw(st.lists(st.sampled_from(names), unique=True)) if names else []
    answers = {name: complete[name] for name in given_names}
    made = PersonalWorkbook(plan, filled_bytes(plan, {}), names).filled(answers)
    folder = tmp_path_factory.mktemp("personal")
    built = filled_bytes(plan, answers)
    assert read(folder / "made.xlsx", made) == read(folder / "built.xlsx", built)
    charts = [name for name in parts(built) if name.startswith("xl/charts/")]
    assert charts
    assert [parts(made)[name] for name in charts] == [parts(built)[name] for name in charts]


def test_only_the_sheets_that_change_are_written_anew() -> None:
    plan = shipped_plan(XINHUI)
    blank = filled_bytes(plan, {})
    names = [item.name for item in plan.inputs if item.cell.sheet == APPLICANT]
    made = PersonalWorkbook(plan, blank, names).filled({"applicant_organisation": NAME})
    before, after = parts(blank), parts(made)
    assert list(before) == list(after)
    changed = [name for name in before if before[name] != after[name]]
    assert "xl/worksheets/sheet2.xml" in changed
    assert all(name.startswith(("xl/worksheets/sheet", "xl/charts/")) for name in changed)


def test_a_name_is_kept_letter_for_letter(tmp_path: Path) -> None:
    plan = shipped_plan(XINHUI)
    cell = next(item.cell for item in plan.inputs if item.name == "applicant_organisation")
    workbook = PersonalWorkbook(plan, filled_bytes(plan, {}), ["applicant_organisation"])
    found = read(tmp_path / "made.xlsx", workbook.filled({"applicant_organisation": NAME}))
    sheet = found.sheet(cell.sheet)
    assert sheet is not None
    assert sheet.value(cell.row, cell.column) == NAME


def document() -> bytes:
    content, findings = kit_file(shipped_scheme(XINHUI), KitPart.DOCX, shipped_templates())
    assert findings == ()
    assert content is not None
    return content


def test_a_documents_cover_and_form_carry_what_is_known_and_nothing_else_changes() -> None:
    blank = document()
    gaps = plan_document(shipped_scheme(XINHUI)).gaps
    personal = PersonalDocument(blank, gaps)
    assert personal.missing == ()
    made = personal.filled({"applicant_organisation": NAME, "applicant_tax_2": "30"})
    before, after = parts(blank), parts(made)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    body = after["word/document.xml"].decode()
    assert body.count("甲 &amp; 乙 &lt;机械&gt;") == 2
    cover, form = (place.start() for place in re.finditer("甲 &amp; 乙", body))
    assert cover < body.index("联系人及电话") < form < body.index("统一社会信用代码")
    row = body[body.index("纳税总额（万元）") :]
    assert [*re.findall(r"<w:t[^>]*>([^<]*)</w:t>", row)][:3] == ["", "30", ""]


def test_a_document_without_a_place_stays_as_it_is() -> None:
    blank = document()
    personal = PersonalDocument(blank, (Gap(label="没有这一栏", place=1, name="nothing"),))
    assert personal.missing == ("没有这一栏",)
    assert personal.filled({"nothing": NAME}) == blank
