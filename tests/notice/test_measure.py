"""Of every notice, in every shape that offices give it, as much is right as was promised."""

from pathlib import Path

import pytest

from tests.docs.pages import PROOF, between
from tests.notice.table import BEGIN, END, HEADER, row
from tests.notice.trials import Trial, trials

TRIALS = trials()


@pytest.mark.parametrize(
    "trial",
    [
        pytest.param(trial, marks=pytest.mark.needs_libreoffice if trial.printed else ())
        for trial in TRIALS
    ],
    ids=lambda trial: f"{trial.scheme} {trial.shape}",
)
def test_a_notice_gives_the_nodes_and_criteria_of_its_scheme(trial: Trial, tmp_path: Path) -> None:
    share = trial.run(tmp_path)
    nodes, criteria = trial.least
    assert share.of_nodes >= nodes, share.missing
    assert share.of_criteria >= criteria, share.missing
    assert share.wrong == ()
    if not trial.printed:
        assert row(trial, share) in between(PROOF, BEGIN, END)


def test_the_table_of_notices_has_every_trial() -> None:
    lines = between(PROOF, BEGIN, END).strip().splitlines()
    assert tuple(lines[: len(HEADER)]) == HEADER
    named = [f"| {trial.scheme} | {trial.shape} |" for trial in TRIALS]
    assert [line[: len(name)] for line, name in zip(lines[2:], named, strict=True)] == named
