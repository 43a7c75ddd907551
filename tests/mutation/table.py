"""The section of ``docs/把关.md`` that is measured: mutants by package and by kind."""

import re
from collections.abc import Callable

from tests.mutation.reviewed import reason
from tests.mutation.scope import ROOT, package_of
from tests.mutation.trial import Fate, Outcome

PAGE = ROOT / "docs" / "把关.md"
BEGIN, END = "<!-- 变异表开始 -->", "<!-- 变异表完 -->"
TERMS = "“等价”指改了也没有任何不同的，逐个看过，不计入发现率；“超时”按发现计。"
HEADER = ("变异", "等价", "发现", "超时", "未发现", "发现率")


def table(outcomes: list[Outcome], seed: int) -> list[str]:
    """The tables in Markdown, and each survivor and equivalent mutant by name."""
    lines = [
        f"随机抽取（`--seed {seed}`）{len(outcomes)} 处，每种改动轮流抽；{TERMS}",
        "",
        *_counted("包", outcomes, lambda one: f"`{package_of(one.mutant.path)}`"),
        "",
        *_counted("改动", outcomes, lambda one: one.mutant.kind),
    ]
    lived = [one for one in outcomes if not reason(one.mutant) and not _noticed(one)]
    same = [one for one in outcomes if reason(one.mutant)]
    if lived:
        lines += ["", "未发现的：", "", *(_named(one) for one in lived)]
    if same:
        lines += ["", "等价的：", "", *(f"{_named(one)}：{reason(one.mutant)}" for one in same)]
    return lines


def with_table(page: str, lines: list[str]) -> str:
    """The page with the section replaced, or added at its end."""
    block = "\n".join((BEGIN, *lines, END))
    if BEGIN not in page:
        return f"{page}{block}\n"
    return re.sub(f"{BEGIN}.*?{END}", lambda _: block, page, count=1, flags=re.DOTALL)


def _counted(name: str, outcomes: list[Outcome], key: Callable[[Outcome], str]) -> list[str]:
    groups = dict.fromkeys(sorted(key(one) for one in outcomes))
    rows = [(group, [one for one in outcomes if key(one) == group]) for group in groups]
    head = f"| {name} | {' | '.join(HEADER)} |"
    rows.append(("合计", outcomes))
    return [head, "|---|" + "--:|" * len(HEADER), *(_row(*row) for row in rows)]


def _row(name: str, outcomes: list[Outcome]) -> str:
    counted = [one for one in outcomes if not reason(one.mutant)]
    noticed = sum(map(_noticed, counted))
    stuck = sum(one.fate is Fate.STUCK for one in counted)
    share = f"{noticed / len(counted):.0%}" if counted else "—"
    cells = (len(outcomes), len(outcomes) - len(counted), noticed - stuck, stuck)
    return f"| {name} | {' | '.join(map(str, cells))} | {len(counted) - noticed} | {share} |"


def _noticed(one: Outcome) -> bool:
    return one.fate in (Fate.KILLED, Fate.STUCK)


def _named(one: Outcome) -> str:
    changed = f"`{_inline(one.mutant.before)}` → `{_inline(one.mutant.after)}`"
    return f"- {one.mutant.path.name}：{changed}"


def _inline(text: str) -> str:
    return " ".join(text.split("\n"))
