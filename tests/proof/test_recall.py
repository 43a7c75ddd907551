"""Every fault that is sown is found, as exactly its own finding; no honest file is blamed."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from builder.model.verdict import Status
from builder.pipeline.verify import Verifier
from tests.proof.faults import sown_faults
from tests.proof.honest import PER_SCHEME, honest_files, saved_again
from tests.proof.seeding import Sown
from tests.support.workbooks import SCHEME_IDS
from tests.verify.judged import judged, told

FEWEST = 400
# Without ``--proof`` every so many-th fault is asked, a prime so that kinds take turns.
EVERY = 13


def asked(request: pytest.FixtureRequest, scheme_id: str) -> Iterator[Sown]:
    """The faults of an award that this run asks about."""
    faults = (sown for sown in sown_faults() if sown.scheme == scheme_id)
    step = 1 if request.config.getoption("proof") else EVERY
    return islice(faults, SCHEME_IDS.index(scheme_id) % step, None, step)


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_every_fault_is_found_as_exactly_its_own_finding(
    tmp_path: Path, request: pytest.FixtureRequest, scheme_id: str
) -> None:
    missed: list[tuple[str, list[str]]] = []
    count = 0
    for sown in asked(request, scheme_id):
        count += 1
        verdict = judged(tmp_path, sown.make())
        if not sown.is_found(verdict):
            missed.append((sown.name, told(verdict)))
    assert missed == []
    assert count > 5


def test_enough_is_sown() -> None:
    faults = list(sown_faults())
    assert len(faults) >= FEWEST
    assert len({sown.name for sown in faults}) == len(faults)


@pytest.fixture(scope="module")
def per_scheme(request: pytest.FixtureRequest) -> int:
    """How many honest files of each award are asked."""
    return PER_SCHEME if request.config.getoption("proof") else 1


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory, per_scheme: int) -> list[Path]:
    """The honest files as our writer saved them."""
    return list(honest_files(tmp_path_factory.mktemp("honest"), per_scheme))


def test_no_honest_file_is_blamed(honest: list[Path], per_scheme: int) -> None:
    assert len(honest) == per_scheme * len(SCHEME_IDS)
    assert blamed(honest) == []


@pytest.mark.needs_libreoffice
def test_no_honest_file_is_blamed_after_libreoffice_saved_it(
    honest: list[Path], per_scheme: int, tmp_path: Path
) -> None:
    # LibreOffice takes its time: every third file, without the proof the first of each award.
    asked = honest[:: 3 if per_scheme == PER_SCHEME else per_scheme]
    assert blamed(saved_again(asked, tmp_path)) == []


def blamed(files: list[Path]) -> list[tuple[str, list[str]]]:
    """The files in which anything was found, hints included."""
    verifier = Verifier()
    verdicts = [(path.name, verifier.verify(path)) for path in files]
    return [
        (name, told(one))
        for name, one in verdicts
        if one.findings or one.status is not Status.CLEAN
    ]
