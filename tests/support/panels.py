"""Small panels: applicants that handed in, reviewers who fill in their workbooks, a signed end."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.kit.kit_plan import ScoredPlan
from builder.kit.ways.table import is_plain
from builder.model.panel.join import Join
from builder.model.panel.record import Merged, PanelRecord
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask, Seat
from builder.panel.consensus.consensus_book import ConsensusPlan
from builder.panel.input_names import (
    CONSENSUS_DATE,
    CONSENSUS_LEADER,
    NO_RECUSAL,
    OVERALL,
    RECUSAL,
    SIGNED,
)
from builder.pipeline.files import WrittenFiles
from builder.pipeline.panel.carrying import whole
from builder.pipeline.panel.final import FinalOrder, finish
from builder.pipeline.panel.merging import MergeOrder, merge, read_merged
from builder.pipeline.panel.planning import consensus, consensus_plan, review_plan
from builder.pipeline.panel.record_files import RECORD_FILE, read_record
from builder.pipeline.panel.reviewing import ReviewOrder, Reviews, write_reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.support.answers import complete_answers, judgement
from tests.support.lists import save_list
from tests.support.reports import filled_report
from tests.support.ruled import full_answers
from tests.support.workbooks import MINHANG, shipped_look, shipped_plan, write_filled

KIT = f"{MINHANG} 单项=标准创新"
REVIEWERS = (("张三丰", "组长", ""), ("李四光", "评审员", ""), ("王五一", "评审员", ""))
COMPANIES = ("甲精密机械", "乙电子科技")
Made = TypeVar("Made")
Files = Mapping[str, bytes]  # every file below a folder by its path there
RULES = PanelRules(join=Join.MEDIAN, line=Decimal(250), places=1)


def handed_in(folder: Path, kit: str = KIT, applicants: Iterable[str] = COMPANIES) -> Path:
    """A folder with a complete workbook, and for the first applicant a report."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = shipped_plan(kit)
    for place, name in enumerate(applicants):
        answers = complete_answers(plan) | {plan.applicant: name}
        write_filled(folder / f"{name}-自评打分表.xlsx", plan, answers)
        if place == 0:
            (folder / f"{name}-申报材料.docx").write_bytes(filled_report(kit))
    return folder


def reviewed(
    folder: Path,
    kit: str = KIT,
    *,
    blind: bool = False,
    called: str = "试评",
    least: int = 1,
    reviewers: Iterable[tuple[str, str, str]] = REVIEWERS,
    applicants: Iterable[str] = COMPANIES,
) -> Reviews:
    """The review workbooks of a panel, written into ``folder / "评审"``."""
    order = _Order(
        kit=kit,
        blind=blind,
        called=called,
        least=least,
        reviewers=tuple(reviewers),
        applicants=tuple(applicants),
    )
    # A panel without a name is another one every time.
    if called and (not folder.exists() or not any(folder.iterdir())):
        reviews, files = _reviewed_once(order)
        # What was found names the place where it was.
        if not reviews.findings:
            _lay_down(folder, files)
            return reviews
    return _reviewed(folder, order)


@dataclass(frozen=True, kw_only=True)
class _Order:
    kit: str
    blind: bool
    called: str
    least: int
    reviewers: tuple[tuple[str, str, str], ...]
    applicants: tuple[str, ...]


@cache
def _reviewed_once(order: _Order) -> tuple[Reviews, Files]:
    return _made_apart(lambda folder: _reviewed(folder, order))


def _reviewed(folder: Path, asked: _Order) -> Reviews:
    folder.mkdir(parents=True, exist_ok=True)
    rows = save_list(folder / "名单.xlsx", ("姓名", "角色", "回避单位"), *asked.reviewers)
    order = ReviewOrder(
        files=(handed_in(folder / "收件", asked.kit, asked.applicants),),
        reviewers=rows,
        folder=folder / "评审",
        blind=asked.blind,
        template=shipped_templates().workbook,
        round=asked.called,
        least=asked.least,
    )
    return write_reviews(order, Verifier())


def task_of(reviews: Reviews) -> PanelTask:
    """The task of reviews that could be written."""
    assert reviews.task is not None, [one.message for one in reviews.findings]
    return reviews.task


