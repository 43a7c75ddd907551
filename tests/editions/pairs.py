"""Twelve pairs of editions, each with what a person says became of its indicators.

Of an indicator that is not named, its code stayed and so did what it is.
"""

from collections.abc import Mapping
from dataclasses import field

from builder.frozen import frozen
from tests.editions.edited import Edit, added, dropped, edited, moved, renumbered, section, swapped
from tests.support.workbooks import (
    MINHANG,
    PENGJIANG,
    SUIHUA,
    WUHAN,
    WUHAN_INDIVIDUAL,
    XINHUI,
)


@frozen
class Pair:
    """An award, the edits that make its next edition, and the labels.

    ``same`` are renumbered, renamed and moved ones by old code; ``split`` and ``merged`` by the
    one side of one; ``doubtful`` the old codes of which a person has to be asked.
    """

    name: str
    scheme: str
    edits: tuple[Edit, ...]
    same: Mapping[str, str] = field(default_factory=dict)
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    new: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file of the newer edition."""
        return edited(self.scheme, *self.edits)


_QUALITY_AT_HEART = """# 1 质量强企（50分） {process}

## 1.1 首席质量官（50分）

a. 如何任命首席质量官并赋予其质量一票否决的职权。

b. 如何建立首席质量官的述职和考核制度。"""


def _doubled(text: str) -> str:
    """The file with 5.7 twice, under other numbers."""
    start, end = section(text, "## 5.7 ")
    block = text[start:end].rstrip()
    twice = "\n\n".join(block.replace("## 5.7 ", f"## {code} ") for code in ("5.8", "5.9"))
    text = text.replace('indicator: "5.7"', 'indicator: "5.8"')
    start, end = section(text, "## 5.7 ")
    return text[:start] + twice.replace("（30分）", "（15分）") + "\n" + text[end:]


def _rewritten(text: str) -> str:
    start = text.index("## 5.7.3 数智赋能")
    end = text.index("## 5.7.4 ")
    return (
        text[:start]
        + "## 5.7.3 数智赋能 {process}\n\na) 数据要素：明确数据资产目录，开展流通交易与授权。\n\n"
        "b) 人工智能：部署大模型，形成典型应用场景。\n\n" + text[end:]
    )


PAIRS = (
    Pair(
        name="points moved",
        scheme=PENGJIANG,
        edits=(
            swapped("## 1.1 企业家精神（25分）", "## 1.1 企业家精神（30分）"),
            swapped("## 1.2 组织文化（35分）", "## 1.2 组织文化（30分）"),
        ),
    ),
    Pair(
        name="a chapter in front renumbers all",
        scheme=PENGJIANG,
        edits=(
            renumbered({"1": "2", "2": "3", "3": "4", "4": "5", "5": "6"}),
            added(_QUALITY_AT_HEART, "# 2 领导"),
            swapped("# 2 领导（150分）", "# 2 领导（100分）"),
            swapped("## 2.2 组织文化（35分）", "## 2.2 组织文化（10分）"),
            swapped("## 2.3 战略管理（35分）", "## 2.3 战略管理（10分）"),
        ),
        same={
            old: f"{int(old[0]) + 1}{old[1:]}"
            for old in (
                *"12345",
                *(f"1.{n}" for n in range(1, 6)),
                *(f"2.{n}" for n in range(1, 8)),
                *(f"3.{n}" for n in range(1, 5)),
                *(f"4.{n}" for n in range(1, 4)),
                *(f"5.{n}" for n in range(1, 8)),
            )
        },
        new=("1", "1.1"),
    ),
    Pair(
        name="one left out renumbers those after it",
        scheme=XINHUI,
        edits=(
            swapped("actual: 285", "actual: 245"),
            swapped("actual: 985", "actual: 945"),
            dropped("## 2.3 "),
            renumbered({"2.4": "2.3", "2.5": "2.4", "2.6": "2.5", "2.7": "2.6"}),
        ),
        same={"2.4": "2.3", "2.5": "2.4", "2.6": "2.5", "2.7": "2.6"},
        dropped=("2.3",),
    ),
    Pair(
        name="renamed",
        scheme=PENGJIANG,
        edits=(
            swapped("## 2.4 质量协同", "## 2.4 产业链质量联动"),
            swapped("## 1.2 组织文化", "## 1.2 企业质量文化"),
            swapped("# 5 效益", "# 5 绩效与贡献"),
        ),
    ),
    Pair(
        name="renamed, renumbered and reworded at once",
        scheme=PENGJIANG,
        edits=(
            renumbered({"1.4": "1.5", "1.5": "1.4"}),
            moved("## 1.4 ", "## 1.5 "),
            swapped("1.4 社会责任", "1.4 公共责任与公益"),
            swapped("低碳发展等方面的责任", "绿色低碳发展、共同富裕等方面的责任"),
        ),
        same={"1.4": "1.5", "1.5": "1.4"},
    ),
    Pair(
        name="moved into another chapter",
        scheme=PENGJIANG,
        edits=(
            moved("## 1.5 社会责任", "## 5.1 "),
            renumbered({"1.5": "5.8"}),
            swapped("# 1 领导（150分）", "# 1 领导（120分）"),
            swapped("# 5 效益（250分）", "# 5 效益（280分）"),
        ),
        same={"1.5": "5.8"},
    ),
    Pair(
        name="split",
        scheme=PENGJIANG,
        edits=(
            swapped(
                "## 2.2 质量管理（60分）\n",
                "## 2.2 质量管理（40分）\n",
            ),
            swapped(
                "c.如何实施质量管理大数据",
                "## 2.8 数字化赋能（20分）\n\na.如何实施质量管理大数据",
            ),
        ),
        split={"2.2": ("2.2", "2.8")},
    ),
    Pair(
        name="merged",
        scheme=WUHAN_INDIVIDUAL,
        edits=(
            swapped('- where: "1.3"', '- where: "1.2"'),
            swapped("|  | 1.2 道德品质（5分） |\n", ""),
            swapped("1.3 职业操守（5分） |", "1.2 品德与操守（10分） |"),
            dropped("## 1.2 道德品质"),
            swapped("## 1.3 职业操守（5分）\n", "## 1.2 品德与操守（10分）\n"),
            swapped(
                "a. 具有崇高的职业荣誉感和敬业精神\n",
                "a. 履行社会责任，遵守社会道德规范\n\n"
                "b. 具有正确的人生观、价值观和世界观\n\n"
                "c. 具有强烈的时代感、责任感和使命感\n\n"
                "a. 具有崇高的职业荣誉感和敬业精神\n",
            ),
        ),
        merged={"1.2": ("1.3", "1.2")},
    ),
    Pair(
        name="a choice and its indicators added",
        scheme=MINHANG,
        edits=(
            swapped("商标品牌创新]", "商标品牌创新, 绿色创新]"),
            added(
                '# 7 绿色创新（300分） {process variant="单项=绿色创新"}\n\n'
                "## 7.1 绿色制造（150分）\n\n"
                "――如何建立绿色工厂、绿色供应链并通过第三方评价；\n\n"
                "## 7.2 碳足迹管理（150分）\n\n"
                "――如何核算产品碳足迹并持续降低，参与碳标识认证。",
                "# 6 创新价值",
            ),
        ),
        new=("7", "7.1", "7.2"),
    ),
    Pair(
        name="scored criteria in another order and with other points",
        scheme=SUIHUA,
        edits=(
            swapped(
                "（1）形成具有特色的企业质量文化；（5分）\n",
                "（1）形成具有特色的企业质量文化；（4分）\n",
            ),
            swapped(
                "并共同遵守。（5分）",
                "并共同遵守。（6分）",
            ),
            swapped("### ——质量战略（30分）", "### ——战略引领（30分）"),
        ),
    ),
    Pair(
        name="rewritten beyond recognition",
        scheme=WUHAN,
        edits=(
            swapped("5.7.3 产品和服务质量", "5.7.3 数智赋能"),
            _rewritten,
        ),
        new=("5.7.3",),
        dropped=("5.7.3",),
    ),
    Pair(
        name="two in the place of one, and one half rewritten",
        scheme=PENGJIANG,
        edits=(
            _doubled,
            swapped('where: "5.7"', 'where: "5.9"'),
            swapped("## 3.3 管理创新", "## 3.3 管理变革"),
            swapped(
                "b. 如何实施创新性的商业模式、经营模式、管理模式，如通过互联网开展业务、"
                "开展个性化服务或定制化服务等；"
                "为快速响应市场变化，如何创新实施灵活弹性的敏捷管理方式等。",
                "b. 如何推动班组长数字化能力提升与一线改善提案活动常态化，"
                "形成可复制、可推广的做法，并带动上下游中小企业共同改善。",
            ),
            swapped("，包括针对具体质量问题，创新质量管理模式、方法和工具", "和组织变革"),
        ),
        new=("5.8",),
        same={"5.7": "5.9"},
        doubtful=("3.3", "5.7"),
    ),
)
