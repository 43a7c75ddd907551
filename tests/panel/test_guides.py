"""The first sheet of a review and of a consensus: what was answered, beside what was asked."""

from dataclasses import replace

import pytest

from builder.book.book_plan import BookPlan
from builder.kit.reminders import all_reminders, warnings
from builder.model.office import Office
from builder.model.panel.material import Declared, Material
from builder.model.panel.rules import PanelRules
from builder.panel.consensus.consensus_book import plan_consensus
from builder.panel.review.review_book import plan_review
from tests.panel.test_layouts import applicant, opinions
from tests.support.workbooks import SUIHUA, WUHAN, XINHUI, shipped_scheme

KITS = (SUIHUA, XINHUI, WUHAN)


def answered(kit: str) -> Material:
    """An applicant that answered the first question about each condition."""
    scheme = shipped_scheme(kit)
    return replace(
        applicant(kit),
        declarations=tuple(
            Declared(condition=condition.code, asked="逐项所问", answer="符合")
            for condition in (*scheme.eligibility, *scheme.vetoes)
        ),
    )


def first_words(book: BookPlan) -> list[str]:
    """Every text of the first sheet."""
    return [cell.content for cell in book.sheets[0].cells if isinstance(cell.content, str)]


def guides(kit: str) -> tuple[list[str], list[str]]:
    """What a reviewer and what a panel reads first."""
    scheme, material = shipped_scheme(kit), answered(kit)
    review = plan_review(scheme, Office(), material, "R1", "review/1/R1-C01")
    given = opinions(kit, 2)
    joined = plan_consensus(
        scheme, Office(), material, given, ["", ""], PanelRules(), "consensus/1/C01"
    )
    return first_words(review), first_words(joined.book)


@pytest.mark.parametrize("kit", KITS)
def test_every_condition_stands_in_the_words_of_the_notice_beside_its_answer(kit: str) -> None:
    scheme = shipped_scheme(kit)
    for words in guides(kit):
        for condition in (*scheme.eligibility, *scheme.vetoes):
            assert f"{condition.text}\n逐项所问：符合" in words
            assert condition.code in words


@pytest.mark.parametrize("kit", KITS)
def test_what_the_notice_leaves_open_is_told_to_reviewers_and_panel_alike(kit: str) -> None:
    scheme = shipped_scheme(kit)
    for words in guides(kit):
        for reminder in all_reminders(scheme):
            told = reminder.line if reminder in warnings(scheme) else reminder.text
            assert told in words
