"""What was chosen stands in the kit, what was not is gone, scored criteria are rows."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builder.model.fingerprint import fingerprint
from builder.model.official import Criterion, Indicator
from builder.model.points import is_leaf, maximum
from builder.model.resolution import applies, resolve
from builder.model.scheme import Condition, Remark, Scheme
from tests.kit.samples import CAPPED, HERE
from tests.support.own_schemes import own_kit, own_scheme


@pytest.fixture
def elderly(tmp_path: Path) -> Scheme:
    return own_kit(tmp_path, "chosen", 行业="养老", 规模="大型")


def found(scheme: Scheme, code: str) -> Indicator:
    return next(node for node in scheme.walk if node.code == code)


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({"行业": "一般", "规模": "大型"}, ["1.1", "2.1.1", "2.1.2", "2.2"]),
        ({"行业": "养老", "规模": "大型"}, ["1.1", "1.2", "2.1.1", "2.1.2", "2.2"]),
        ({"行业": "物流", "规模": "小型"}, ["1.1", "1.3", "2.1.1", "2.1.2", "2.3"]),
    ],
)
def test_only_the_chosen_parts_are_scored(
    tmp_path: Path, options: dict[str, str], codes: list[str]
) -> None:
    kit = own_kit(tmp_path, "chosen", **options)
    assert [node.code for node in kit.walk if is_leaf(kit, node)] == codes
    assert maximum(kit) == 100


def test_a_part_needs_all_of_its_conditions() -> None:
    both = (("行业", "养老"), ("规模", "大型"))
    assert applies((), {})
    assert applies(both, {"行业": "养老", "规模": "大型"})
    assert not applies(both, {"行业": "养老", "规模": "小型"})
    assert not applies(both, {"行业": "养老"})


def test_scored_criteria_are_rows_known_by_their_place_and_printed_label(elderly: Scheme) -> None:
    safety = found(elderly, "2.1")
    assert [(row.code, row.number, row.name, row.points) for row in safety.children] == [
        ("2.1.1", "（1）", "质量安全", Decimal(10)),
        ("2.1.2", "（2）", "质量安全", Decimal(20)),
    ]
    assert [row.label for row in safety.children] == ["2.1.1 质量安全", "2.1.2 质量安全"]
    assert [[item.printed for item in row.criteria] for row in safety.children] == [
        ["（1）建立责任制。"],
        ["（2）防范风险。"],
    ]
    assert all(row.criterion for row in safety.children)
    assert not safety.criterion


def test_what_is_not_scored_stays_with_the_indicator(elderly: Scheme) -> None:
    assert [item.text for item in found(elderly, "2.1").criteria] == ["本项逐条评分。"]


def test_one_criterion_that_carries_all_points_is_the_indicator_itself(elderly: Scheme) -> None:
    credit = found(elderly, "2.2")
    assert is_leaf(elderly, credit)
    assert [(item.text, item.points) for item in credit.criteria] == [("信守合同。", None)]
    assert credit.children == ()


def test_a_rule_stands_only_where_all_it_adds_up_stands(tmp_path: Path) -> None:
    general = own_kit(tmp_path, "chosen", 规模="小型")
    assert general.compositions == ()
    logistics = own_kit(tmp_path, "chosen", 行业="物流", 规模="小型")
    (rule,) = logistics.compositions
    assert rule.wording == "一般部分按80%计算，另加物流部分。"


@pytest.mark.parametrize(
    ("options", "told"),
    [({"行业": "物流", "规模": "小型"}, True), ({"行业": "一般", "规模": "小型"}, False)],
)
def test_a_sentence_about_a_rule_is_told_only_where_the_rule_is_at_work(
    tmp_path: Path, options: dict[str, str], *, told: bool
) -> None:
    about = "原文“一般部分按80%计算”没有写明怎样取整。"
    other = "“一般”一词原文没有解释。"
    whole = replace(
        own_scheme(tmp_path, "chosen"),
        office_terms=(about, other),
        remarks=tuple(Remark(where="1", text=text, position=HERE) for text in (about, other)),
    )
    kit = resolve(whole, options)
    expected = (about, other) if told else (other,)
    assert kit.office_terms == expected
    assert tuple(remark.text for remark in kit.remarks) == expected


def test_what_is_said_of_a_part_that_is_gone_goes_with_it(tmp_path: Path) -> None:
    remarks = tuple(
        Remark(where=code, text="原文不清楚。", position=HERE) for code in ("1.1", "1.2", "1.3")
    )
    kit = resolve(
        replace(own_scheme(tmp_path, "chosen"), remarks=remarks), {"行业": "养老", "规模": "大型"}
    )
    assert [remark.where for remark in kit.remarks] == ["1.1", "1.2"]


def test_an_indicator_that_has_parts_keeps_them_whatever_its_criteria_say() -> None:
    scored = Criterion(label="（1）", text="一条。", points=Decimal(30), position=HERE)
    first, *others = CAPPED.indicators
    whole = replace(CAPPED, indicators=(replace(first, criteria=(scored,)), *others))
    assert resolve(whole, {}).indicators == whole.indicators


def test_an_unscored_indicator_gets_no_scored_rows() -> None:
    scored = Criterion(label="（1）", text="一条。", points=Decimal(30), position=HERE)
    shown = replace(CAPPED.indicators[2], criteria=(scored,), unscored=True)
    assert resolve(replace(CAPPED, indicators=(shown,)), {}).indicators == (shown,)


def test_conditions_of_another_kit_are_gone(tmp_path: Path) -> None:
    def asked(code: str, *variant: tuple[str, str]) -> Condition:
        return Condition(code=code, text=code, circumstances=(), position=HERE, variant=variant)

    whole = replace(
        own_scheme(tmp_path, "chosen"),
        eligibility=(asked("E1"), asked("E2", ("行业", "物流"))),
        vetoes=(asked("V1", ("行业", "养老")), asked("V2", ("行业", "一般"))),
    )
    kit = resolve(whole, {"行业": "养老", "规模": "大型"})
    assert [item.code for item in kit.eligibility] == ["E1"]
    assert [item.code for item in kit.vetoes] == ["V1"]


def test_the_kit_says_what_was_chosen_and_leaves_nothing_to_choose(elderly: Scheme) -> None:
    assert elderly.chosen == (("行业", "养老"), ("规模", "大型"))
    assert elderly.choices == ()


def test_the_fingerprint_is_the_files_whatever_was_chosen(tmp_path: Path) -> None:
    whole = own_scheme(tmp_path, "chosen")
    kits = [
        own_kit(tmp_path, "chosen", 行业=trade, 规模=size)
        for trade in ("一般", "养老", "物流")
        for size in ("大型", "小型")
    ]
    assert {kit.fingerprint for kit in kits} == {fingerprint(whole)}


def test_a_scheme_without_choices_keeps_its_tree() -> None:
    kit = resolve(CAPPED, {})
    assert kit.indicators == CAPPED.indicators
    assert kit.fingerprint == fingerprint(CAPPED)
    assert resolve(kit, {}) == kit


def test_scored_criteria_that_do_not_carry_all_points_are_rows_even_when_alone() -> None:
    item = replace(CAPPED.indicators[2].criteria[0], points=Decimal(10), label="（1）")
    whole = replace(
        CAPPED, indicators=(replace(CAPPED.indicators[2], criteria=(item,)),), total=Decimal(30)
    )
    (row,) = resolve(whole, {}).indicators[0].children
    assert (row.code, row.points) == ("3.1", Decimal(10))
