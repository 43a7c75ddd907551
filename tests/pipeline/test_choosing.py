"""Which kit is meant: every choice is answered, and answered with one of its options."""

from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.load.library import find_scheme
from builder.load.scheme_file import load_scheme
from builder.model.scheme import Scale, Scheme
from builder.pipeline.choosing import Wanted, every_kit, kits_of
from builder.pipeline.kit import build_kit
from builder.pipeline.kit_names import KitPart, kit_file_name
from tests.kit.samples import CAPPED
from tests.support.outputs import produced
from tests.support.own_schemes import CHOSEN, own_scheme, save_own


@pytest.fixture
def chosen(tmp_path: Path) -> Scheme:
    return own_scheme(tmp_path, "chosen")


def refused(scheme: Scheme, wanted: Wanted) -> list[Finding]:
    kits, findings = kits_of(scheme, wanted)
    assert kits == ()
    return list(findings)


def test_a_missing_choice_is_told_with_its_options(chosen: Scheme) -> None:
    (finding,) = refused(chosen, Wanted())
    assert finding.code == "QA171"
    assert "规模" in finding.message
    assert "大型、小型" in finding.message
    assert "--choice 规模=" in finding.fix


def test_a_missing_choice_is_told_with_the_schemes_reason_for_having_no_default() -> None:
    path, _ = find_scheme("minhang-innovation")
    assert path is not None
    innovation = load_scheme(path).scheme
    assert innovation is not None
    (finding,) = refused(innovation, Wanted())
    assert (
        "先选择“单项”：五个单项由申报组织选一个，原文件没有规定哪一个为默认。可选"
        in finding.message
    )


def test_an_unknown_choice_is_told_with_the_nearest_name(chosen: Scheme) -> None:
    (finding,) = refused(chosen, Wanted(options={"规摸": "大型"}))
    assert finding.code == "QA172"
    assert "是不是“规模”？" in finding.message
    assert "行业、规模" in finding.fix


def test_an_unknown_option_is_told_with_the_nearest_option(chosen: Scheme) -> None:
    (finding,) = refused(chosen, Wanted(options={"规模": "大形"}))
    assert finding.code == "QA173"
    assert "是不是“大型”？" in finding.message
    assert "大型、小型" in finding.fix


def test_every_wrong_word_is_told_at_once(chosen: Scheme) -> None:
    findings = refused(chosen, Wanted(options={"行业": "x", "规模": "y", "z": "一般"}))
    assert [finding.code for finding in findings] == ["QA173", "QA173", "QA172"]
    assert all("是不是" not in finding.message for finding in findings)


def test_a_scheme_without_choices_takes_none() -> None:
    (finding,) = refused(CAPPED, Wanted(options={"行业": "养老"}))
    assert finding.code == "QA172"
    assert "没有" in finding.fix
    kits, findings = kits_of(CAPPED, Wanted())
    assert (len(kits), findings) == (1, ())


def test_a_default_stands_where_nothing_was_said(chosen: Scheme) -> None:
    (kit,), _ = kits_of(chosen, Wanted(options={"规模": "小型"}))
    assert kit.chosen == (("行业", "一般"), ("规模", "小型"))
    (kit,), _ = kits_of(chosen, Wanted(options={"规模": "小型", "行业": "物流"}))
    assert kit.chosen == (("行业", "物流"), ("规模", "小型"))


def test_every_combination_is_a_kit_in_the_order_of_the_options(chosen: Scheme) -> None:
    assert ["".join(option[0] for _, option in kit.chosen) for kit in every_kit(chosen)] == [
        *("一大", "一小", "养大", "养小", "物大", "物小"),
    ]


def test_all_choices_leave_standing_what_was_chosen(chosen: Scheme) -> None:
    kits, _ = kits_of(chosen, Wanted(options={"行业": "养老"}, every=True))
    assert [dict(kit.chosen)["规模"] for kit in kits] == ["大型", "小型"]
    assert {dict(kit.chosen)["行业"] for kit in kits} == {"养老"}


def test_another_scale_is_for_every_kit(chosen: Scheme) -> None:
    kits, _ = kits_of(chosen, Wanted(every=True, scale=Scale.MATURITY))
    assert {kit.scale for kit in kits} == {Scale.MATURITY}
    kits, _ = kits_of(chosen, Wanted(every=True))
    assert {kit.scale for kit in kits} == {Scale.DIRECT}


def test_every_kit_has_file_names_of_its_own(tmp_path: Path) -> None:
    path = save_own(tmp_path, "chosen")
    built = build_kit(str(path), tmp_path / "out", None, Wanted(every=True))
    assert {finding.rule.severity for finding in built.findings} <= {Severity.HINT}
    names = [path.name for path in built.paths]
    assert names[:2] == [
        "某市市长质量奖（一般）（大型）-自评打分表.xlsx",
        "某市市长质量奖（一般）（大型）-申报材料.docx",
    ]
    assert len(set(names)) == 6 * 2
    assert [path.name for path in produced(tmp_path / "out")] == sorted(names)


def test_one_kit_is_named_after_what_was_chosen(chosen: Scheme) -> None:
    (kit,), _ = kits_of(chosen, Wanted(options={"规模": "小型"}))
    assert kit_file_name(kit, KitPart.XLSX) == "某市市长质量奖（一般）（小型）-自评打分表.xlsx"
    assert kit_file_name(CAPPED, KitPart.DOCX) == "某区政府质量奖-申报材料.docx"


def test_nothing_is_written_when_one_kit_of_many_fails(tmp_path: Path) -> None:
    path = tmp_path / "chosen.md"
    # Only the last kits say what Word cannot hold.
    path.write_text(CHOSEN.replace("如何运输", "如何\x01运输"), encoding="utf-8")
    built = build_kit(str(path), tmp_path / "out", None, Wanted(every=True))
    assert built.paths == ()
    assert built.findings
    assert not (tmp_path / "out").exists()
