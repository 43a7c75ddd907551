"""Formulas are written in words wherever they are written."""

import re
from pathlib import Path

import builder

_SPELLED_OUT = re.compile(r"\b(?:Function|Operator)\.[A-Z]|\b(?:Call|Operation|Literal)\([a-z_]+=")


def test_no_room_but_that_of_formulas_spells_an_expression_out() -> None:
    package = Path(builder.__file__).parent
    spelled = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in sorted(package.rglob("*.py"))
        if not path.is_relative_to(package / "formula")
        for line in path.read_text(encoding="utf-8").splitlines()
        if _SPELLED_OUT.search(line)
    ]
    assert spelled == []
