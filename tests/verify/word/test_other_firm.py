"""A report that speaks of another firm as its own is a hint; firms named honestly are not."""

from dataclasses import replace

import pytest

from builder.verify.word.other_firm import check_other_firm
from tests.support.reports import returned_report
from tests.support.workbooks import PENGJIANG

OWN, OTHER = "江门市恒信机电有限公司", "佛山市昌荣电器有限公司"


def told(*texts: str, applicant: str = OWN) -> list[str]:
    """The firms that are told where these are the texts of the sections."""
    whole = returned_report(PENGJIANG)
    sections = tuple(
        replace(one, text=text) for one, text in zip(whole.sections, texts, strict=False)
    )
    assert whole.form is not None
    named = {**whole.form, whole.plan.applicant: applicant}
    report = replace(whole, sections=sections, form=named)
    return [finding.actual for finding in check_other_firm(report, "申报材料.docx")]


@pytest.mark.parametrize("called", ["公司", "“本公司”", "“昌荣电器”或“公司”", "我司"])
def test_another_firm_called_the_company_is_told(called: str) -> None:
    text = f"{OTHER}（以下简称{called}）成立于1998年。"
    assert told(text, f"{OWN}坚持质量第一。") == [OTHER]


def test_another_firm_at_the_head_of_sentences_is_told_where_the_own_is_never_named() -> None:
    texts = (f"{OTHER}坚持顾客至上。{OTHER}建立了制度。", f"2025 年改进。\n{OTHER}定期评审。")
    assert told(*texts) == [OTHER]
    assert told(*texts, "恒信公司与各方合作。") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{OWN}（以下简称“公司”）成立于2003年。",
        f"公司的母公司{OTHER}（以下简称“集团”）成立于1998年。",
        f"公司与{OTHER}签订协议。与{OTHER}联合攻关。供应商{OTHER}派人驻厂。委托{OTHER}检测。",
        f"{OTHER}、江门市大成物流有限公司等供应商通过了评审。",
        f"顾客{OTHER}评价很高。为{OTHER}配套。向{OTHER}供货。由{OTHER}承运。",
        "江门恒信机电公司改进了工艺。恒信机电有限公司获奖。",
    ],
)
def test_firms_named_honestly_are_not_told(text: str) -> None:
    assert told(text, text, text) == []


def test_one_mention_or_one_section_is_too_little() -> None:
    assert told(f"{OTHER}是主要顾客。{OTHER}逐年增订。", "公司坚持质量第一。") == []
    assert told(f"{OTHER}是主要顾客。" * 4, "公司坚持质量第一。") == []


def test_a_person_may_write_of_any_firm() -> None:
    text = f"{OTHER}坚持顾客至上。{OTHER}（以下简称“公司”）建立了制度。"
    assert told(text, text, applicant="张立群") == []


def test_a_hospital_and_a_school_are_told_alike() -> None:
    text = "江门市第二人民医院（以下简称“我院”）始建于1952年。"
    assert told(text, applicant="蓬江区妇幼保健院") == ["江门市第二人民医院"]
    assert told(text, applicant="江门市第二人民医院") == []
