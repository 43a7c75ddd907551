"""Every fault sown into what joins scores is told as its own, where it stands."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.formula.address import cell_address
from tests.examples.joined_cases import verifier
from tests.examples.sown_joins import FILES, KINDS, Sown, files_of


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_fault_is_told_as_its_own_where_it_stands(
    kind: Callable[[], Iterator[Sown]], tmp_path: Path
) -> None:
    files = files_of(kind)
    assert len(files) == FILES
    missed = {}
    for sown in files:
        path = tmp_path / "returned.xlsx"
        path.write_bytes(sown.make())
        found = verifier(sown.case.scheme).verify(path).findings
        told = [(one.code, one.place.sheet, one.place.cell) for one in found]
        where = cell_address(sown.cell.row, sown.cell.column)
        if told != [(sown.code, sown.cell.sheet, where)]:
            missed[f"{sown.case.name} {where}"] = told
    assert missed == {}
