"""The cases of the examples whose parts are joined by rules, and the workbooks they make."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from builder.book.naming import indicator_name
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


def _with_options(case: Case) -> Case:
    """The case with the whole text of every option that it names by its letter or its name.

    A row of evidence is added for each, as there is for every score above 0.
    """
    named = {
        code: said
        for (kind, code), said in case.answers.items()
        if kind == "score" and isinstance(said, str)
    }
    if not named:
        return case
    plan = plan_of(case)
    inputs = {item.name: item for item in plan.inputs}
    chosen = {
        code: next(
            one
            for one in inputs[indicator_name("answer", code)].allowed.options
            if one.startswith(said)
        )
        for code, said in named.items()
    }
    labels = {leaf.code: leaf.label for leaf in plan.leaves}
    worthless = re.compile("（0分）$")
    return replace(
        case,
        answers={
            **{key: said for key, said in case.answers.items() if key[0] != "score"},
            **{("answer", code): said for code, said in chosen.items()},
        },
        more_evidence=tuple(
            {"indicator": labels[code], "name": f"{labels[code]}证明材料"}
            for code, said in chosen.items()
            if worthless.search(said) is None
        ),
    )


def verdict_of(case: Case, folder: Path) -> Verdict:
    """The verdict on the case's file, written to ``folder``."""
    plan = plan_of(case)
    path = folder / "returned.xlsx"
    path.write_bytes(filled_bytes(plan, answers_of(case, plan)))
    return verifier(case.scheme).verify(path)


CASES = tuple(
    _with_options(Case.read(path))
    for name in JOINED
    for path in sorted((FOLDER / name).glob("*.yaml"))
)
