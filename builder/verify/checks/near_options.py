"""Options that were typed with a blank or in another width than their list has them."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.formula.blank import named, seen
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held


def check_near_options(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for every option that is not letter for letter one of its list."""
    for item in held.inputs:
        option = held.options.get(item.name)
        if option is not None and held.filled[item.name].formula is None:
            value = str(held.filled[item.name].value)
            yield held.finding(
                "QA469",
                item.cell,
                indicator=item.indicator,
                expected=option,
                actual=value,
                title=item.title,
                now=_blanks(option, value) or "全半角不同",
            )


def _blanks(option: str, value: str) -> str:
    """Which blanks the text has that the option has not."""
    more = dict.fromkeys(
        each for each in value if not seen(each) and value.count(each) > option.count(each)
    )
    return (
        "多了" + "、".join("空格" if each == " " else named(each) for each in more) if more else ""
    )
