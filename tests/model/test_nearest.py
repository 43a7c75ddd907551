"""The known word a person meant."""

import pytest

from builder.model.nearest import nearest


@pytest.mark.parametrize("known", [("不累加", "不计分"), ("不计分", "不累加")])
def test_of_words_equally_near_the_one_that_reads_alike_is_meant(known: tuple[str, ...]) -> None:
    assert nearest("不累计", known) == "不累加"
