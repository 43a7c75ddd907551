"""The year of an award at the desk, in a real browser, as an office and a panel live it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from builder.load.panel_rules import load_panel_rules
from builder.model.panel.record import Merged
from builder.model.panel.stage_rules import Share, Vote
from builder.model.panel.stages import StageKind
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
    RULES,
    SETTINGS,
    Returned,
    applicants,
    ballots,
    by_command,
    changed_tables,
    members,
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
    "/review/rules",
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


def test_a_scheme_is_changed_in_a_spreadsheet_and_changed_back(
    desk: DeskPage, year: Path, tmp_path: Path
) -> None:
    page, scheme = "/scheme?file=蓬江区评分要点.md&view=tables", year / "方案" / "蓬江区评分要点.md"
    before = scheme.read_bytes()
    assert sound(desk, page) == []
    desk.drop("把改好的方案表拖到这里", [changed_tables(tmp_path, scheme, "出处", "附件二")])
    desk.wait_for("改了什么（1 处）")
    assert scheme.read_bytes() == before
    assert sound(desk, page) == []
    desk.press("照这样写进方案")
    desk.wait_for("已写进方案")
    assert "附件二" in scheme.read_text("utf-8")
    desk.agree()
    desk.press("换回上一份方案")
    desk.wait_for("已换回上一份")
    assert scheme.read_bytes() == before


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


def test_the_rules_are_filled_in_and_read_as_they_will_be_printed(
    desk: DeskPage, year: Path
) -> None:
    page = "/review/rules"
    desk.go(page)
    for name, value in (RULES | {"vote.share": "三分之二"}).items():
        desk.fill(name, value)
    desk.touch("vote.share")
    assert "QA1140" in desk.wait_for("有 1 处要改")
    assert violations(desk.browser, axe_script(), page) == []
    desk.press("保存")
    assert "QA1140" in desk.wait_for("有 1 处要改")
    assert violations(desk.browser, axe_script(), page) == []
    desk.fill("vote.share", RULES["vote.share"])
    desk.touch("vote.share")
    desk.wait_for("到会评委不少于应到的 2/3 方可投票")
    desk.press("保存")
    desk.wait_for("已保存")
    loaded = load_panel_rules(year / "名单" / "评审规则.yaml")
    assert loaded.findings == ()
    assert loaded.said is not None
    thirds = Share(part=2, whole=3)
    assert loaded.said.vote == Vote(share=thirds, quorum=thirds, places=3)
    assert sound(desk, page) == []


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


def test_the_ranked_defend_are_voted_on_and_made_public(
    desk: DeskPage, year: Path, tmp_path: Path
) -> None:
    results, page = year / "结果", "/review/stages"
    assert sound(desk, page) == []
    desk.drop("把评委名单拖到这里（Excel）", [members(tmp_path)])
    desk.wait_for("名单/评委.xlsx")
    for kind, source, told in (
        (StageKind.DEFENCE, results, "陈述答辩结果.xlsx"),
        (StageKind.VOTE, results / "陈述答辩结果", "评委会投票结果.xlsx"),
    ):
        desk.press("给每位评委写一份表", f"[data-live=issue-{kind.value}]")
        desk.wait_for("把填好、签好字的表拖到这里")
        desk.wait_done()
        filled = ballots(tmp_path, year, kind, source)
        desk.drop("把填好、签好字的表拖到这里", filled, f"[data-live=back-{kind.value}]")
        assert sound(desk, page) == []
        desk.press("计分" if kind is StageKind.DEFENCE else "计票", f"[data-live=end-{kind.value}]")
        desk.wait_for(told)
        desk.wait_done()
        assert sound(desk, page) == []
    assert desk.text("[aria-label=评委会投票结果]").count("3 / 3") == 5
    desk.press("写公示名单和通知")
    desk.wait_for("公示名单.docx")
    desk.wait_done()
    desk.press("封存")
    desk.wait_for("已封存到")
    assert sound(desk, page) == []
    assert [path.suffix for path in (year / "存档").iterdir()] == [".zip"]
    desk.go("/review/rules")
    assert "合议表已经照现在的规则写好" in desk.text()
    desk.agree()
    desk.fill("vote.places", "2")
    desk.press("保存")
    desk.wait_for("QA982")
    assert violations(desk.browser, axe_script(), "/review/rules") == []
    desk.agree()
    desk.press("换回上一份")
    desk.wait_for("合议表已经照现在的规则写好")


def test_nothing_is_asked_of_anybody_else(desk: DeskPage) -> None:
    for path in PAGES:
        desk.go(path)
        seen = desk.browser.seen()
        assert seen["broken"] == []
        assert [one for one in seen["asked"] if not one.startswith(desk.origin)] == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_serious_is_found(desk: DeskPage, *, dark: bool) -> None:
    script = axe_script()
    found = []
    for path in (*PAGES, "/scheme?file=蓬江区评分要点.md&view=text", f"/intake?words={FAULTY[1]}"):
        desk.go(path, dark=dark)
        found += violations(desk.browser, script, path)
    desk.press(FAULTY[1])
    desk.wait_for("问题（")
    assert [*found, *violations(desk.browser, script, "/company")] == []


def sound(desk: DeskPage, path: str) -> list[str]:
    """Serious faults of a page as it stands now, in the dark and in the light, where it stays."""
    found = []
    for dark in (True, False):
        desk.go(path, dark=dark)
        found += violations(desk.browser, axe_script(), path)
    return found


@cache
def axe_script() -> str:
    """What looks for faults in a page."""
    axe = package_folder("axe-core")
    assert axe is not None
    return (axe / "axe.min.js").read_text("utf-8")


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
