"""Panels that were asked for what there is not: other rounds, columns, applicants, rules, names."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from builder.model.panel.rules import PanelRules
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.verify import Verifier
from tests.findings.cases.said import Case, codes, put
from tests.support.lists import save_list
from tests.support.panels import (
    COMPANIES,
    REVIEWERS,
    fill,
    filled_panel,
    finished,
    merged_panel,
    read_back,
    reviewed,
    sign,
    site_scores,
    task_of,
)

ALIKE = ("甲精密机械公司", "乙电子科技公司")


def _of_another_round(folder: Path) -> list[str]:
    first = task_of(reviewed(folder / "前", called="前一轮"))
    old = fill(folder / "前", first, first.seats[0]).read_bytes()
    task = filled_panel(folder)
    put(folder / "评审" / task.seats[0].file, old)
    return codes(read_opinions(folder / "评审", task, (), Verifier()).findings)


def _in_stages(*, whole: bool) -> Case:
    """A panel in two stages, both applicants signed; if not ``whole``, one score is left open."""

    def ask(folder: Path) -> list[str]:
        rules = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))
        merged_panel(folder, filled_panel(folder), rules)
        merged = read_back(folder)
        site = site_scores(merged)
        sign(folder, merged, "C01", site)
        sign(folder, merged, "C02", site if whole else site | {next(iter(site)): None})
        return codes(finished(folder, merged).findings)

    return ask


def _heading(folder: Path) -> list[str]:
    rows = save_list(folder / "名单.xlsx", ("姓名", "是否回避"), ("张三丰", "甲"))
    return codes(read_reviewers(rows).findings)


def _avoiding(*avoided: str, applicants: Iterable[str] = COMPANIES) -> Case:
    """One reviewer after another has to avoid what is given."""
    rows = [(name, role, other) for (name, role, _), other in zip(REVIEWERS, avoided, strict=False)]
    return lambda folder: codes(reviewed(folder, reviewers=rows, applicants=applicants).findings)


def _merged(rules: PanelRules) -> Case:
    return lambda folder: codes(merged_panel(folder, filled_panel(folder), rules).findings)


ASKED_CASES: dict[str, Case] = {
    "QA960": _of_another_round,
    "QA961": _in_stages(whole=False),
    "QA962": _heading,
    "QA963": _avoiding("甲精密机戒"),
    "QA964": _avoiding("", "公司", applicants=ALIKE),
    "QA965": _avoiding("、".join(COMPANIES), COMPANIES[0]),
    "QA967": _merged(PanelRules(tie_break=("1.9",))),
    "QA968": _merged(PanelRules(line=Decimal("500.1"))),
    "QA969": lambda folder: codes(reviewed(folder, called="初/评").findings),
}
CLEAN: dict[str, Case] = {
    "两个阶段的合议表": _in_stages(whole=True),
    "有回避的名单": _avoiding("", COMPANIES[0]),
    "对得上的规则": _merged(PanelRules(tie_break=("1.1",), line=Decimal(500))),
}
