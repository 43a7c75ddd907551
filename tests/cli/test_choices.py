"""Asking for one kit of an award on the command line."""

from pathlib import Path

import pytest

from tests.cli.calls import call, files_in
from tests.support.own_schemes import save_own
from tests.support.workbooks import MINHANG, PENGJIANG, asking_words, kits_named


def test_an_award_that_needs_a_choice_lists_its_options(tmp_path: Path) -> None:
    done = call(tmp_path, "build", MINHANG)
    assert done.code == 2
    assert f"QA171 {MINHANG}　" in done.output + done.errors
    for option in ("标准创新", "研发创新", "服务创新", "管理创新", "商标品牌创新"):
        assert option in done.output + done.errors
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("command", ["build", "inputs"])
@pytest.mark.parametrize(
    ("pair", "code", "hint"),
    [("单顶=研发创新", "QA172", "单项"), ("单项=研发创造", "QA173", "研发创新")],
)
def test_a_misspelt_choice_is_told_with_what_was_meant(
    tmp_path: Path, command: str, pair: str, code: str, hint: str
) -> None:
    done = call(tmp_path, command, MINHANG, "--choice", pair)
    assert done.code == 2
    assert code in done.output + done.errors
    assert f"是不是“{hint}”？" in done.output + done.errors
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("pair", ["研发创新", "=研发创新", "单项="])
def test_a_choice_without_name_or_option_is_a_wrong_call(tmp_path: Path, pair: str) -> None:
    done = call(tmp_path, "build", MINHANG, "--choice", pair)
    assert done.code == 2
    assert done.errors.startswith("用法错误：选择要写成 --choice 名称=选项")
    assert f"“{pair}”" in done.errors
    assert files_in(tmp_path) == []


def test_a_choice_answered_twice_is_a_wrong_call(tmp_path: Path) -> None:
    pair = ("--choice", "单项=研发创新", "--choice", "单项=服务创新")
    done = call(tmp_path, "build", MINHANG, *pair)
    assert done.code == 2
    assert "选择“单项”写了两次：“研发创新”和“服务创新”" in done.errors
    assert files_in(tmp_path) == []


def test_a_choice_names_the_files(tmp_path: Path) -> None:
    done = call(tmp_path, "build", MINHANG, "--choice", "单项=研发创新", "--only", "xlsx")
    assert done.code == 0
    assert files_in(tmp_path) == [
        "output/闵行区质量创新单项奖/闵行区质量创新单项奖（研发创新）-自评打分表.xlsx"
    ]


def test_all_choices_give_one_kit_each(tmp_path: Path) -> None:
    done = call(tmp_path, "build", MINHANG, "--all-choices")
    assert done.code == 0
    assert len(files_in(tmp_path)) == 2 * len(kits_named(MINHANG)) == 10


def test_a_default_needs_no_choice(tmp_path: Path) -> None:
    save_own(tmp_path, "chosen")
    words = ("build", "chosen.md", "--choice", "规模=小型", "--only", "xlsx")
    assert call(tmp_path, *words).code == 0
    folder = "output/某市市长质量奖"
    assert f"{folder}/某市市长质量奖（一般）（小型）-自评打分表.xlsx" in files_in(tmp_path)


def test_another_scale_asks_for_bands_and_percents(tmp_path: Path) -> None:
    listed = call(tmp_path, "inputs", PENGJIANG, "--scale", "maturity", "--json").json
    kinds = {item["kind"] for item in listed}
    assert {"band", "percent"} <= kinds
    assert "score" not in kinds


def test_an_unknown_scale_is_a_wrong_call(tmp_path: Path) -> None:
    done = call(tmp_path, "build", PENGJIANG, "--scale", "direct")
    assert done.code == 2
    assert "--scale 只能是：maturity。" in done.errors


@pytest.mark.parametrize("kit", [*kits_named(MINHANG), f"{PENGJIANG} maturity"])
def test_what_one_kit_asks_for_is_listed(tmp_path: Path, kit: str) -> None:
    done = call(tmp_path, "inputs", *asking_words(kit))
    assert done.code == 0
    assert done.errors == ""
    assert len(done.output.splitlines()) > 1800
