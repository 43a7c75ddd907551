"""填写说明: three steps, what colours mean, the rules in the notice's words, whom to return to."""

from itertools import pairwise

import pytest

from builder.book.style import CONDITION_STYLES, INPUT_STYLES, Style
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.kit.sheet_names import GUIDE
from builder.model.office import EvidenceTerms, Office
from tests.support.workbooks import (
    MINHANG,
    PENGJIANG,
    PROVED_KITS,
    SUIHUA,
    WUHAN_INDIVIDUAL,
    shipped_plan,
    shipped_scheme,
)


def lines(plan: KitPlan) -> list[tuple[str, str]]:
    """Label and words of every line, from top to bottom."""
    cells = plan.sheet(GUIDE).cells
    return [
        (str(label.content), str(words.content))
        for label, words in pairwise(cells)
        if (label.row, label.column + 1) == (words.row, words.column) and words.content
    ]


def words_of(plan: KitPlan, label: str) -> list[str]:
    return [words for named, words in lines(plan) if named == label]


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_three_steps_stand_first(kit: str) -> None:
    assert [label for label, _ in lines(shipped_plan(kit))][:3] == ["第一步", "第二步", "第三步"]


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_every_colour_of_the_legend_says_its_meaning_in_a_word(kit: str) -> None:
    shown = (Style.SAMPLE, *CONDITION_STYLES)
    sheet = shipped_plan(kit).sheet(GUIDE)
    told = {cell.style: cell.content for cell in sheet.cells if cell.style in shown}
    assert set(told) == set(shown)
    assert all(told.values())
    assert not [cell for cell in sheet.cells if cell.style in INPUT_STYLES]


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_the_edition_and_the_number_of_the_document_are_told(kit: str) -> None:
    plan, scheme = shipped_plan(kit), shipped_scheme(kit)
    assert words_of(plan, "版次") == [scheme.edition]
    assert words_of(plan, "文件编号") == [f"{scheme.id}／{plan.identity.fingerprint}"]
    for name, option in scheme.chosen:
        assert words_of(plan, name) == [option]


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_vetoes_compositions_and_the_threshold_are_in_the_notices_words(kit: str) -> None:
    plan, scheme = shipped_plan(kit), shipped_scheme(kit)
    vetoes = words_of(plan, "否决事项")
    assert vetoes == [f"原文：{item.text}" for item in scheme.vetoes]
    rules = words_of(plan, "合成")
    assert rules == [f"原文：“{item.wording}”" for item in scheme.compositions]
    line = words_of(plan, "建议线")
    assert [scheme.threshold.wording in told for told in line if scheme.threshold] == (
        [True] if scheme.threshold else []
    )


def test_awards_that_have_such_rules_show_them() -> None:
    assert len(words_of(shipped_plan(SUIHUA), "否决事项")) == 5
    assert len(words_of(shipped_plan(f"{SUIHUA} 行业=养老"), "合成")) == 1
    assert words_of(shipped_plan(MINHANG), "否决指标")
    assert "300 分" in words_of(shipped_plan(MINHANG), "建议线")[0]
    assert "30%, 35%, 40%或45%" in words_of(shipped_plan(WUHAN_INDIVIDUAL), "档次")[0]


def test_without_settings_the_return_is_neutral() -> None:
    plan = shipped_plan(PENGJIANG)
    assert words_of(plan, "主办单位") == []
    (told,) = words_of(plan, "交回")
    assert "以申报通知为准" in told


def test_with_settings_the_office_and_its_lines_are_printed() -> None:
    office = Office(name="某区质量办", return_to=("地址：某路1号", "截止：6月30日"))
    plan = plan_workbook(shipped_scheme(PENGJIANG), office)
    assert words_of(plan, "主办单位") == ["某区质量办"]
    assert words_of(plan, "交回") == list(office.return_to)


def test_of_what_an_office_asks_of_evidence_only_what_it_says_is_printed() -> None:
    office = Office(evidence=EvidenceTerms(indicators=2))
    (told,) = words_of(plan_workbook(shipped_scheme(PENGJIANG), office), "证据要求")
    assert told == "一份证据最多证明 2 个指标。此为主办单位的要求，非原文件规定。"
