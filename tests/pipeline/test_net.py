"""Whatever goes wrong around one file or one output costs that one, and the rest goes on."""

from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from builder.cli.main import root
from builder.findings.finding import Finding
from builder.model.verdict import Verdict
from builder.pipeline import batch, marking, returning
from builder.pipeline.batch import Basis
from builder.pipeline.intake import take_in
from builder.pipeline.net import begin_log, within_net
from builder.pipeline.panel import reviewing
from builder.pipeline.results import open_results
from builder.pipeline.run import verify_all
from builder.pipeline.word_text import report_text
from builder.read.workbook import read_content
from tests.cli.calls import files_in
from tests.support.lists import save_list
from tests.support.panels import REVIEWERS, handed_in, reviewed
from tests.support.reports import filled_report, save_report
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case

pytestmark = pytest.mark.processes

OUTPUTS = ("--annotate", "意见", "--notice", "通知", "--summary", "汇总.xlsx", "--html", "页.html")


@dataclass(frozen=True, kw_only=True)
class _Done:
    code: int
    output: str
    errors: str


# Two that are in order.
_EVIDENCE = {"甲": "质量手册", "乙": "计量管理办法"}
_CODES = {"甲": "91350100M000100Y43", "乙": "91440700MA4UPKXT1J"}


def call(folder: Path, *words: str) -> _Done:
    """The command in this process, where the program can be made to stumble."""
    with chdir(folder):
        done = CliRunner().invoke(root, words, standalone_mode=False)
    return _Done(code=int(done.return_value), output=done.stdout, errors=done.stderr)


@dataclass(frozen=True, kw_only=True)
class _Clumsy:
    """A fault of the program: it stumbles over the files of one name and does its work else."""

    work: object
    name: str

    def __call__(self, *given: object, **named: object) -> object:
        if any(self.name in str(each) for each in given):
            raise ZeroDivisionError(f"stumbled over {self.name}")
        assert callable(self.work)
        return self.work(*given, **named)


def received(folder: Path) -> None:
    """Two workbooks with one fault each."""
    chosen = case(PENGJIANG, 0)
    for name in ("甲", "乙"):
        path = folder / "收件" / f"{name}.xlsx"
        path.parent.mkdir(exist_ok=True)
        own = {chosen.plan.applicant: f"{name}公司", "evidence_1_name": _EVIDENCE[name]}
        own |= {"applicant_credit_code": _CODES[name]}
        path.write_bytes(chosen.with_answers(**{chosen.score.name: None, **own}))


def codes(verdict: Verdict) -> list[str]:
    return [finding.code for finding in verdict.findings]


def test_a_file_the_program_stumbles_over_costs_its_own_verdict_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(tmp_path)
    monkeypatch.setattr(batch, "read_content", _Clumsy(work=read_content, name="甲"))
    done = call(tmp_path, "verify", "收件", *OUTPUTS, "--log", "记录.txt")
    assert done.code == 3
    assert "QA831" in done.output
    assert "QA501" in done.output
    assert "核验 2 个文件：通过 0，有问题 1，无法核验 1。" in done.output
    assert files_in(tmp_path / "意见") == ["乙公司-乙（核验意见）.xlsx"]
    assert sorted(files_in(tmp_path / "通知")) == ["乙公司-补正通知书.docx", "甲-补正通知书.docx"]
    assert {"汇总.xlsx", "页.html"} <= {path.name for path in tmp_path.iterdir()}


