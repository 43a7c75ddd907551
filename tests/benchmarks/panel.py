"""A whole panel: a hundred applicants, nine reviewers, each step of it in one command."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from builder.model.panel.task import PanelTask
from builder.pipeline.panel.planning import review_plan
from builder.pipeline.panel.reviewing import ReviewOrder, write_reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.benchmarks.measure import Comparison, measured_call
from tests.support.answers import complete_answers
from tests.support.lists import save_list
from tests.support.panels import read_back, review_answers, sign
from tests.support.workbooks import shipped_look, shipped_plan, write_filled

COMPANIES, REVIEWERS, FEW = 100, 9, 10
KIT = "pengjiang-manufacturing"


def panel_comparisons() -> Iterator[Comparison]:
    """Time of each command per review against a panel of a tenth, and the memory of each."""
    with tempfile.TemporaryDirectory() as name:
        few = _panel(Path(name) / "few", FEW)
        many = _panel(Path(name) / "many", COMPANIES)
    size = f"{COMPANIES} 个单位 × {REVIEWERS} 位评审员"
    told = f"{FEW} 个单位的（每份）"
    yield Comparison(
        name=f"{size}：生成评审表（每份）",
        reference=told,
        ours=many[0],
        theirs=few[0],
        aim="≤ 1.2",
    )
    yield Comparison(
        name=f"{size}：核验评审表并写合议表（每份）",
        reference=told,
        ours=many[1],
        theirs=few[1],
        aim="≤ 1.2",
    )
    yield Comparison(
        name=f"{size}：排名、宽严、反馈和记录（每份）",
        reference=told,
        ours=many[2],
        theirs=few[2],
        aim="≤ 1.2",
    )
    for step, place in (("汇总", 3), ("排名", 4)):
        yield Comparison(
            name=f"{size}：{step}的内存峰值（MB）",
            reference=f"{FEW} 个单位的",
            ours=many[place],
            theirs=few[place],
            aim="≤ 2",
        )


def _panel(folder: Path, applicants: int) -> tuple[float, float, float, float, float]:
    """Milliseconds a review to build, join and rank; megabytes of joining and of ranking."""
    plan = shipped_plan(KIT)
    for number in range(applicants):
        answers = complete_answers(plan) | {plan.applicant: f"第{number}精密机械"}
        (folder / "收件").mkdir(parents=True, exist_ok=True)
        write_filled(folder / "收件" / f"{number:02d}.xlsx", plan, answers)
    names = [(f"评审员{number}",) for number in range(REVIEWERS)]
    templates = shipped_templates()
    order = ReviewOrder(
        files=(folder / "收件",),
        reviewers=save_list(folder / "名单.xlsx", ("姓名",), *names),
        folder=folder / "评审",
        blind=False,
        template=templates.workbook,
    )
    start = perf_counter()
    task = write_reviews(order, Verifier()).task
    built = perf_counter() - start
    if task is None:
        raise RuntimeError("no panel")
    _fill(folder, task)
    reviews, agreed = str(folder / "评审"), str(folder / "合议")
    joined, memory = measured_call("panel", reviews, "-o", agreed)
    merged = read_back(folder)
    for code, _ in merged.task.names:
        sign(folder, merged, code)
    words = ("panel", reviews, "--ranking", agreed, "-o", str(folder / "结果"))
    ranked, most = measured_call(*words)
    each = 1000 / len(task.seats)
    return built * each, joined * each, ranked * each, memory, most


def _fill(folder: Path, task: PanelTask) -> None:
    verifier = Verifier()
    for seat in task.seats:
        plan = review_plan(task, seat, verifier)
        content = workbook_bytes(plan, shipped_look(), review_answers(plan, seat))
        (folder / "评审" / seat.file).write_bytes(content)
