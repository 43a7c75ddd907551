"""Process faults of blind reviews and of who reviews whom."""

from collections.abc import Callable, Iterator
from pathlib import Path

from builder.findings.finding import Place
from builder.pipeline.panel.assigning import shortages
from builder.pipeline.panel.hide_list import read_hide_list
from builder.pipeline.panel.key_file import Key, misplaced, read_key
from builder.pipeline.panel.solving import Demand, solve
from tests.proof.process_fault import Findings, ProcessFault, sown_rows
from tests.support.amended import Row, amended
from tests.support.assigned import FIRMS, PEOPLE, Change, put, read_changed
from tests.support.lists import save_list
from tests.support.panels import COMPANIES, REVIEWERS, filled_panel, renamed


def _hide(*rows: tuple[str, ...]) -> Callable[[Path], Findings]:
    return lambda folder: read_hide_list(save_list(folder / "也隐去.xlsx", *rows), FIRMS).findings


def _key_inside(folder: Path) -> Findings:
    found = misplaced(folder / "评审", folder / "评审" / "R1" / "编号对照.xlsx")
    return () if found is None else (found,)


def _no_key(folder: Path) -> Findings:
    found = read_key(renamed(filled_panel(folder), "盲评"), folder / "收件" / "没有.xlsx")
    return () if isinstance(found, Key) else (found,)


def _another_key(folder: Path) -> Findings:
    task = renamed(filled_panel(folder), "盲评")
    found = read_key(task, next((folder / "收件").glob("*.xlsx")))
    return () if isinstance(found, Key) else (found,)


def _table(change: Change, least: int = 2) -> Callable[[Path], Findings]:
    return lambda folder: read_changed(folder / "分工表.xlsx", change, least).findings


def _short(least: int, most: int, *apart: tuple[int, int]) -> Callable[[Path], Findings]:
    every = {(person, firm) for person in range(4) for firm in range(3)}
    demand = Demand(
        reviewers=4,
        applicants=3,
        eligible=frozenset(every - set(apart)),
        expert=frozenset(),
        least=least,
        most=most,
    )
    place = Place(path="名单.xlsx")
    return lambda _: tuple(shortages(demand, solve(demand), PEOPLE, FIRMS, place))


def _amended(*rows: Row, table: tuple[Row, ...] = (), least: int = 1) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        filled_panel(folder)
        return amended(folder, *rows, table=table, least=least).findings

    return ask


_HEAD = ("申报者", "评审员1", "评审员2")


def faults_of_keeping_apart() -> Iterator[ProcessFault]:
    """The faults by which a name would be known, or somebody would review whom he must not."""
    yield from sown_rows(
        "七、盲评",
        ("编号对照放进评审文件夹", "QA1083", "评审", _key_inside),
        ("编号对照不在", "QA1086", "", _no_key),
        ("别的表当编号对照", "QA1086", "改动过", _another_key),
        ("隐去名单没有那一栏", "QA1084", "也隐去", _hide(("申报者",), (FIRMS[0],))),
        ("隐去名单看不懂的一栏", "QA1084", "隐藏词", _hide(("也隐去", "隐藏词"), ("甲乙", "丙丁"))),
        (
            "隐去名单写错申报者",
            "QA1085",
            f"是不是“{FIRMS[0]}”？",
            _hide(("申报者", "也隐去"), ("武汉甲精蜜机械有限公司", "甲乙")),
        ),
        ("隐去一个字", "QA1087", "“甲”", _hide(("也隐去",), ("甲",))),
    )
    yield from sown_rows(
        "八、分工",
        ("分工表评审员写错", "QA1091", "是不是“张三丰”？", _table(put("C4", "张三峰"))),
        ("分工表申报者写错", "QA1092", FIRMS[0], _table(put("A4", "武汉甲精蜜机械有限公司"))),
        ("分工表派了须回避的人", "QA1093", FIRMS[0], _table(put("C4", "李四光"))),
        ("分工表候补须回避", "QA1093", FIRMS[0], _table(put("F4", "李四光"))),
        ("分工表一人两次", "QA1094", "张三丰", _table(put("D4", "张三丰"))),
        ("分工表候补已经派上", "QA1094", "王五一", _table(put("F4", "王五一"))),
        ("分工表一家两行", "QA1095", FIRMS[1], _table(put("A6", FIRMS[1]))),
        ("分工表人数不够", "QA1096", "至少要 3 位", _table(put("G4", None), least=3)),
        ("分工表看不懂的一栏", "QA1090", "专家", _table(put("C3", "专家"))),
        ("回避以后派不够", "QA1098", FIRMS[0], _short(3, 3, (0, 0), (1, 0))),
        ("每人家数太少", "QA1099", "还差 1 人次", _short(3, 2)),
        ("补派没有要改的", "QA1104", "", _amended(*REVIEWERS)),
        ("退出以后人数不够", "QA1105", "至少要 3 位", _amended(*REVIEWERS[:2], least=3)),
        (
            "补派照错的分工表",
            "QA1091",
            "张三",
            _amended(*REVIEWERS, table=(_HEAD, *((name, "张三") for name in COMPANIES))),
        ),
    )
