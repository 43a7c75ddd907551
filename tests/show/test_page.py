"""The page of verdicts: everything is in it, nothing from a file is markup, and filters work."""

import html
import re
import subprocess
from pathlib import Path

import pytest

from builder.findings.finding import Finding, Place
from builder.model.verdict import Status, Verdict
from builder.show.page import verdicts_page

ATTACK = "<script>alert(1)</script>\"'&"


def finding(code: str, sheet: str, cell: str, indicator: str, label: str) -> Finding:
    place = Place(path="甲.xlsx", sheet=sheet, cell=cell, indicator=indicator)
    return Finding(
        code=code,
        place=place,
        expected="0–25",
        actual="30",
        details={"label": label, "wanted": "分", "step": "1", "given": "30 分"},
    )


VERDICTS = (
    Verdict(
        path="甲.xlsx",
        status=Status.FINDINGS,
        applicant="甲公司",
        scheme="s",
        findings=(
            finding("QA503", "自评打分", "F5", "4.10", "4.10 改进"),
            finding("QA501", "自评打分", "F6", "4.2", "4.2 创新"),
        ),
    ),
    Verdict(
        path="乙.xlsx",
        status=Status.FINDINGS,
        applicant=ATTACK,
        scheme="s",
        findings=(finding("QA503", "自评打分", "F5", "4.2", ATTACK),),
    ),
    Verdict(path="丙.xlsx", status=Status.CLEAN, applicant="丙公司", scheme="s"),
)


def test_every_file_and_every_finding_is_on_the_page() -> None:
    page = html.unescape(verdicts_page(VERDICTS))
    for verdict in VERDICTS:
        assert verdict.path in page
        assert verdict.applicant in page
        assert all(one.message in page and one.fix in page for one in verdict.findings)


def test_what_a_file_says_is_never_markup() -> None:
    page = verdicts_page(VERDICTS)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_page_loads_nothing() -> None:
    page = verdicts_page(VERDICTS)
    assert "default-src 'none'" in page
    assert re.findall(r"(?:src|href)=", page) == []


def test_the_same_verdicts_give_the_same_page() -> None:
    assert verdicts_page(VERDICTS) == verdicts_page(VERDICTS)


def test_indicators_stand_in_their_order() -> None:
    page = verdicts_page(VERDICTS)
    assert page.index("<option>4.2</option>") < page.index("<option>4.10</option>")


def test_without_findings_there_is_nothing_to_filter() -> None:
    page = verdicts_page(VERDICTS[2:])
    assert "没有问题。" in page
    assert "<form" not in page


def shown(folder: Path, choice: str) -> tuple[list[str], str]:
    """Codes and indicators of the rows a browser shows, and the sentence above them."""
    path = folder / "page.html"
    path.write_text(verdicts_page(VERDICTS), encoding="utf-8")
    dom = subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder / 'profile'}",
            "--dump-dom",
            f"{path.as_uri()}#{choice}",
        ],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode()
    table = dom[dom.index('<table id="findings">') :]
    rows = re.findall(r'<tr data-unit="(\d)"[^>]*data-indicator="([^"]*)"([^>]*)>', table)
    visible = [f"{file} {code}" for file, code, rest in rows if "hidden" not in rest]
    sentence = re.search(r'<p id="shown"[^>]*>([^<]*)<', dom)
    assert sentence is not None
    return visible, sentence[1]


@pytest.mark.needs_chromium
@pytest.mark.parametrize(
    ("choice", "rows", "sentence"),
    [
        ("", ["1 4.10", "1 4.2", "2 4.2"], "共 3 个问题。"),
        ("unit=1", ["1 4.10", "1 4.2"], "显示 2 个，共 3 个问题。"),
        ("indicator=4.2", ["1 4.2", "2 4.2"], "显示 2 个，共 3 个问题。"),
        ("warning=0", ["1 4.10", "2 4.2"], "显示 2 个，共 3 个问题。"),
        ("words=qa501", ["1 4.2"], "显示 1 个，共 3 个问题。"),
        ("unit=1&error=0&words=QA503", [], "显示 0 个，共 3 个问题。"),
    ],
)
def test_a_browser_shows_what_was_chosen(
    tmp_path: Path, choice: str, rows: list[str], sentence: str
) -> None:
    assert shown(tmp_path, choice) == (rows, sentence)
