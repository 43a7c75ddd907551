"""Every process fault that is sown around a panel is told by its own code, in its own words."""

from pathlib import Path

import pytest

from tests.proof.process_apart import faults_of_keeping_apart
from tests.proof.process_declared import faults_of_rules
from tests.proof.process_fault import ProcessFault
from tests.proof.process_people import faults_of_names
from tests.proof.process_rounds import faults_of_rounds
from tests.proof.process_sites import faults_of_sites
from tests.proof.process_stages import faults_of_stages
from tests.proof.process_writing import faults_of_writing

FAULTS = (
    *(*faults_of_writing(), *faults_of_names(), *faults_of_rounds()),
    *(*faults_of_keeping_apart(), *faults_of_rules(), *faults_of_stages(), *faults_of_sites()),
)


def test_there_are_enough_of_every_kind_and_none_twice() -> None:
    assert len(FAULTS) >= 178
    assert len({fault.what for fault in FAULTS}) == len(FAULTS)
    assert len({fault.kind for fault in FAULTS}) == 10


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.what for fault in FAULTS])
def test_a_sown_process_fault_is_told(tmp_path: Path, fault: ProcessFault) -> None:
    found = [one for one in fault.ask(tmp_path) if one.code == fault.code]
    assert found
    assert fault.said in "".join(f"{one.place}{one.message}" for one in found)
