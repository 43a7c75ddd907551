"""Process faults of lists, names and rules."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from builder.findings.finding import Place
from builder.load.panel_rules import load_panel_rules
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import Reviewer
from builder.pipeline.panel.avoiding import avoiding
from builder.pipeline.panel.reviewers import read_reviewers
from builder.pipeline.panel.rules_held import amiss
from builder.pipeline.verify import Verifier
from tests.proof.process_fault import FIRMS, Findings, ProcessFault, reviews_after, sown_rows
from tests.support.lists import save_list
from tests.support.panels import filled_panel, reviewed, task_of


def _listed(*rows: tuple[object, ...]) -> Callable[[Path], Findings]:
    return lambda folder: read_reviewers(save_list(folder / "名单.xlsx", *rows)).findings


def _avoids(*words: str, units: tuple[str, ...] = (), least: int = 1) -> Callable[[Path], Findings]:
    people = [
        Reviewer(code="R1", name="张三", avoids=words, units=units),
        Reviewer(code="R2", name="李四"),
    ]
    return lambda _: avoiding(people, FIRMS, Place(path="名单.xlsx"), least).findings


def _two_alike(_: Path) -> Findings:
    people = [Reviewer(code="R1", name="张三", avoids=("甲精密机械",))]
    firms = ("甲精密机械一厂", "甲精密机械二厂", "乙电子")
    return avoiding(people, firms, Place(path="名单.xlsx")).findings


def _everybody(_: Path) -> Findings:
    people = [Reviewer(code=f"R{n}", name=f"甲{n}", avoids=(FIRMS[0],)) for n in (1, 2)]
    return avoiding(people, FIRMS, Place(path="名单.xlsx")).findings


def _ruled(text: str) -> Callable[[Path], Findings]:
    def ask(folder: Path) -> Findings:
        path = folder / "规则.yaml"
        path.write_text(text, "utf-8")
        loaded = load_panel_rules(path)
        if loaded.said is None:
            return loaded.findings
        return amiss(loaded.said, filled_panel(folder), Place(path=str(path)), Verifier())

    return ask


def _nearly_weighed(folder: Path) -> Findings:
    rows = (("张三丰", "技术专家", ""), ("李四光", "技术专加", ""))
    rules = PanelRules(join=Join.WEIGHTED, weights=(("技术专家", Decimal(2)),))
    return amiss(rules, task_of(reviewed(folder, reviewers=rows)), Place(), Verifier())


HEAD = ("姓名", "角色", "回避单位")
WEIGHED = "join: weighted\nweights:\n"


def faults_of_names() -> Iterator[ProcessFault]:
    """The faults of lists, names and rules."""
    yield from sown_rows(
        "二、回避",
        (
            "看不懂的列“是否回避”",
            "QA962",
            "是否回避",
            _listed(("姓名", "是否回避"), ("张三", "甲")),
        ),
        ("看不懂的列“利害关系单位”", "QA962", "", _listed(("姓名", "利害关系单位"), ("张", "甲"))),
        ("没有标题的一列", "QA962", "没有标题", _listed((*HEAD, None), ("张三", "", "", "甲"))),
        ("名称差一字", "QA963", f"是不是“{FIRMS[0]}”？", _avoids("武汉甲精蜜机械有限公司")),
        ("繁体并差一字", "QA963", f"是不是“{FIRMS[1]}”？", _avoids("乙電孑科技有限公司")),
        ("集团并差一字", "QA963", f"是不是“{FIRMS[2]}”？", _avoids("丙生物医约集团")),
        ("不是申报者", "QA963", "长江大学", _avoids("长江大学")),
        ("只写一个字", "QA963", "“甲”", _avoids("甲")),
        ("对上全部", "QA964", "对上了 3 个", _avoids("公司")),
        ("对上两个", "QA964", "对上了 2 个", _two_alike),
        ("有限责任公司", "QA963", FIRMS[0], _avoids("武汉甲精密机械有限责任公司")),
        ("市区开头", "QA963", FIRMS[1], _avoids("武汉市洪山区乙电子科技有限公司")),
        ("没有写集团", "QA963", FIRMS[2], _avoids("丙生物医药有限公司")),
        ("繁体字", "QA963", FIRMS[2], _avoids("丙生物醫藥集團有限公司")),
        ("简称", "QA974", FIRMS[1], _avoids("乙电子")),
        ("自己的单位", "QA975", FIRMS[0], _avoids(units=("甲精密机械",))),
        ("回避以后人数不够", "QA976", "只有 1 位", _avoids(FIRMS[0], least=2)),
        ("谁也不能评的申报者", "QA965", FIRMS[0], _everybody),
        ("一家也评不了", "QA977", "张三", _avoids(*FIRMS)),
    )
    yield from sown_rows(
        "三、对不上的名称",
        ("没有姓名一栏", "QA935", "", _listed(("名字",), ("张三",))),
        ("没有人", "QA937", "0 位", _listed(("姓名",))),
        ("重名", "QA938", "张三", _listed(("姓名",), ("张三",), ("张三",))),
        ("没有写姓名", "QA936", "没有写姓名", _listed(HEAD, ("张三", "组长"), (None, "评审员"))),
        ("错误值", "QA936", "", _listed(("姓名",), ("=1/0",))),
        ("合计行", "QA873", "合计", _listed(HEAD, ("张三", "组长"), ("合计", "1人"))),
        ("填表人", "QA873", "填表人", _listed(HEAD, ("张三", "组长"), ("填表人：李某", ""))),
        ("同一标题两次", "QA962", "姓名", _listed(("姓名", "姓名"), ("张三", "李四"))),
        (
            "角色写错",
            "QA967",
            "是不是“组长”？",
            _ruled("join: weighted\nweights:\n- {role: 组 长, weight: 2}\n"),
        ),
        (
            "角色没有",
            "QA967",
            "首席专家",
            _ruled("join: weighted\nweights:\n- {role: 首席专家, weight: 2}\n"),
        ),
        (
            "角色两次",
            "QA114",
            "组长",
            _ruled(
                "join: weighted\nweights:\n- {role: 组长, weight: 2}\n- {role: 组长, weight: 3}\n"
            ),
        ),
        ("相近的角色没有权重", "QA979", "是不是“技术专家”？", _nearly_weighed),
        ("并列比较的指标没有", "QA967", "1.9", _ruled('tie_break: ["1.9"]\n')),
        ("达线高于满分", "QA968", "500", _ruled("line: 500.5\n")),
        ("阶段权重不足", "QA932", "", _ruled("material: 60%\nsite: 30%\n")),
        ("只有一个阶段", "QA932", "", _ruled("material: 60%\n")),
        ("加权没有权重", "QA933", "", _ruled("join: weighted\n")),
        ("没有这种合成", "QA120", "", _ruled("join: 最好\n")),
        ("小数位过多", "QA194", "", _ruled("decimals: 9\n")),
        (
            "不计入的写错",
            "QA949",
            "是不是“R1-C02”？",
            reviews_after(lambda _f, _t: None, "R1-C2"),
        ),
    )
