"""A call imports what it needs and nothing else: half of a short call goes into importing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.kit.kit_plan import KitPlan
from builder.kit.planning import NO_OFFICE, plan_workbook
from builder.model.office import Office
from builder.model.scheme import Scheme
from builder.pipeline import kit, kits_of_scheme
from builder.pipeline.kit_names import KitPart
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan

_TELL = """
import sys
from builder.cli.main import root
root.main({words!r}, standalone_mode=False)
print("==", *sorted(sys.modules), sep="\\n")
"""
# Where lines are counted, the counter imports what it needs in every process; that is not ours.
_UNCOUNTED = {
    name: said
    for name, said in os.environ.items()
    if not name.startswith("COV_") and not name.startswith("COVERAGE_")
}


def imported(*words: str) -> set[str]:
    """The modules that a call of the command line has imported in the end."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL.format(words=list(words))],
        capture_output=True,
        text=True,
        check=True,
        env=_UNCOUNTED,
    )
    return set(done.stdout.rpartition("==\n")[2].split())


def test_help_imports_no_command() -> None:
    modules = imported("--help")
    assert not [name for name in modules if name.startswith(("builder.pipeline", "builder.kit"))]


@pytest.mark.parametrize(
    "name",
    ["docx", "docxtpl", "lxml", "jinja2", "openpyxl", "multiprocessing", "importlib.metadata"],
)
def test_verifying_a_workbook_imports_no_library_of_other_work(tmp_path: Path, name: str) -> None:
    assert name not in verified(tmp_path)


@pytest.mark.parametrize("room", ["verify.word", "verify.cross", "panel", "letters", "overview"])
def test_verifying_a_workbook_enters_no_room_of_other_work(tmp_path: Path, room: str) -> None:
    inside = [one for one in verified(tmp_path) if f"{one}.".startswith(f"builder.{room}.")]
    assert inside == []


def verified(folder: Path) -> set[str]:
    path = folder / "自评打分表.xlsx"
    path.write_bytes(filled_bytes(shipped_plan(PENGJIANG), {}))
    return imported("verify", str(path))


def test_a_kit_is_planned_once_however_much_is_asked_of_its_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned: list[str] = []

    def counted(scheme: Scheme, office: Office = NO_OFFICE) -> KitPlan:
        planned.append(scheme.id)
        return plan_workbook(scheme, office)

    for module in (kit, kits_of_scheme):
        monkeypatch.setattr(module, "plan_workbook", counted)
    assert len(kit.build_kit(PENGJIANG, tmp_path, KitPart.XLSX).paths) == 1
    assert planned == [PENGJIANG]