def test_the_traceback_goes_to_the_log_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(tmp_path)
    monkeypatch.setattr(batch, "read_content", _Clumsy(work=read_content, name="甲"))
    done = call(tmp_path, "verify", "收件", *OUTPUTS, "--log", "记录.txt")
    log = (tmp_path / "记录.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError: stumbled over 甲" in log
    reference = log.split()[0]
    assert f"（故障编号 {reference}）" in done.output
    page = (tmp_path / "页.html").read_text(encoding="utf-8")
    assert reference in page
    assert "ZeroDivisionError" not in done.output + done.errors + page


def test_the_same_fault_has_the_same_reference_whatever_file_meets_it() -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    first, second = (within_net(stumble, path) for path in ("甲.xlsx", "乙.xlsx"))
    assert isinstance(first, Finding)
    assert isinstance(second, Finding)
    assert first.actual == second.actual
    assert first.place.path != second.place.path


def test_a_log_that_cannot_be_written_is_told_before_anything_is_verified(tmp_path: Path) -> None:
    received(tmp_path)
    done = call(tmp_path, "verify", "收件", "--log", "没有/记录.txt")
    assert (done.code, done.output) == (3, "")
    assert "QA891" in done.errors
    assert begin_log(tmp_path / "记录.txt") is None


@pytest.mark.parametrize(
    ("room", "maker", "folder", "output"),
    [
        (marking, "annotated_workbook", "意见", "带批注的材料"),
        (returning, "plan_notice", "通知", "补正通知书"),
    ],
)
def test_an_output_that_cannot_be_made_is_told_and_the_others_are_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    room: ModuleType,
    maker: str,
    folder: str,
    output: str,
) -> None:
    received(tmp_path)
    monkeypatch.setattr(room, maker, _Clumsy(work=getattr(room, maker), name="甲.xlsx"))
    done = call(tmp_path, "verify", "收件", *OUTPUTS)
    assert done.code == 3
    assert f"错误 QA811 收件/甲.xlsx　{output}没有写成" in done.errors
    assert len(files_in(tmp_path / folder)) == 1
    assert {"意见", "通知", "汇总.xlsx", "页.html"} <= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("maker", "output"),
    [
        ("builder.pipeline.overview.plan_overview", "汇总工作簿"),
        ("builder.show.page.verdicts_page", "网页"),
    ],
)
def test_a_page_or_summary_that_cannot_be_made_leaves_the_other_outputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, maker: str, output: str
) -> None:
    received(tmp_path)
    monkeypatch.setattr(maker, _Clumsy(work=None, name="甲"))
    done = call(tmp_path, "verify", "收件", *OUTPUTS)
    assert done.code == 3
    assert f"{output}没有写成" in done.errors
    assert len(files_in(tmp_path / "意见")) == len(files_in(tmp_path / "通知")) == 2


def test_what_the_net_caught_is_tried_again_in_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(tmp_path)
    kept = tmp_path / "结果.jsonl"

    def run() -> list[list[str]]:
        results = open_results(kept, Basis())
        assert not isinstance(results, Finding)
        found = verify_all(take_in([tmp_path / "收件"]), Basis(), kept=results)
        return [codes(each.verdict) for each in found]

    with monkeypatch.context() as patched:
        patched.setattr(batch, "read_content", _Clumsy(work=read_content, name="甲"))
        assert run() == [["QA501"], ["QA831"]]
    assert run() == [["QA501"], ["QA501"]]


def test_the_text_of_a_report_and_a_review_are_in_the_net_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = save_report(tmp_path, filled_report(PENGJIANG))
    with monkeypatch.context() as patched:
        patched.setattr("builder.pipeline.word_text.read_document", _Clumsy(work=None, name=""))
        assert [one.code for one in report_text(report).findings] == ["QA831"]
    handed_in(tmp_path / "收件")
    save_list(tmp_path / "名单.xlsx", ("姓名", "角色", "回避单位"), *REVIEWERS)
    monkeypatch.setattr(reviewing, "workbook_bytes", _Clumsy(work=None, name=""))
    done = call(tmp_path, "review", "收件", "--reviewers", "名单.xlsx", "-o", "评审")
    assert (done.code, done.output) == (3, "")
    assert "QA811" in done.errors
    assert "评审表没有写成" in done.errors


def test_a_name_with_a_character_xml_cannot_hold_goes_through_a_review(tmp_path: Path) -> None:
    made = reviewed(tmp_path, applicants=("甲\x0b公司", "乙公司"))
    assert made.findings == ()
    assert made.written == 6
