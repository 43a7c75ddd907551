"""Schemes that score their leaves by rules, and the answers to these."""

from builder.findings.catalogue import RULES_BY_CODE
from tests.examples.good import Broken
from tests.examples.sown import KINDS, files_of
from tests.findings.cases.said import Case, codes
from tests.findings.cases.schemes import linted
from tests.load.test_leaf_rules import BROKEN
from tests.verify.judged import judged

_FIRST, _LAST, _PROOF = "QA538", "QA545", "QA708"


def _told(broken: Broken) -> Case:
    return lambda folder: codes(judged(folder, broken.make()).findings)


LEAF_RULE_CASES: dict[str, Case] = {code: linted(text) for code, text in BROKEN.items()}
_SOWN = {broken.codes[0]: broken for kind in reversed(KINDS) for broken in files_of(kind)[:1]}
ANSWER_CASES: dict[str, Case] = {
    code: _told(_SOWN[code]) for code in RULES_BY_CODE if _FIRST <= code <= _LAST
}
PROOF_CASES: dict[str, Case] = {_PROOF: _told(_SOWN[_PROOF])}
