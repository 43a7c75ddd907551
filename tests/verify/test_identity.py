"""What a file says of itself is read from its places, and from nothing that only looks like one."""

import pytest

from builder.kit.sheet_names import IDENTITY_NAME
from builder.model.returned import ReturnedWorkbook
from builder.verify.identity import read_identity


@pytest.mark.parametrize("text", ['"一|二|三|四|五|六', '一|二|三|四|五|六"', "一|二|三|四|五|六"])
def test_a_name_that_holds_no_whole_text_says_nothing(text: str) -> None:
    assert read_identity(ReturnedWorkbook(sheets=(), names={IDENTITY_NAME: text})) is None


def test_a_name_that_holds_a_text_says_what_the_file_is() -> None:
    whole = ReturnedWorkbook(sheets=(), names={IDENTITY_NAME: '"一|二|三|四|五|六"'})
    said = read_identity(whole)
    assert said is not None
    assert said.values[:3] == ("一", "二", "三")