def review_answers(
    plan: ScoredPlan, seat: Seat, share: Decimal = Decimal("0.8")
) -> dict[str, Value]:
    """A whole review: every score about ``share`` of its points, some words, a signature."""
    answers: dict[str, Value] = {
        RECUSAL: NO_RECUSAL,
        SIGNED: f"{seat.reviewer} 签名",
        OVERALL: f"总体较好（{seat.reviewer} 的看法）",
    }
    items = {item.cell: item for item in plan.inputs}
    for basis in plan.bases:
        answers |= judgement(plan, basis.code, Decimal("0.6"))
    for leaf in plan.leaves:
        if leaf.banded and not leaf.computed:
            step = Decimal("0.05")
            answers |= judgement(plan, leaf.code, share // step * step)
        elif not is_plain(leaf.rule):
            answers |= full_answers(plan, leaf)
        elif not leaf.computed:
            item = items[leaf.score]
            step = item.allowed.step or Decimal(1)
            answers[item.name] = leaf.points * share // step * step
    first = plan.leaves[0].code
    answers[indicator_name("strengths", first)] = "方法系统\n有数据支撑"
    answers[indicator_name("improvements", first)] = "展开不够"
    answers[indicator_name("questions", first)] = "现场看台账"
    return answers


def fill(
    folder: Path,
    task: PanelTask,
    seat: Seat,
    share: Decimal = Decimal("0.8"),
    more: Mapping[str, Value] | None = None,
) -> Path:
    """Fill in one seat's workbook where it lies."""
    plan = review_plan(task, seat, Verifier())
    answers = review_answers(plan, seat, share) | dict(more or {})
    path = folder / "评审" / seat.file
    path.write_bytes(workbook_bytes(plan, shipped_look(), answers))
    return path


def filled_panel(folder: Path, kit: str = KIT, *, blind: bool = False) -> PanelTask:
    """A panel whose reviews all came back, each reviewer a little more lenient than the last."""
    task, files = _filled(kit, blind=blind)
    _lay_down(folder, files)
    return task


@cache
def _filled(kit: str, *, blind: bool) -> tuple[PanelTask, Files]:
    """The panel made once, and its files."""
    return _made_apart(lambda folder: _make(folder, kit, blind=blind))


def _made_apart(make: Callable[[Path], Made]) -> tuple[Made, Files]:
    """What came of making something in a folder of its own, and the files it left there."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = make(folder)
        files = (path for path in folder.rglob("*") if path.is_file())
        return made, {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _lay_down(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _make(folder: Path, kit: str, *, blind: bool) -> PanelTask:
    task = task_of(reviewed(folder, kit, blind=blind))
    for seat in task.seats:
        place = Decimal(int(seat.reviewer.removeprefix("R")))
        less = Decimal("0.1") if seat.applicant == "C02" else Decimal(0)
        fill(folder, task, seat, Decimal("0.6") + place / 10 - less)
    return task


def merged_panel(
    folder: Path,
    task: PanelTask,
    rules: PanelRules | None = None,
    without: tuple[str, ...] = (),
) -> WrittenFiles:
    """The consensus workbooks, written into ``folder / "合议"``."""
    order = MergeOrder(
        folder=folder / "评审",
        rules=rules or PanelRules(),
        without=without,
        target=folder / "合议",
        templates=shipped_templates(),
    )
    return merge(order, task, Verifier())


def read_back(folder: Path) -> Merged:
    """What was joined."""
    merged = read_merged(folder / "合议")
    assert isinstance(merged, Merged)
    return merged


def sign(
    folder: Path, merged: Merged, applicant: str, more: Mapping[str, Value] | None = None
) -> Path:
    """Sign one applicant's consensus workbook where it lies."""
    made = consensus(merged, applicant, Verifier())
    path = folder / "合议" / f"{applicant}-合议表.xlsx"
    path.write_bytes(workbook_bytes(made.book, shipped_look(), signed_answers(made, more)))
    return path


def signed_answers(
    made: ConsensusPlan, more: Mapping[str, Value] | None = None
) -> dict[str, Value]:
    """What stands in a consensus workbook that is signed."""
    signed: dict[str, Value] = {CONSENSUS_LEADER: "组长签字", CONSENSUS_DATE: "2026-11-25"}
    return dict(whole(made.prefilled, signed | dict(more or {})))


def site_scores(merged: Merged, points: Decimal = Decimal(0)) -> dict[str, Value]:
    """The same score of the site for every indicator of the kit that all applicants handed in."""
    leaves = consensus_plan(merged, "C01", Verifier()).leaves
    return {indicator_name("site", leaf.code): points for leaf in leaves}


def finished(folder: Path, merged: Merged) -> WrittenFiles:
    """The ranking, record and feedback, written into ``folder / "结果"``."""
    order = FinalOrder(
        folder=folder / "评审",
        returned=folder / "合议",
        target=folder / "结果",
        templates=shipped_templates(),
    )
    return finish(order, merged, Verifier())


def renamed(task: PanelTask, run: str) -> PanelTask:
    """The task of another run."""
    return replace(task, run=run)


def taken_away(folder: Path, seat: Seat) -> bytes:
    """Take a review away that has not come back yet; what it holds."""
    path = folder / "评审" / seat.file
    content = path.read_bytes()
    path.unlink()
    return content


def joined(folder: Path, rules: PanelRules = RULES) -> Merged:
    """What the panel of a folder joined its reviews to, with nothing found amiss."""
    merged, files = _joined(rules)
    _lay_down(folder, files)
    return merged


@cache
def _joined(rules: PanelRules) -> tuple[Merged, Files]:
    """What a panel joined, made once, and its files."""

    def make(folder: Path) -> Merged:
        assert merged_panel(folder, filled_panel(folder), rules).findings == ()
        return read_back(folder)

    return _made_apart(make)


def recorded(folder: Path, merged: Merged) -> PanelRecord:
    """The record of the ranking that ended it, with nothing found amiss."""
    done = finished(folder, merged)
    assert done.findings == (), [one.message for one in done.findings]
    record = read_record(folder / "结果" / RECORD_FILE, PanelRecord, "QA957")
    assert isinstance(record, PanelRecord)
    return record
