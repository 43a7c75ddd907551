"""What all notices and shipped schemes have in common."""

import pytest

from builder.load.library import shipped_schemes
from tests.schemes.notices import NOTICES, SEEDS, Notice, scheme_of, squeezed

AWARDS = (
    "minhang-innovation",
    "pengjiang-manufacturing",
    "suihua-mayor",
    "wuhan-individual",
    "wuhan-manufacturing",
    "wuhan-service",
    "xinhui-service",
)


def test_every_award_of_the_notices_is_shipped_and_every_notice_is_compared() -> None:
    assert tuple(path.stem for path in shipped_schemes()) == AWARDS
    assert sorted(path.name for path in SEEDS.iterdir()) == [one.file for one in NOTICES]


@pytest.mark.parametrize("scheme_id", AWARDS)
def test_every_shipped_scheme_is_without_findings(scheme_id: str) -> None:
    assert scheme_of(scheme_id).id == scheme_id


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.file)
def test_every_line_left_out_for_a_reason_is_in_its_notice(notice: Notice) -> None:
    lines = {squeezed(line) for line in notice.raw_lines}
    assert set(notice.left_out) <= lines
    assert all(notice.left_out.values())
