"""By what one report is like another: names, figures and blanks make no difference."""

from dataclasses import replace

from builder.verify.file_marks import contents_of_report
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG

OWN, OTHER = "江门市恒信机电有限公司", "佛山市昌荣电器有限公司"
TEXT = (
    "{0}（以下简称“{1}”）成立质量委员会，由总经理任主任，每月召开会议点评目标。"
    "{1}在 2023 年把一次交验合格率由 96.2% 提高到 98.5%，居行业前列。"
    "公司每年开展两次内部审核，对发现的问题逐项整改并验证效果。"
) * 8


def marks(text: str, applicant: str) -> list[str]:
    sections = [replace(one, text="") for one in returned_report(PENGJIANG).sections]
    return contents_of_report((replace(sections[0], text=text), *sections), (), applicant).split()


def test_the_same_report_under_another_name_has_the_same_marks() -> None:
    one = marks(TEXT.format(OWN, "恒信机电"), OWN)
    assert one == marks(TEXT.format(OTHER, "昌荣 电器"), OTHER)
    assert len(one) == 1 + 2


def test_other_figures_make_another_report_of_the_same_sentences() -> None:
    one, other = marks(TEXT.format(OWN, "恒信"), OWN), marks(TEXT.format(OWN, "恒信"), OWN)
    changed = marks(TEXT.format(OWN, "恒信").replace("96.2", "95.1"), OWN)
    assert one == other
    assert changed[0] != one[0]
    assert changed[1:] == one[1:]


def test_a_report_of_few_words_is_like_none() -> None:
    assert marks("公司坚持质量第一。", OWN) == []
