"""What hides in a file reaches no terminal and no page as it stands."""

import json

import pytest

from builder.cli.output import print_json, print_lines
from builder.model.verdict import Status, Verdict
from builder.overview.overview_book import plan_overview
from builder.show.page import verdicts_page

NAME = "甲\u200b公\u202e司\x0b"
VERDICT = Verdict(path=f"{NAME}.xlsx", status=Status.UNREADABLE, applicant=NAME)


def test_a_terminal_shows_it_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines([NAME])
    assert capsys.readouterr().out == "甲〔U+200B〕公〔U+202E〕司〔U+000B〕\n"


def test_json_says_it_in_signs_that_everybody_sees(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"applicant": NAME})
    said = capsys.readouterr().out
    assert said.isascii()
    assert json.loads(said) == {"applicant": NAME}


def test_a_page_and_a_summary_show_it_by_its_number() -> None:
    page = verdicts_page([VERDICT])
    assert "甲〔U+200B〕公〔U+202E〕司〔U+000B〕" in page
    cells = [cell.content for sheet in plan_overview([VERDICT]).sheets for cell in sheet.cells]
    shown = [text for text in cells if isinstance(text, str) and "甲" in text]
    assert shown == ["甲〔U+200B〕公〔U+202E〕司〔U+000B〕.xlsx"]
