"""The year of an award at the desk, in a real browser, as an office and a panel live it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.model.panel.record import Merged
from builder.model.panel.task import PanelTask
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.merging import read_merged
from builder.pipeline.panel.planning import consensus, review_plan
from builder.pipeline.panel.record_files import TASK_FILE, read_record
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.browser.desk_page import DeskPage
from tests.browser.desk_year import (
    COMPANIES,
    FAULTY,
    INTAKE,
    REVIEWERS,
    SETTINGS,
    Returned,
    applicants,
    by_command,
    notice,
    plan_of,
    returned,
    reviewers,
)
from tests.browser.driving import Browser, driven
from tests.browser.test_chromium import SERIOUS
from tests.support.desks import running
from tests.support.installed import package_folder
from tests.support.panels import review_answers, signed_answers
from tests.support.workbooks import shipped_look

pytestmark = pytest.mark.needs_browsers

PAGES = (
    "/",
    "/award",
    "/handout",
    "/intake",
    "/review",
    "/review/stages",
    "/ledger",
    "/ledger?view=log",
    "/settings",
)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the year."""
    folder = tmp_path_factory.mktemp("desk") / "蓬江区政府质量奖2026"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def desk(year: Path) -> Iterator[DeskPage]:
    """The desk, open in a browser from the first page to the last."""
    with running(year) as (_, address), driven("chromium") as browser:
        yield DeskPage(browser, address)


def test_a_scheme_is_drafted_from_the_notice_and_its_questions_answered(
    desk: DeskPage, year: Path, tmp_path: Path
) -> None:
    desk.go("/award")
    desk.drop("把通知拖到这里", [notice(tmp_path)])
    desk.wait_for("通知里要定的事")
    for _ in range(3):
        desk.wait_done()
        if "照回答写方案" not in desk.text():
            break
        desk.press("照回答写方案")
        desk.wait_done()
    desk.go("/scheme?file=蓬江区评分要点.md&view=text")
    assert "错误" not in desk.text("#checked")
    desk.write("textarea", "25分", "26分")
    desk.wait_for("QA150")
    desk.go("/scheme?file=蓬江区评分要点.md&view=workbook&sheet=2")
    assert "自评分" in desk.text("table")
    assert (year / "方案" / "蓬江区评分要点.对照.html").is_file()


def test_twelve_kits_go_out_with_the_offices_settings(
    desk: DeskPage, year: Path, tmp_path: Path
) -> None:
    desk.go("/settings")
    desk.fill("year", "26")
    desk.press("保存")
    desk.wait_for("QA196")
    for name, value in SETTINGS.items():
        desk.fill(name, value)
    desk.press("保存")
    desk.wait_for("已保存")
    desk.go("/handout")
    desk.drop("把名单拖到这里", [applicants(tmp_path)])
    desk.wait_for("名单/申报者.xlsx")
    desk.press("按名单生成")
    desk.wait_for("发给谁（12 家）")
    desk.wait_done()
    made = sorted(path.name for path in (year / "下发").iterdir() if path.suffix == ".xlsx")
    assert made == sorted(f"{name}-自评打分表.xlsx" for name in COMPANIES)


@pytest.fixture(scope="module")
def files(year: Path, tmp_path_factory: pytest.TempPathFactory) -> Returned:
    """What came back."""
    scheme, settings = year / "方案" / "蓬江区评分要点.md", next((year / "设置").glob("*.yaml"))
    return returned(tmp_path_factory.mktemp("back"), plan_of(scheme, settings))


def test_what_comes_back_is_judged_as_the_command_line_judges_it(
    desk: DeskPage, year: Path, files: Returned
) -> None:
    expected = by_command(files.folder, year)
    desk.go("/intake")
    desk.drop(INTAKE, sorted(files.folder.iterdir()))
    desk.wait_for(COMPANIES[0])
    desk.wait_done()
    words = {"clean": "通过", "findings": "有问题", "unreadable": "无法核验"}
    for name in COMPANIES:
        state, score = expected[f"{name}-自评打分表.xlsx"]
        desk.go(f"/intake?words={name}")
        row = desk.wait_for(f"{name}-自评打分表.xlsx")
        assert words[state] in row
        assert score is None or f"{score} / " in row


