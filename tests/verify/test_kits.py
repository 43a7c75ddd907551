"""A kit of one choice is verified as that choice, and as no other."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.book.evaluation import Evaluation
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import plan_workbook
from builder.model.identity import Identity
from builder.model.scheme import Scale, Scheme
from builder.model.verdict import Status, Verdict
from builder.pipeline.choosing import Wanted, every_kit, kits_of
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.verify import Verifier, wanted_kit
from tests.support.answers import complete_answers
from tests.support.own_schemes import OWN, own_scheme
from tests.support.workbooks import (
    MINHANG,
    PROVED_KITS,
    filled_bytes,
    kits_named,
    shipped_plan,
    write_filled,
)
from tests.verify.judged import judged, told
from tests.verify.test_identity_faults import declared


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_a_well_filled_kit_comes_back_clean_with_its_score(tmp_path: Path, kit: str) -> None:
    plan = shipped_plan(kit)
    answers = complete_answers(plan)
    verdict = judged(tmp_path, filled_bytes(plan, answers))
    assert told(verdict) == []
    assert verdict.score is not None
    assert verdict.score.total == Evaluation(plan, answers).points(plan.total)
    assert set(verdict.score.by_indicator) >= {leaf.code for leaf in plan.leaves}


def verified(folder: Path, scheme: Scheme, plan: KitPlan) -> Verdict:
    path = write_filled(folder / "表.xlsx", plan, complete_answers(plan))
    return Verifier(own_schemes((folder / f"{scheme.id}.md",))[0]).verify(path)


@pytest.mark.parametrize("scheme_id", list(OWN))
@pytest.mark.parametrize("scale", [None, Scale.MATURITY])
def test_every_kit_of_an_offices_own_scheme_is_known_again(
    tmp_path: Path, scheme_id: str, scale: Scale | None
) -> None:
    scheme = own_scheme(tmp_path, scheme_id)
    kits, findings = kits_of(scheme, Wanted(every=True, scale=scale))
    assert findings == ()
    for kit in kits:
        plan = plan_workbook(kit)
        verdict = verified(tmp_path, scheme, plan)
        assert (told(verdict), verdict.status) == ([], Status.CLEAN)
        assert verdict.score is not None
        assert verdict.score.maximum == plan.maximum


def test_one_file_after_another_is_verified_as_its_own_kit(tmp_path: Path) -> None:
    verifier = Verifier()
    for kit in (*kits_named(MINHANG), *kits_named(MINHANG)):
        plan = shipped_plan(kit)
        path = write_filled(tmp_path / "表.xlsx", plan, complete_answers(plan))
        verdict = verifier.verify(path)
        assert told(verdict) == []
        assert verdict.score is not None
        assert {leaf.code for leaf in plan.leaves} <= set(verdict.score.by_indicator)


@pytest.mark.parametrize(
    "changed",
    [
        {"choice": "行业=渔业；规模=大型"},
        {"choice": "行业=一般"},
        {"choice": "地区=东；规模=大型"},
        {"choice": "x"},
        {"choice": ""},
        {"scale": "stars"},
    ],
)
def test_a_kit_the_scheme_does_not_have_cannot_be_verified(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    scheme = own_scheme(tmp_path, "chosen")
    plan = plan_workbook(every_kit(scheme)[0])
    identity = replace(plan.identity, **changed)
    verdict = verified(tmp_path, scheme, declared(plan, identity))
    assert told(verdict) == ["QA305"]
    assert verdict.status is Status.UNREADABLE
    assert verdict.score is None


def test_a_file_that_says_it_is_another_kit_of_the_scheme_is_held_against_what_it_is_like(
    tmp_path: Path,
) -> None:
    scheme = own_scheme(tmp_path, "chosen")
    first, second, *_ = map(plan_workbook, every_kit(scheme))
    verdict = verified(tmp_path, scheme, declared(first, second.identity))
    assert verdict.status is Status.FINDINGS
    assert told(verdict) == ["QA304 _标识"]


def identity(choice: str, scale: str = "direct") -> Identity:
    return Identity(
        scheme="s", edition="e", fingerprint="f", layout="1", choice=choice, scale=scale
    )


def test_the_identity_asks_for_the_kit_it_was_built_as() -> None:
    wanted = wanted_kit(identity("行业=养老；规模=大型", "maturity"))
    assert wanted == Wanted(options={"行业": "养老", "规模": "大型"}, scale=Scale.MATURITY)
    assert wanted_kit(identity("")) == Wanted(options={}, scale=Scale.DIRECT)
    assert wanted_kit(identity("", "stars")) is None
