"""What changed is said in full: letter by letter, and nothing in silence."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.editions.change import Aspect
from builder.editions.comparison import Comparison, compare
from builder.editions.wording import Edit, marked, without
from builder.kit.applicant_fields import DEFAULT_FIELDS
from builder.model.official import Parts
from builder.model.scheme import Band, Better, Choice, Metric, Scheme, Threshold
from tests.support.workbooks import MINHANG, PENGJIANG, SCHEME_IDS, whole_scheme

WORDS = st.text(alphabet="质量如何，。；\n0１ab（）组织", max_size=60)


def compared(old: Scheme, new: Scheme) -> Comparison:
    return compare(old, new, (DEFAULT_FIELDS, DEFAULT_FIELDS))


def aspects(old: Scheme, new: Scheme) -> list[Aspect]:
    comparison = compared(old, new)
    return [
        *(change.aspect for one in comparison.indicators for change in one.changes),
        *(change.aspect for change in comparison.others),
    ]


@given(old=WORDS, new=WORDS)
def test_marked_letters_give_both_wordings_back(old: str, new: str) -> None:
    runs = marked(old, new)
    assert without(runs, Edit.INSERTED) == old
    assert without(runs, Edit.DELETED) == new
    assert all(run.text for run in runs)


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_nothing_changed_in_the_same_edition(scheme_id: str) -> None:
    scheme = whole_scheme(scheme_id)
    assert aspects(scheme, scheme) == []


OLD = whole_scheme(PENGJIANG)
METRIC = OLD.metrics[1]
HEAD = OLD.indicators[0]
CHANGED: dict[str, tuple[Scheme, Aspect]] = {
    "title": (replace(OLD, title="另一标题"), Aspect.TITLE),
    "source": (replace(OLD, source="附件3"), Aspect.SOURCE),
    "total": (replace(OLD, total=Decimal(900)), Aspect.TOTAL),
    "step": (replace(OLD, step=Decimal(1)), Aspect.SCALE),
    "band": (
        replace(OLD, bands=(Band(name="甲", low=Decimal(0), high=Decimal(1)),)),
        Aspect.BAND,
    ),
    "choice": (
        replace(OLD, choices=(Choice(name="行业", position=OLD.position, options=("甲", "乙")),)),
        Aspect.CHOICE,
    ),
    "metric": (
        replace(
            OLD,
            metrics=(*OLD.metrics[:1], replace(METRIC, better=Better.UP), *OLD.metrics[2:]),
        ),
        Aspect.METRIC,
    ),
    "threshold": (
        replace(OLD, threshold=Threshold(points=Decimal(600), wording="建议")),
        Aspect.THRESHOLD,
    ),
    "eligibility": (
        replace(OLD, eligibility=whole_scheme("suihua-mayor").eligibility),
        Aspect.ELIGIBILITY,
    ),
    "vetoes": (replace(OLD, vetoes=whole_scheme("suihua-mayor").vetoes), Aspect.VETO),
    "sections": (replace(OLD, sections=whole_scheme(MINHANG).sections), Aspect.SECTION),
    "rule of an indicator": (
        replace(OLD, indicators=(replace(HEAD, unscored=True), *OLD.indicators[1:])),
        Aspect.RULE,
    ),
    "how criteria count": (
        replace(OLD, indicators=(replace(HEAD, parts=Parts.SUM), *OLD.indicators[1:])),
        Aspect.RULE,
    ),
    "what nobody has words for": (replace(OLD, markup=True), Aspect.OTHER),
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_change_is_told_under_what_it_is(what: str) -> None:
    new, aspect = CHANGED[what]
    assert set(aspects(OLD, new)) == {aspect}


def test_figures_of_a_renumbered_indicator_are_the_same_figures() -> None:
    def renumbered(scheme: Scheme) -> Scheme:
        roots = tuple(
            replace(
                root,
                code=f"9{root.code}",
                children=tuple(replace(one, code=f"9{one.code}") for one in root.children),
            )
            for root in scheme.indicators
        )
        metrics = tuple(replace(one, indicator=f"9{one.indicator}") for one in scheme.metrics)
        return replace(scheme, indicators=roots, metrics=metrics)

    assert Aspect.METRIC not in aspects(OLD, renumbered(OLD))
    lost = replace(OLD, metrics=OLD.metrics[1:])
    (change,) = (one for one in compared(OLD, lost).others if one.aspect is Aspect.METRIC)
    assert (change.word, change.new) == ("取消", "")
    assert isinstance(OLD.metrics[0], Metric)
