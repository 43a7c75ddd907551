"""Schemes that score their leaves by rules, and the answers to these."""

from functools import cache

from builder.findings.catalogue import RULES_BY_CODE
from tests.examples.good import Broken
from tests.examples.sown import KINDS, files_of
from tests.findings.cases.said import Case, codes
from tests.findings.cases.schemes import linted
from tests.load.test_leaf_rules import BROKEN
from tests.verify.judged import judged

_FIRST, _LAST, _PROOF = "QA538", "QA546", "QA708"


@cache
def _sown() -> dict[str, Broken]:
    """The first fault of every code that is sown into the examples."""
    return {broken.codes[0]: broken for kind in reversed(KINDS) for broken in files_of(kind)[::-1]}


def _told(code: str) -> Case:
    return lambda folder: codes(judged(folder, _sown()[code].make()).findings)


LEAF_RULE_CASES: dict[str, Case] = {code: linted(text) for code, text in BROKEN.items()}
ANSWER_CASES: dict[str, Case] = {
    code: _told(code) for code in RULES_BY_CODE if _FIRST <= code <= _LAST
}
PROOF_CASES: dict[str, Case] = {_PROOF: _told(_PROOF)}
