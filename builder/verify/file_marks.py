"""By what one file is found to be like another, without keeping what stands in it."""

import hashlib
from collections.abc import Iterable

from builder.book.book_plan import InputKind
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import APPLICANT
from builder.model.compared_text import reduced
from builder.model.office import FieldKind
from builder.verify.held import Held
from builder.word.written import WrittenSection

# What everybody may have answered alike: the scores, the dropdowns, a few words.
_OWN_WORDS = frozenset({InputKind.TEXT, InputKind.EVIDENCE, InputKind.METRIC})
_FEWEST_ANSWERS, _FEWEST_CHARACTERS = 10, 500
_BYTES = 16


def credit_code_of(held: Held[KitPlan]) -> str:
    """The 统一社会信用代码 as it was typed, blanks and letter case aside; empty without one."""
    cells = (field.inputs[0] for field in held.plan.fields if field.kind is FieldKind.CREDIT_CODE)
    cell = next(cells, None)
    if cell is None:
        return ""
    item = next((one for one in held.inputs if one.cell == cell), None)
    return "" if item is None else reduced(held.typed(item.name)).upper()


def contents_of(held: Held[KitPlan]) -> str:
    """A digest of every answer beside 基本信息; empty where too little was written to be alike."""
    answers = [
        (item.name, str(held.filled[item.name].value))
        for item in held.inputs
        if item.cell.sheet != APPLICANT
    ]
    own = sum(item.kind in _OWN_WORDS for item in held.inputs if item.cell.sheet != APPLICANT)
    return _digest(map("=".join, answers)) if own >= _FEWEST_ANSWERS else ""


def contents_of_report(sections: Iterable[WrittenSection]) -> str:
    """A digest of everything written in a report; empty where that is little."""
    texts = [reduced(one.text) for one in sections]
    return _digest(texts) if sum(map(len, texts)) >= _FEWEST_CHARACTERS else ""


def _digest(texts: Iterable[str]) -> str:
    whole = "\n".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=_BYTES).hexdigest()