def test_faults_are_answered_by_letter_and_the_second_round_says_what_changed(
    desk: DeskPage, year: Path, files: Returned
) -> None:
    desk.go("/intake")
    desk.fill("deadline", "2026-12-31")
    desk.press("给有问题的单位写通知书")
    desk.wait_done()
    letters = [path.name for path in (year / "通知书").rglob("*-补正通知书.docx")]
    assert {name for name in FAULTY if f"{name}-补正通知书.docx" in letters} == set(FAULTY)
    name = FAULTY[0]
    desk.drop(INTAKE, [files.fill(name, faulty=False)])
    desk.wait_done()
    desk.go(f"/intake?words={name}")
    desk.press(name)
    told = desk.wait_for("与上一次相比")
    assert "改好 1" in told
    assert f"{name}-补正通知书.docx" in told
    desk.fill("words", "电话里说过")
    desk.press("记下")
    desk.go(f"/intake?words={name}")
    desk.wait_for("电话里说过")


def test_a_mistaken_drop_is_undone_and_two_pages_agree(
    desk: DeskPage, year: Path, tmp_path: Path
) -> None:
    mistaken = tmp_path / "发错的.txt"
    mistaken.write_text("别处的文件", "utf-8")
    desk.go("/intake")
    desk.drop(INTAKE, [mistaken])
    desk.wait_for("发错的.txt")
    desk.wait_done()
    desk.press("撤销")
    desk.wait_for("已撤销")
    desk.go("/intake?words=发错的")
    desk.wait_for("没有这样的文件")
    assert [path.name for path in (year / "回收站").rglob("发错的.txt")] == ["发错的.txt"]
    desk.go("/intake?recycled=1")
    desk.wait_for("发错的.txt")


def test_a_panel_reviews_agrees_and_ranks(desk: DeskPage, year: Path, tmp_path: Path) -> None:
    desk.go("/review")
    desk.drop("评审员名单（Excel）", [reviewers(tmp_path)])
    desk.wait_for("名单")
    desk.press("生成评审表")
    desk.wait_for("个文件")
    desk.wait_done()
    verifier = Verifier(own_schemes((), (year / "方案",))[0])
    task = read_record(year / "评审" / TASK_FILE, PanelTask, "QA939")
    assert isinstance(task, PanelTask), desk.text()
    assert len(task.seats) == len(REVIEWERS) * (len(COMPANIES) - 1)
    filled = []
    for seat in task.seats:
        plan = review_plan(task, seat, verifier)
        path = tmp_path / "收回" / Path(seat.file).name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(workbook_bytes(plan, shipped_look(), review_answers(plan, seat)))
        filled.append(path)
    desk.go("/review")
    desk.drop("把收回的评审表拖到这里", filled)
    desk.wait_for(f"{len(filled)} / {len(filled)}")
    desk.wait_done()
    desk.press("写合议表")
    desk.wait_done()
    merged = read_merged(year / "合议", "")
    assert isinstance(merged, Merged)
    signed = []
    for code, _ in task.names:
        made = consensus(merged, code, verifier)
        path = tmp_path / "签好" / f"{code}-合议表.xlsx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(workbook_bytes(made.book, shipped_look(), signed_answers(made)))
        signed.append(path)
    desk.go("/review")
    desk.drop("把签好字的合议表拖到这里", signed)
    desk.go("/review")
    desk.press("排名")
    desk.wait_for("追溯总分")
    desk.press("追溯总分")
    desk.wait_for("校验：文件都和记录一致")


def test_nothing_is_asked_of_anybody_else(desk: DeskPage) -> None:
    for path in PAGES:
        desk.go(path)
        seen = desk.browser.seen()
        assert seen["broken"] == []
        assert [one for one in seen["asked"] if not one.startswith(desk.origin)] == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_serious_is_found(desk: DeskPage, *, dark: bool) -> None:
    axe = package_folder("axe-core")
    assert axe is not None
    script = (axe / "axe.min.js").read_text("utf-8")
    found = []
    for path in (*PAGES, "/scheme?file=蓬江区评分要点.md&view=text", f"/intake?words={FAULTY[1]}"):
        desk.go(path, dark=dark)
        found += violations(desk.browser, script, path)
    desk.press(FAULTY[1])
    desk.wait_for("问题（")
    assert [*found, *violations(desk.browser, script, "/company")] == []


def violations(browser: Browser, script: str, page: str) -> list[str]:
    """Serious faults that axe finds in the page, each with where it is."""
    browser.ask(script)
    found = browser.ask("axe.run().then((told) => told.violations)")
    return [
        f"{page} {one['id']}: {node['html'][:200]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
