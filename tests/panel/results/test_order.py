"""Places, gates and categories, worked by hand."""

from dataclasses import replace
from decimal import Decimal

from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Category, Gate
from builder.panel.results.order import by_material, crowded, ranked
from tests.support.records import outcome


def test_each_category_has_its_own_places_and_lines() -> None:
    rules = PanelRules(
        places=1,
        line=Decimal(300),
        categories=(Category(category="小微", places=2, line=Decimal(100)),),
    )
    outcomes = [
        outcome("C01", "450", "大型"),
        outcome("C02", "460", "大型"),
        outcome("C03", "120", "小微"),
        outcome("C04", "90", "小微"),
        outcome("C05", "130", "小微"),
    ]
    assert [(one.applicant, one.place, one.shortlisted) for one in ranked(outcomes, rules)] == [
        ("C02", 1, True),
        ("C01", 2, False),
        ("C05", 1, True),
        ("C03", 2, True),
        ("C04", 3, False),
    ]


def test_what_was_chosen_for_a_kit_names_a_category_too() -> None:
    one = replace(outcome("C01", "10"), kit="某奖　行业=养老；单项=创新", category="小微")
    assert one.categories == ("小微", "行业=养老；单项=创新", "养老", "创新")
    assert one.group == "某奖　行业=养老；单项=创新　小微"


def test_equals_at_the_last_place_are_more_than_there_are_places() -> None:
    rules = PanelRules(places=2)
    outcomes = [outcome("C01", "9"), outcome("C02", "8"), outcome("C03", "8"), outcome("C04", "7")]
    found = ranked(outcomes, rules)
    assert [one.place for one in found] == [1, 2, 2, 4]
    assert [one.shortlisted for one in found] == [True, True, True, False]
    assert crowded((one.place for one in found if one.shortlisted), 2) == 3
    assert crowded((1, 2), 2) == 0
    assert crowded((1, 2), None) == 0


def test_the_material_alone_decides_who_is_visited() -> None:
    gate = Gate(line=Decimal(100), places=2)
    outcomes = [
        replace(outcome("C01", "0"), material=Decimal(150)),
        replace(outcome("C02", "0"), material=Decimal(140)),
        replace(outcome("C03", "0"), material=Decimal(140)),
        replace(outcome("C04", "0"), material=Decimal(99)),
    ]
    found = by_material(outcomes, gate, PanelRules())
    assert {one.applicant: one.out for one in found} == {
        "C01": False,
        "C02": False,
        "C03": False,
        "C04": True,
    }


def test_who_is_not_visited_has_no_place() -> None:
    outcomes = [replace(outcome("C01", "400"), out=True), outcome("C02", "200")]
    found = ranked(outcomes, PanelRules(places=3))
    assert [(one.applicant, one.place, one.shortlisted) for one in found] == [
        ("C02", 1, True),
        ("C01", 0, False),
    ]
