"""Which band a cell of the notice speaks of."""

from decimal import Decimal

import pytest

from builder.model.descriptors import descriptions, lists_band
from builder.model.official import DescriptorRow, DescriptorTable, Position
from builder.model.scheme import Band

HERE = Position(path="方案.md", line=1)
STEP = Decimal("0.05")


def band(low: str, high: str) -> Band:
    """A band between two fractions."""
    return Band(name="档", low=Decimal(low), high=Decimal(high))


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("10%, 15%, 20%或25%", "0.1", "0.25"),
        ("10％，15％，20％或 25％", "0.1", "0.25"),
        ("10%至25%", "0.1", "0.25"),
        ("10-25%", "0.1", "0.25"),
        ("10%~25%", "0.1", "0.25"),
        ("100%", "1", "1"),
        ("10%以下", "0", "0.05"),
        ("90%以上", "0.9", "1"),
    ],
)
def test_a_text_lists_a_band_by_its_steps_or_by_its_ends(printed: str, low: str, high: str) -> None:
    assert lists_band(printed, band(low, high), STEP)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("10%, 20%或25%", "0.1", "0.25"),
        ("10%, 15%, 20%或25%", "0.1", "0.2"),
        ("10%至25%", "0.1", "0.3"),
        ("10%以下", "0.05", "0.1"),
        ("优秀", "0.9", "1"),
    ],
)
def test_a_text_that_lists_other_percents_or_misses_a_step_is_of_another_band(
    printed: str, low: str, high: str
) -> None:
    assert not lists_band(printed, band(low, high), STEP)


def test_without_a_step_in_percents_the_ends_of_what_is_listed_count() -> None:
    assert lists_band("10%, 20%或25%", band("0.1", "0.25"), None)
    assert not lists_band("10%, 20%或25%", band("0.1", "0.3"), None)


def test_rows_or_columns_are_read_whichever_list_percents_and_other_tables_say_nothing() -> None:
    def told(header: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        table = DescriptorTable(
            header=header,
            rows=tuple(DescriptorRow(cells=cells, position=HERE) for cells in rows),
            position=HERE,
        )
        return [(one.printed, one.words) for one in descriptions(table)]

    assert told(("分数", "描述"), ("5%", "甲"), ("10%", "乙")) == [
        ("5%", ("甲",)),
        ("10%", ("乙",)),
    ]
    assert told(("要点", "5%", "10%"), ("丙", "甲", "乙")) == [("5%", ("甲",)), ("10%", ("乙",))]
    assert told(("条目", "分值"), ("5.2 领导", "180")) == []
