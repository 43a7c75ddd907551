"""Well-filled workbooks of the examples, into which faults are sown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from builder.book.book_plan import InputKind, InputPlan
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan, LeafPlan
from tests.examples.worked import EXAMPLES, worked
from tests.support.ruled import answers_of
from tests.support.workbooks import filled_bytes, shipped_plan


@dataclass(frozen=True, kw_only=True)
class Broken:
    """One faulty file, and the codes that must be told of it."""

    what: str
    make: Callable[[], bytes]
    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Good:
    """A well-filled workbook: one that was worked by hand, with points for every leaf."""

    scheme: str
    plan: KitPlan
    answers: Mapping[str, Value]

    def given(self, what: str, code: str, changed: Mapping[str, Value]) -> Broken:
        """The file with other answers."""
        answers = {**self.answers, **changed}
        return Broken(
            what=f"{self.scheme} {what}",
            make=lambda: filled_bytes(self.plan, answers),
            codes=(code,),
        )

    def changed(self, what: str, edit: Callable[[bytes], bytes], *codes: str) -> Broken:
        """The file as somebody changed it."""
        return Broken(
            what=f"{self.scheme} {what}",
            make=lambda: edit(filled_bytes(self.plan, self.answers)),
            codes=codes,
        )


@cache
def good_files() -> tuple[Good, ...]:
    """The first three cases of every example."""
    return tuple(
        Good(scheme=scheme_id, plan=shipped_plan(scheme_id), answers=case.answers)
        for scheme_id in EXAMPLES
        for case in worked(scheme_id)[:3]
    )


def asked(*kinds: InputKind) -> Iterator[tuple[Good, LeafPlan, InputPlan]]:
    for good in good_files():
        for leaf in good.plan.leaves:
            for item in answers_of(good.plan, leaf):
                if item.kind in kinds:
                    yield good, leaf, item
