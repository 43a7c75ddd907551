"""``builder diff`` and ``builder carry`` as an office uses them."""

import io
import json
from pathlib import Path

import docx
from click.testing import CliRunner, Result

from builder.cli.main import root
from builder.pipeline.template_lint import lint_template
from builder.pipeline.templates import shipped_templates
from tests.editions.pairs import PAIRS
from tests.support.answers import complete_answers
from tests.support.reports import complete_workbook, filled_report
from tests.support.workbooks import PENGJIANG, shipped_plan, write_filled

SPLIT = next(pair for pair in PAIRS if pair.name == "split")


def run(*words: object) -> Result:
    done = CliRunner().invoke(root, [*map(str, words)], standalone_mode=False)
    assert done.exception is None, done.output
    return done


def newer(folder: Path) -> Path:
    path = folder / "新方案.md"
    path.write_text(SPLIT.text, "utf-8")
    return path


def test_the_table_of_changes_is_a_document_a_page_and_data(tmp_path: Path) -> None:
    scheme = newer(tmp_path)
    word, page = tmp_path / "变化对照.docx", tmp_path / "变化对照.html"
    told = run("diff", PENGJIANG, scheme, "-o", word, "-o", page).output
    assert "拆分" in told
    document = docx.Document(io.BytesIO(word.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "2.2 质量管理（40分）\n2.8 数字化赋能（20分）" in cells
    struck = [
        run.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.font.strike
    ]
    assert "60分" in struck
    assert "<del>60分</del>" in page.read_text("utf-8")
    data = json.loads(run("diff", PENGJIANG, scheme, "--json").output)
    split = next(one for one in data["indicators"] if one["relation"] == "split")
    assert [node["code"] for node in split["new"]] == ["2.2", "2.8"]


def test_the_template_that_is_shipped_is_in_order() -> None:
    assert lint_template(shipped_templates().changes) == ()


def test_what_stands_in_the_way_of_a_table_is_kept(tmp_path: Path) -> None:
    own = tmp_path / "变化对照.docx"
    own.write_bytes("我的".encode())
    done = run("diff", PENGJIANG, newer(tmp_path), "-o", own)
    assert "QA892" in done.output
    assert own.read_bytes() == "我的".encode()


def test_a_folder_of_last_year_becomes_a_folder_of_this_year(tmp_path: Path) -> None:
    before = tmp_path / "去年"
    before.mkdir()
    (before / "甲-自评打分表.xlsx").write_bytes(complete_workbook(PENGJIANG))
    (before / "甲-申报材料.docx").write_bytes(filled_report(PENGJIANG))
    plan = shipped_plan(PENGJIANG)
    answers = {**complete_answers(plan), plan.applicant: "乙公司"}
    write_filled(before / "乙-自评打分表.xlsx", plan, answers)
    scheme = newer(tmp_path)
    done = run("carry", before, "--to", scheme, "-o", tmp_path / "今年")
    assert "2 家，写出 2 家的新材料" in done.output
    names = sorted(path.name for path in (tmp_path / "今年").glob("*.*x"))
    assert len(names) == 3
    assert "乙公司-自评打分表.xlsx" in names
    books = list((tmp_path / "今年").glob("*.xlsx"))
    told = run("verify", *books, "--scheme", scheme).output
    assert "QA409" not in told
    assert "QA30" not in told
    again = run("carry", before, "--to", scheme, "-o", tmp_path / "今年")
    assert "QA893" not in again.output
