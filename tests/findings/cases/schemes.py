"""Schemes, what is asked of them, an office's settings, and the rules of a panel."""

from pathlib import Path

from builder.kit.limits import check_limits
from builder.kit.planning import plan_workbook
from builder.load.lint import lint_scheme
from builder.load.office import load_office
from builder.load.panel_rules import load_panel_rules
from builder.model.scheme import Scheme
from builder.pipeline.choosing import Wanted
from builder.pipeline.kits_of_scheme import open_kits, open_scheme
from builder.pipeline.scheme_fix import fix_scheme
from tests.findings.cases.said import Case, codes, put
from tests.kit.samples import node, scheme
from tests.load.samples import HEAD, TREE, body, head, save
from tests.load.test_office import BROKEN as BROKEN_SETTINGS
from tests.load.test_office import GOOD as GOOD_SETTINGS
from tests.load.test_panel_rules import BROKEN as BROKEN_RULES
from tests.load.test_panel_rules import GOOD as GOOD_RULES
from tests.load.test_rules import BROKEN, unreadable
from tests.support.workbooks import MINHANG

CHOICE = '  - {name: 行业, options: [养老, "医/疗"], default: 养老}'


def linted(text: str) -> Case:
    return lambda folder: codes(open_scheme(str(save(folder, text))).findings)


def _unreadable(code: str) -> Case:
    return lambda folder: codes(lint_scheme(dict(unreadable(folder))[code]).findings)


def _asked(**options: str) -> Case:
    return lambda _: codes(open_kits(MINHANG, Wanted(options=options)).findings)


def _limits(official: Scheme) -> Case:
    return lambda _: codes(check_limits(plan_workbook(official), official))


def _settings(text: str) -> Case:
    return lambda folder: codes(load_office(put(folder / "本单位.yaml", text.encode())).findings)


def _rules(text: str) -> Case:
    return lambda folder: codes(load_panel_rules(put(folder / "规则.yaml", text.encode())).findings)


def _changed_meanwhile(folder: Path) -> list[str]:
    """Somebody saves the scheme while it is being mended."""
    path = save(folder, body("# 1 领导（满分60分）", "", "甲"))

    def saved(kept: Path, content: bytes) -> None:
        kept.write_bytes(content)
        path.write_bytes(content + b"\n")

    return codes(fix_scheme(path, {}, keep=saved).findings)


SCHEME_CASES: dict[str, Case] = dict(
    sorted(
        {
            **{code: _unreadable(code) for code in ("QA101", "QA102", "QA103", "QA104", "QA105")},
            "QA106": lambda _: codes(open_scheme("no-such-award").findings),
            "QA107": linted(BROKEN["QA107"][0]),
            "QA108": _unreadable("QA108"),
            **{code: linted(text) for code, (text, _, _) in BROKEN.items() if code > "QA108"},
            "QA171": _asked(),
            "QA172": _asked(单像="研发创新"),
            "QA173": _asked(单项="研发创造"),
            "QA174": linted(head("weights:", '  - {item: "1", clause: "1.1", weight: 0.5}') + TREE),
            "QA175": linted(head("metrics:", '  - {indicator: "1.2", name: 纳税总额}') + TREE),
            "QA176": linted(head("report:", "  overview: [环境]", '  overview_of: "1.1"') + TREE),
            # A file whose codes are like these is refused before; a program may make such a scheme.
            "QA181": _limits(scheme(node("1-1", "领导", 100))),
            "QA182": linted(body("# 1 领导*（60分）", "", "如何引领。")),
            "QA183": _limits(scheme(node("1", "领导", 50), node("1", "领导", 50))),
            "QA184": linted(body(f"# 1 {'领导' * 600}（60分）", "", "甲")),
            "QA185": linted(head("choices:", CHOICE) + TREE),
            "QA191": lambda folder: codes(load_office(folder / "没有.yaml").findings),
            **{
                code: _settings(text)
                for code, text, _, _ in BROKEN_SETTINGS
                if code in ("QA192", "QA193", "QA194", "QA195", "QA196", "QA197", "QA198")
            },
        }.items()
    )
)
FIX_CASES: dict[str, Case] = {"QA899": _changed_meanwhile}
RULE_CASES: dict[str, Case] = {
    "QA931": lambda folder: codes(load_panel_rules(folder / "没有.yaml").findings),
    **{code: _rules(text or "") for code, text in BROKEN_RULES if code in ("QA932", "QA933")},
}
CLEAN: dict[str, Case] = {
    "方案": linted(HEAD + TREE),
    "选择": _asked(单项="研发创新"),
    "设置": _settings(GOOD_SETTINGS),
    "规则": _rules(GOOD_RULES),
}
