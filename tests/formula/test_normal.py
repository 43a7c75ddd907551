"""Which differences between formula texts are a program's habit and which are a change."""

import pytest

from builder.formula.normal import normal_formula


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("SUM('证据清单'!B4:B9)", "SUM(证据清单!B4:B9)"),
        ("SUM(A1,B1)", "sum( A1, B1 )"),
        ('IF(A1,TRUE,"x")', 'IF(A1,TRUE(),"x")'),
        ("IFNA(A1,FALSE)", "_xlfn.IFNA(A1,FALSE())"),
        ("'Tom''s'!A1", "'Tom''s'!a1"),
        ("'Sheet1'!A1", "sheet1!A1"),
        ("_XLWS.SORT(A1)", "sort(A1)"),
        ("SUM(A1)", "SUM(\n  A1)"),
    ],
)
def test_what_programs_change_on_saving_is_no_difference(ours: str, theirs: str) -> None:
    assert normal_formula(ours) == normal_formula(theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("SUM(A1:A9)", "SUM(A1:A8)"),
        ("MIN(A1,SUM(B1))", "MAX(A1,SUM(B1))"),
        ("MIN(100,A1)", "MIN(1000,A1)"),
        ("'证据清单'!B4", "'证据清单2'!B4"),
        ('COUNTIF(A1:A9,"完成")', 'COUNTIF(A1:A9,"未评")'),
        ('"a b"', '"ab"'),
        ('"OK"', '"ok"'),
        ('"TRUE()"', '"TRUE"'),
        ("A1+B1", "A1-B1"),
        ("SUM(A1)", "SUM(A1)+0"),
        ("SUM(A1)", "SUM($A$1)"),
    ],
)
def test_a_change_of_meaning_stays_a_difference(ours: str, theirs: str) -> None:
    assert normal_formula(ours) != normal_formula(theirs)


def test_an_apostrophe_inside_a_text_starts_no_sheet_name() -> None:
    assert normal_formula('"it\'s"&"a b\'"') == '"it\'s"&"a b\'"'
