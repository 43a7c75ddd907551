"""Shared formulas move their relative references and nothing else."""

import pytest

from builder.read.shared_formula import SharedFormula


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("A1", "B3"),
        ("$A1+A$1+$A$1", "$A3+B$1+$A$1"),
        ("SUM(B2:C9)", "SUM(C4:D11)"),
        ("A:B+$A:B", "B:C+$A:C"),
        ("1:3+$1:3", "3:5+$1:5"),
        ("'A1'!B2", "'A1'!C4"),
        ("'张''A1'!B2", "'张''A1'!C4"),
        ("分档!B2", "分档!C4"),
        ('IF(A1="A1","A1""B2",B2)', 'IF(B3="A1","A1""B2",C4)'),
        ("LOG10(A1)", "LOG10(B3)"),
        ("ATAN2(A1,B1)", "ATAN2(B3,C3)"),
        ("qa_A1+qa.A1+A1_x+甲A1+A1b", "qa_A1+qa.A1+A1_x+甲A1+A1b"),
        ("Table1[[#This Row],[A1]]+A1", "Table1[[#This Row],[A1]]+B3"),
        ("[1]Sheet1!A1", "[1]Sheet1!B3"),
        ("1E5+2.5*A1%", "1E5+2.5*B3%"),
        ("#REF!+A1", "#REF!+B3"),
        ("XFE1+ABCD1+A1048577+A0", "XFE1+ABCD1+A1048577+A0"),
        ("XFD1", "#REF!"),
        ("a1", "B3"),
        ("TRUE", "TRUE"),
        ("", ""),
    ],
)
def test_only_relative_references_move(text: str, moved: str) -> None:
    assert SharedFormula(text, 1, 1).at(3, 2) == moved


def test_a_reference_that_leaves_the_grid_is_lost() -> None:
    assert SharedFormula("A1+B5", 5, 2).at(4, 1) == "#REF!+A4"


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("A1+$B$2+C$3+$D4", "A3+$B$2+C$3+$D6"),
        ("100%*A1%", "100%*A3%"),
        ('IF(A1="5%d",A:A,1:3)', 'IF(A3="5%d",A:A,3:5)'),
        ("A1048574", "A1048576"),
        ("A1048575+a1", "#REF!+A3"),
    ],
)
def test_rows_under_the_first_move_down_alone(text: str, moved: str) -> None:
    assert SharedFormula(text, 1, 1).at(3, 1) == moved


def test_the_first_cell_has_the_formula_as_it_is_written() -> None:
    assert SharedFormula("SUM($A1:B$2)", 7, 7).at(7, 7) == "SUM($A1:B$2)"
