"""Files and folders are called as people call the award; the scheme's code stands inside."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.load.library import find_scheme
from builder.model.award_names import award_name
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.form import usual_form
from builder.pipeline.kit_names import (
    KitPart,
    filled_file_name,
    kit_file_name,
    kit_folder,
    page_file_name,
)
from tests.kit.samples import CAPPED
from tests.support.workbooks import PENGJIANG, WUHAN, shipped_scheme


@pytest.mark.parametrize(
    ("award", "title", "name"),
    [
        ("甲奖", "甲奖评分要点（制造业）", "甲奖（制造业）"),
        ("甲奖单位奖", "甲奖单位奖评定标准（试行）(服务类)", "甲奖单位奖（服务类）"),
        ("甲奖", "甲奖评审细则（2025年版）", "甲奖"),
        ("甲奖（示例）", "甲奖评价（示例）", "甲奖（示例）"),
        ("甲奖", "关于印发评分要点（征求意见稿）的通知", "甲奖"),
    ],
)
def test_an_award_is_called_by_its_kind_and_not_by_the_state_of_its_notice(
    award: str, title: str, name: str
) -> None:
    assert award_name(award, title) == name


def test_every_name_of_a_kit_comes_of_the_award() -> None:
    scheme = shipped_scheme(PENGJIANG)
    assert kit_file_name(scheme, KitPart.XLSX) == "蓬江区政府质量奖（制造业）-自评打分表.xlsx"
    assert kit_file_name(scheme, KitPart.DOCX) == "蓬江区政府质量奖（制造业）-申报材料.docx"
    assert filled_file_name(scheme) == "蓬江区政府质量奖（制造业）-自评打分表（已填）.xlsx"
    assert kit_folder(scheme) == Path("output/蓬江区政府质量奖（制造业）")
    assert page_file_name(scheme) == "蓬江区政府质量奖（制造业）-自查.zip"


def test_what_was_chosen_is_never_cut_off() -> None:
    long = replace(CAPPED, award="很长的奖" * 30, title="细则", chosen=(("行业", "养老"),))
    name = kit_file_name(long, KitPart.XLSX)
    assert name.endswith("奖（养老）-自评打分表.xlsx")
    assert len(name.encode()) < 255
    odd = replace(CAPPED, award='甲/乙:"奖"', title="细则", chosen=(("行业", "其他/未列"),))
    assert kit_file_name(odd, KitPart.XLSX) == "甲乙奖（其他未列）-自评打分表.xlsx"


def test_an_award_that_no_file_can_be_called_by_goes_by_its_code() -> None:
    nameless = replace(CAPPED, award="???", title="细则")
    assert safe_file_name("???") == ""
    assert kit_file_name(nameless, KitPart.XLSX) == f"{CAPPED.id}-自评打分表.xlsx"


def test_a_scheme_is_found_by_the_name_that_its_files_carry() -> None:
    assert find_scheme("蓬江区政府质量奖（制造业）") == find_scheme(PENGJIANG)
    path, findings = find_scheme("武汉市市长质量奖单位奖")
    assert path is None
    assert "是不是" in findings[0].fix + findings[0].message


def test_a_form_is_called_by_the_award_unless_the_scheme_is_ones_own() -> None:
    path, _ = find_scheme(WUHAN)
    assert path is not None
    assert usual_form(WUHAN, path) == Path("武汉市市长质量奖单位奖（制造类）-方案.xlsx")
    own = Path("somewhere") / "xx.md"
    assert usual_form(str(own), own) == Path("xx.xlsx")
