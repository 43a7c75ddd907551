"""No honest workbook is blamed, by whatever route it comes back."""

from itertools import islice
from pathlib import Path

import pytest

from tests.proof.honest_answers import TYPED
from tests.proof.honest_hands import HANDS
from tests.proof.honest_looks import LOOKS
from tests.proof.honest_routes import BOOK_ROUTES, HINTED, is_blameless
from tests.proof.honest_saves import SAVES
from tests.proof.report_routes import REPORT_ROUTES
from tests.support.workbooks import SCHEME_IDS
from tests.verify.judged import case, judged, told

FEWEST_ROUTES, FEWEST_FILES = 60, 400


def test_there_are_enough_routes_and_each_is_one() -> None:
    assert len(BOOK_ROUTES) == len(LOOKS) + len(SAVES) + len(HANDS) + len(TYPED)
    assert len(BOOK_ROUTES) >= FEWEST_ROUTES
    assert len(BOOK_ROUTES) * len(SCHEME_IDS) >= FEWEST_FILES
    assert len(REPORT_ROUTES) >= FEWEST_ROUTES // 2
    assert HINTED.keys() <= BOOK_ROUTES.keys()


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_no_workbook_is_blamed_for_the_route_it_came(
    tmp_path: Path, request: pytest.FixtureRequest, scheme_id: str
) -> None:
    step = 1 if request.config.getoption("proof") else len(SCHEME_IDS)
    routes = islice(BOOK_ROUTES.items(), SCHEME_IDS.index(scheme_id) % step, None, step)
    chosen = case(scheme_id, 0)
    verdicts = [(name, judged(tmp_path, route(chosen))) for name, route in routes]
    assert [(name, told(one)) for name, one in verdicts if not is_blameless(name, one)] == []


def test_no_two_routes_make_the_same_file() -> None:
    chosen = case(SCHEME_IDS[0], 0)
    files = {route(chosen): name for name, route in BOOK_ROUTES.items()}
    assert sorted(files.values()) == sorted(BOOK_ROUTES)
