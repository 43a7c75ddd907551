"""Planned workbooks of the shipped schemes, and files filled in from them.

A kit is named by the words that ask for it: a scheme's id, and after it what was chosen, as in
``minhang-innovation 单项=研发创新``, or ``maturity`` for the bands an office may lay over a direct
scale. The id alone is the scheme's first kit.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.load.library import shipped_examples, shipped_folder, shipped_schemes
from builder.load.scheme_file import load_scheme
from builder.model.scheme import Choice, Scale, Scheme
from builder.pipeline.choosing import Wanted, kits_of
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import read_look, workbook_bytes

EXAMPLE_IDS = tuple(path.stem for path in shipped_examples())
SCHEME_IDS = tuple(path.stem for path in shipped_schemes())
XINHUI, PENGJIANG = "xinhui-service", "pengjiang-manufacturing"
MINHANG, SUIHUA = "minhang-innovation", "suihua-mayor"
WUHAN, WUHAN_INDIVIDUAL = "wuhan-manufacturing", "wuhan-individual"


@cache
def whole_scheme(scheme_id: str) -> Scheme:
    """A scheme that comes with the program, before anything was chosen."""
    folder = "schemes/examples" if scheme_id in EXAMPLE_IDS else "schemes"
    scheme = load_scheme(shipped_folder(folder) / f"{scheme_id}.md").scheme
    assert scheme is not None
    return scheme


@cache
def shipped_scheme(kit: str) -> Scheme:
    """The scheme of a kit, resolved."""
    scheme_id, *words = kit.split()
    scheme = whole_scheme(scheme_id)
    first = {choice.name: choice.default or choice.options[0] for choice in scheme.choices}
    scale = Scale.MATURITY if Scale.MATURITY.value in words else None
    told = dict(word.split("=") for word in words if "=" in word)
    (resolved,), findings = kits_of(scheme, Wanted(options=first | told, scale=scale))
    assert findings == ()
    return resolved


@cache
def shipped_plan(kit: str) -> KitPlan:
    """The planned workbook of a kit."""
    return plan_workbook(shipped_scheme(kit))


def kits_named(scheme_id: str) -> tuple[str, ...]:
    """Every kit of a scheme, one for each combination of its options."""
    choices = whole_scheme(scheme_id).choices
    return tuple(" ".join((scheme_id, *pairs)) for pairs in product(*map(_pairs, choices)))


def _pairs(choice: Choice) -> tuple[str, ...]:
    return tuple(f"{choice.name}={option}" for option in choice.options)


def is_banded(kit: str) -> bool:
    """Whether a kit is scored by band and percent."""
    return shipped_scheme(kit).scale is Scale.MATURITY


def asking_words(kit: str) -> tuple[str, ...]:
    """The words after ``builder build`` that ask for a kit."""
    scheme = shipped_scheme(kit)
    chosen = (("--choice", f"{name}={option}") for name, option in scheme.chosen)
    scaled = scheme.scale is not whole_scheme(scheme.id).scale
    scale = ("--scale", scheme.scale.value) if scaled else ()
    return (scheme.id, *(word for pair in chosen for word in pair), *scale)


OFFICE_BANDED = f"{PENGJIANG} maturity"
KITS = (*(kit for scheme_id in SCHEME_IDS for kit in kits_named(scheme_id)), OFFICE_BANDED)
# One kit of every scheme is asked in every run, the others where all is to be proved.
PROVED_KITS = (
    *(
        kit if place == 0 else pytest.param(kit, marks=pytest.mark.proof)
        for scheme_id in SCHEME_IDS
        for place, kit in enumerate(kits_named(scheme_id))
    ),
    OFFICE_BANDED,
)
# One award of each kind of table in every run: direct, with choices, in bands.
ASKED = (PENGJIANG, MINHANG, WUHAN)
PROVED_IDS = tuple(
    scheme_id if scheme_id in ASKED else pytest.param(scheme_id, marks=pytest.mark.proof)
    for scheme_id in SCHEME_IDS
)
DIRECT_IDS = tuple(scheme_id for scheme_id in SCHEME_IDS if not is_banded(scheme_id))
PROVED_DIRECT_IDS = tuple(
    scheme_id if scheme_id in ASKED else pytest.param(scheme_id, marks=pytest.mark.proof)
    for scheme_id in DIRECT_IDS
)
# The first kit of each of these in every run, all kits where all is to be proved.
ASKED_KITS = (
    *(
        kit if place == 0 and scheme_id in ASKED else pytest.param(kit, marks=pytest.mark.proof)
        for scheme_id in SCHEME_IDS
        for place, kit in enumerate(kits_named(scheme_id))
    ),
    pytest.param(OFFICE_BANDED, marks=pytest.mark.proof),
)
BANDED_IDS = tuple(scheme_id for scheme_id in SCHEME_IDS if is_banded(scheme_id))


@cache
def shipped_look() -> Look:
    """The look of the workbook template that comes with the program."""
    look = read_look(shipped_folder("templates") / "xlsx" / "kit.xlsx")
    assert not isinstance(look, Finding)
    return look


def filled_bytes(plan: KitPlan, answers: Mapping[str, Value]) -> bytes:
    """The workbook file with ``answers`` by input name filled in, as a program saves it."""
    return workbook_bytes(plan, shipped_look(), answers)


def write_filled(path: Path, plan: KitPlan, answers: Mapping[str, Value]) -> Path:
    """The workbook file at ``path``, filled in."""
    path.write_bytes(filled_bytes(plan, answers))
    return path
