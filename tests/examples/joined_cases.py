"""The cases of the examples whose parts are joined by rules, and the workbooks they make."""

from functools import cache
from pathlib import Path

from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.load.library import shipped_folder
from builder.model.verdict import Verdict
from builder.pipeline.choosing import Wanted
from builder.pipeline.kits_of_scheme import open_kits
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.verify import Verifier
from tests.golden.case import Case
from tests.golden.completed import answers_of
from tests.support.workbooks import filled_bytes

JOINED = (
    "lizi-lvse-gongchang",
    "lizi-gonggong-zuzhi",
    "lizi-zhineng-zhizao",
    "lizi-yiyuan-pingshen",
    "lizi-wuliu-pinggu",
)
FOLDER = Path(__file__).parent
CASES = tuple(
    Case.read(path) for name in JOINED for path in sorted((FOLDER / name).glob("*.yaml"))
)


def example(name: str) -> Path:
    """The file of an example's scheme."""
    return shipped_folder("schemes") / "examples" / f"{name}.md"


def plan_of(case: Case) -> KitPlan:
    """The plan of the kit that was filled in."""
    return _plan(case.scheme, tuple(case.choice.items()))


@cache
def _plan(scheme: str, choice: tuple[tuple[str, str], ...]) -> KitPlan:
    opened = open_kits(str(example(scheme)), Wanted(options=dict(choice)))
    assert opened.kits, opened.findings
    return plan_workbook(opened.kits[0])


@cache
def verifier(scheme: str) -> Verifier:
    """Who verifies the workbooks of an example."""
    return Verifier(own_schemes((example(scheme),))[0])


def verdict_of(case: Case, folder: Path) -> Verdict:
    """The verdict on the case's file, written to ``folder``."""
    plan = plan_of(case)
    path = folder / "returned.xlsx"
    path.write_bytes(filled_bytes(plan, answers_of(case, plan)))
    return verifier(case.scheme).verify(path)
