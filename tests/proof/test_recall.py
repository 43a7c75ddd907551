"""Every fault that is sown is found, as exactly its own finding; no honest file is blamed."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from builder.findings.catalogue import RULES_BY_CODE
from builder.model.verdict import Status
from builder.pipeline.verify import Verifier
from tests.hostile.catalogue import HOSTILE_FILES
from tests.proof.faults import sown_faults
from tests.proof.honest import PER_SCHEME, honest_files, saved_again
from tests.proof.seeding import Sown
from tests.support.workbooks import SCHEME_IDS
from tests.verify.judged import judged, told

FEWEST = 400
# Without ``--proof`` every so many-th fault is asked, a prime so that kinds take turns.
EVERY = 7
# Codes of verification that need more than one workbook: where each has its cases.
ELSEWHERE = {
    **dict.fromkeys(("QA201", "QA202", "QA203", "QA204", "QA208", "QA215", "QA234"), "read"),
    **dict.fromkeys(("QA216", "QA217", "QA218", "QA221"), "pipeline/test_run.py"),
    **dict.fromkeys(("QA307",), "verify/test_office_settings.py"),
    **dict.fromkeys(("QA309",), "pipeline/test_own_schemes.py"),
    **dict.fromkeys(("QA706", "QA731"), "verify/test_evidence_dates.py"),
    **dict.fromkeys(("QA711", "QA712", "QA713", "QA714", "QA715"), "verify/test_evidence_files.py"),
    **dict.fromkeys(("QA716", "QA717", "QA718"), "verify/test_evidence_files.py"),
    **dict.fromkeys(("QA719",), "cli/test_evidence.py"),
}


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
    assert count > 10


def test_enough_is_sown_and_every_code_of_verification() -> None:
    faults = list(sown_faults())
    assert len(faults) >= FEWEST
    assert len({sown.name for sown in faults}) == len(faults)
    codes = {line.split()[0] for sown in faults for line in sown.expected}
    codes |= {code for file in HOSTILE_FILES for code in file.codes} | {*ELSEWHERE}
    families = ("QA2", "QA3", "QA4", "QA5", "QA6", "QA7", "QA9")
    assert {code for code in RULES_BY_CODE if code.startswith(families)} - codes == set()


def test_what_is_shown_elsewhere_is_shown_there() -> None:
    tests = Path(__file__).parents[1]
    for code, place in ELSEWHERE.items():
        path = tests / place
        files = path.rglob("*.py") if path.is_dir() else (path,)
        assert any(f'"{code}' in file.read_text(encoding="utf-8") for file in files), code


def test_no_honest_file_is_blamed(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    per_scheme = PER_SCHEME if request.config.getoption("proof") else 2
    files = list(honest_files(tmp_path, per_scheme))
    assert len(files) == per_scheme * len(SCHEME_IDS)
    assert blamed(files) == []


@pytest.mark.needs_libreoffice
def test_no_honest_file_is_blamed_after_libreoffice_saved_it(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    per_scheme = PER_SCHEME if request.config.getoption("proof") else 1
    files = list(honest_files(tmp_path, per_scheme))
    assert blamed(saved_again(files, tmp_path / "office")) == []


def blamed(files: list[Path]) -> list[tuple[str, list[str]]]:
    """The files in which anything was found, hints included."""
    verifier = Verifier()
    verdicts = [(path.name, verifier.verify(path)) for path in files]
    return [
        (name, told(one))
        for name, one in verdicts
        if one.findings or one.status is not Status.CLEAN
    ]
