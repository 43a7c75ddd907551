"""The code of a field is what its program puts together, however it is written."""

import pytest

from builder.ooxml.field_codes import field_codes
from builder.ooxml.namespaces import WORD
from builder.ooxml.whole_tree import own_tree

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def said(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("runs", "codes"),
    [
        (BEGIN + code("PAGE") + SEPARATE + said("3") + END, ["PAGE"]),
        (BEGIN + code("PA") + code("GE") + END, ["PAGE"]),
        ('<w:fldSimple w:instr="PAGE"/>', ["PAGE"]),
        (code("PAGE"), ["PAGE"]),
        (said("PAGE") + BEGIN + code("A") + SEPARATE + said("B") + END + said("C"), ["A"]),
        # What the inner field gives is a part of the outer one's code, what follows it as well.
        (
            BEGIN + BEGIN + code("QUOTE") + SEPARATE + said("DD") + END + code("E cmd") + END,
            ["QUOTE", "DDE cmd"],
        ),
        (BEGIN + code("IF") + SEPARATE + BEGIN + code("PAGE") + END + END, ["IF", "PAGE"]),
        (END + SEPARATE + BEGIN + code("A"), []),
    ],
)
def test_the_code_of_every_field_is_whole(runs: str, codes: list[str]) -> None:
    assert list(field_codes(own_tree(f'<w:p xmlns:w="{WORD[0]}">{runs}</w:p>'))) == codes
