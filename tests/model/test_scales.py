"""Bands and their percents, those of the notice and those an office lays over a direct scale."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.model.fingerprint import fingerprint
from builder.model.resolution import resolve
from builder.model.scales import OFFICE_SCALE, on_maturity_scale, percents, usable_bands
from builder.model.scheme import Scale, Scheme
from tests.kit.samples import CAPPED
from tests.support.own_schemes import own_scheme


def hundredths(scheme: Scheme) -> list[list[int]]:
    return [[int(each * 100) for each in percents(scheme, band)] for band in usable_bands(scheme)]


def test_the_offices_bands_are_the_six_of_the_tradition_in_steps_of_five() -> None:
    assert hundredths(on_maturity_scale(CAPPED)) == [
        [0, 5],
        [10, 15, 20, 25],
        [30, 35, 40, 45],
        [50, 55, 60, 65],
        [70, 75, 80, 85],
        [90, 95, 100],
    ]


def test_the_offices_scale_is_marked_as_its_own_and_not_the_notices() -> None:
    banded = on_maturity_scale(replace(CAPPED, scale_terms=("步长",), office_terms=("合成",)))
    assert banded.scale is Scale.MATURITY
    assert banded.page_note == OFFICE_SCALE
    assert banded.scale_terms == (OFFICE_SCALE,)
    assert banded.office_terms == ("合成",)
    assert "非原文件规定" in OFFICE_SCALE


def test_the_offices_scale_is_no_other_edition() -> None:
    assert on_maturity_scale(CAPPED).fingerprint == fingerprint(CAPPED)
    assert resolve(on_maturity_scale(CAPPED), {}).fingerprint == fingerprint(CAPPED)


def test_a_scheme_that_has_bands_keeps_its_own_and_needs_no_mark(tmp_path: Path) -> None:
    banded = own_scheme(tmp_path, "banded")
    assert on_maturity_scale(banded) is banded
    assert banded.page_note == ""


def test_what_the_notice_leaves_undescribed_is_a_band_that_asks_for_a_reason(
    tmp_path: Path,
) -> None:
    banded = own_scheme(tmp_path, "banded")
    lowest, *others = usable_bands(banded)
    assert lowest.name == "10%以下（须说明理由）"
    assert (lowest.low, lowest.high) == (Decimal(0), Decimal("0.05"))
    assert tuple(others) == banded.bands


def test_the_bands_rise_however_the_scheme_lists_them(tmp_path: Path) -> None:
    banded = own_scheme(tmp_path, "banded")
    turned = replace(banded, bands=banded.bands[::-1])
    assert usable_bands(turned) == usable_bands(banded)


def test_every_percent_from_0_to_100_lies_in_exactly_one_band(tmp_path: Path) -> None:
    listed = [each for band in hundredths(own_scheme(tmp_path, "banded")) for each in band]
    assert listed == list(range(0, 101, 5))
