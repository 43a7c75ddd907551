"""Days are days however they are written: nobody is blamed for the writing."""

from pathlib import Path

import pytest

from tests.proof.seeding import good
from tests.proof.values import honest_days
from tests.support.workbooks import ASKED, PROVED_IDS
from tests.verify.judged import judged, told


@pytest.mark.parametrize("scheme_id", PROVED_IDS)
def test_a_day_is_taken_however_it_is_written(
    tmp_path: Path, request: pytest.FixtureRequest, scheme_id: str
) -> None:
    chosen = good(scheme_id)
    days = list(honest_days(scheme_id))
    if not request.config.getoption("proof"):
        # The three awards take turns, so that each writing is asked once.
        days = days[ASKED.index(scheme_id) :: len(ASKED)]
    for answers in days:
        verdict = judged(tmp_path, chosen.with_answers(**answers))
        assert (told(verdict), answers) == ([], answers)
