"""The stages of an award after the reviews: each code by the first fault that is told by it."""

from tests.findings.cases.said import Case, codes
from tests.proof.process_declared import faults_of_rules
from tests.proof.process_fault import ProcessFault
from tests.proof.process_stages import faults_of_stages

# Codes from here on are those of the stages.
_FIRST = 1140


def _number(code: str) -> int:
    return int(code.removeprefix("QA"))


def _case(fault: ProcessFault) -> Case:
    return lambda folder: codes(fault.ask(folder))


_FAULTS = sorted((*faults_of_rules(), *faults_of_stages()), key=lambda one: _number(one.code))
STAGE_CASES: dict[str, Case] = {
    fault.code: _case(fault) for fault in reversed(_FAULTS) if _number(fault.code) >= _FIRST
}
STAGE_CASES = dict(sorted(STAGE_CASES.items(), key=lambda pair: _number(pair[0])))
