"""The fingerprint tells two editions apart and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model.fingerprint import fingerprint
from builder.model.official import Position
from builder.model.scheme import Discrepancy, Scheme
from tests.kit.samples import CAPPED, HERE, node, scheme
from tests.support.workbooks import SCHEME_IDS, shipped_scheme

ONE_ROOT = scheme(node("1", "领导", 100))


def test_it_is_sixteen_hexadecimal_digits() -> None:
    assert len(fingerprint(CAPPED)) == 16
    assert int(fingerprint(CAPPED), 16) >= 0


def test_where_a_line_stands_in_the_file_does_not_count() -> None:
    moved = replace(node("1", "领导", 100), position=Position(path="别处.md", line=99))
    assert fingerprint(scheme(moved)) == fingerprint(ONE_ROOT)


def test_how_a_number_is_spelt_does_not_count() -> None:
    assert fingerprint(replace(CAPPED, total=Decimal("1E+2"))) == fingerprint(CAPPED)


@pytest.mark.parametrize(
    "changed",
    [
        replace(ONE_ROOT, total=Decimal(101)),
        replace(ONE_ROOT, edition="第2版"),
        replace(ONE_ROOT, step=Decimal(1)),
        replace(ONE_ROOT, office_terms=("得分取整。",)),
        scheme(node("1", "领导", 99)),
        scheme(node("1", "领　导", 100)),
        scheme(node("1", "领导", 100, text="如何领导？")),
        scheme(node("1", "领导", 50), node("2", "领导", 50)),
        replace(
            ONE_ROOT,
            discrepancies=(
                Discrepancy(
                    where="total",
                    stated=Decimal(100),
                    actual=Decimal(95),
                    treatment="按95分计。",
                    position=HERE,
                ),
            ),
        ),
    ],
)
def test_every_change_of_content_counts(changed: Scheme) -> None:
    assert fingerprint(changed) != fingerprint(ONE_ROOT)


def test_the_shipped_schemes_have_fingerprints_of_their_own() -> None:
    prints = {fingerprint(shipped_scheme(scheme_id)) for scheme_id in SCHEME_IDS}
    assert len(prints) == len(SCHEME_IDS)
