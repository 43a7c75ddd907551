"""The page as a person meets it: slow, hurried, blind, offline, with files of every kind."""

import json
from pathlib import Path

import pytest

from tests.browser.command_line import printed
from tests.browser.driving import Browser
from tests.browser.made import Pages
from tests.browser.page import DROP, FILES, FOLDER, opened
from tests.browser.tampering import HANGING, HANGS, KEPT, OLD
from tests.cli.calls import call
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG, WUHAN
from tests.verify.judged import case

pytestmark = pytest.mark.needs_browsers

# Decimal, as the pages of an office's mail say.
LARGEST = 13_000_000
PHONE = 360
# Milliseconds for one file: enough for a good one on a busy machine.
PATIENCE = 15000


def good(folder: Path, name: str = "评分表.xlsx") -> Path:
    """A workbook with nothing to tell."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case(PENGJIANG, 0).content)
    return path


def faulty(folder: Path, name: str = "有错.xlsx") -> Path:
    """A workbook with one score missing."""
    one = case(PENGJIANG, 0)
    path = folder / name
    path.write_bytes(one.with_answers(**{one.score.name: None}))
    return path


def paths_in(told: str) -> list[str]:
    """The files that were told of."""
    return [one["path"] for one in json.loads(told)]


def test_a_page_is_small_enough_for_a_mail(pages: Pages) -> None:
    for page in (pages.base, pages.plain, pages.of_an_office):
        assert page.stat().st_size <= LARGEST


def test_files_dropped_before_the_page_is_ready_wait(
    browser: Browser, pages: Pages, inbox: Path
) -> None:
    page = opened(browser, pages.plain, ready=False)
    told = page.judged([good(inbox)])
    assert told == printed(inbox, "评分表.xlsx")
    assert page.says("boots") == 1


def test_the_last_of_two_drops_in_a_row_is_judged(
    browser: Browser, pages: Pages, inbox: Path
) -> None:
    page = opened(browser, pages.plain)
    browser.drop(DROP, [good(inbox, "先.xlsx")])
    browser.drop(DROP, [good(inbox, "后.xlsx")])
    browser.wait("selfcheck.state === 'done' && selfcheck.last.json.includes('后.xlsx')")
    assert page.says("last.json") == printed(inbox, "后.xlsx")


def test_the_same_file_is_judged_anew_after_it_was_mended(
    browser: Browser, pages: Pages, inbox: Path
) -> None:
    page = opened(browser, pages.plain)
    path = faulty(inbox)
    first = page.judged([path])
    good(inbox, path.name)
    assert first != page.judged([path]) == printed(inbox, path.name)


def test_a_folder_is_judged_as_a_folder(browser: Browser, pages: Pages, tmp_path: Path) -> None:
    folder = tmp_path / "收件"
    for company in ("甲公司", "乙公司"):
        good(folder / company)
    (folder / "说明.pdf").write_bytes(b"%PDF-1.7")
    page = opened(browser, pages.plain)
    told = page.judged_with(folder)
    assert told == printed(tmp_path, "收件", "--evidence-dir", "收件")
    assert "收件/甲公司/评分表.xlsx" in paths_in(told)


def test_a_file_at_which_the_program_hangs_is_told_and_the_others_are_judged(
    browser: Browser, pages: Pages, inbox: Path
) -> None:
    page = opened(browser, pages.plain, before=HANGING)
    browser.ask(f"selfcheck.patience = {PATIENCE}")
    stuck, other = good(inbox, f"{HANGS}.xlsx"), good(inbox, "另一份.xlsx")
    verdicts = {one["path"]: one for one in json.loads(page.judged([stuck, other]))}
    assert [one["code"] for one in verdicts[stuck.name]["findings"]] == ["QA216"]
    assert verdicts[other.name]["status"] == "clean"
    assert page.says("boots") == 2
    assert paths_in(page.judged([other])) == [other.name]


def test_the_workbook_of_another_award_is_told_kindly(
    browser: Browser, pages: Pages, inbox: Path
) -> None:
    page = opened(browser, pages.of_an_office)
    (inbox / "武汉.xlsx").write_bytes(case(WUHAN, 0).content)
    page.judged([inbox / "武汉.xlsx"])
    assert "“武汉.xlsx”是" in page.text
    assert "不是本页的奖项" in page.text


def test_what_is_taken_out_again_is_not_judged(browser: Browser, pages: Pages, inbox: Path) -> None:
    page = opened(browser, pages.plain, ready=False)
    browser.choose(FILES, [good(inbox, "先.xlsx")])
    browser.wait("selfcheck.state === 'busy'")
    page.clear()
    assert paths_in(page.judged([good(inbox, "后.xlsx")])) == ["后.xlsx"]
    assert page.runs == 1


def test_an_old_browser_is_told_what_to_use(browser: Browser, pages: Pages) -> None:
    page = opened(browser, pages.plain, before=OLD)
    assert page.state == "old"
    assert "这个浏览器太旧" in page.text
    assert "Edge" in page.text


def test_the_base_page_says_that_it_is_none_to_be_used(browser: Browser, pages: Pages) -> None:
    page = opened(browser, pages.base, ready=False)
    browser.wait("selfcheck.state === 'failed'")
    assert "底页" in page.text


def test_what_is_saved_is_what_the_command_line_writes(
    browser: Browser, pages: Pages, inbox: Path
) -> None:
    page = opened(browser, pages.plain, before=KEPT)
    report = inbox / "申报材料.docx"
    report.write_bytes(filled_report(PENGJIANG))
    files = [faulty(inbox), report]
    page.judged(files)
    saved = page.saved()
    done = call(
        inbox, "verify", *(path.name for path in files), "--annotate", "批注", "--html", "页.html"
    )
    assert done.code == 1
    kept = (path for path in (inbox / "批注").iterdir() if path.suffix != ".json")
    marked = {path.name: path.read_bytes() for path in kept}
    assert marked
    assert {name: saved.get(name) for name in marked} == marked
    assert saved["核验结果.html"] == (inbox / "页.html").read_bytes()


def test_everything_is_reached_with_the_keyboard(browser: Browser, pages: Pages) -> None:
    page = opened(browser, pages.plain)
    for field in (FILES, FOLDER):
        browser.press("Tab")
        assert page.is_focused(field)
        assert browser.do("pressed_for_files", key="Enter")


def test_a_narrow_window_shows_everything_without_scrolling_sideways(
    browser: Browser, pages: Pages, inbox: Path
) -> None:
    page = opened(browser, pages.plain, width=PHONE)
    page.judged([faulty(inbox)])
    assert browser.ask("document.documentElement.scrollWidth") <= PHONE
