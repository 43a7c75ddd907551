"""The notices as their text was extracted, and the shipped schemes to hold beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from builder.load.library import find_scheme
from builder.load.lint import lint_scheme
from builder.model.scheme import Scheme

SEEDS = Path(__file__).parents[1] / "seeds"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A seed: its file, and what of it is not the text of a scheme, each for a reason.

    ``left_out`` gives, for whole lines without white space, why no output needs them; ``joined``
    are lines that a cell or a page of the original broke in two.
    """

    file: str
    left_out: Mapping[str, str]
    joined: tuple[tuple[str, str], ...] = ()

    @property
    def raw_lines(self) -> list[str]:
        """The lines of the file as they are."""
        return (SEEDS / self.file).read_text(encoding="utf-8").split("\n")

    @property
    def lines(self) -> list[str]:
        """The lines without white space and tags, without what is left out, joined."""
        squeezed_lines = (squeezed(line) for line in self.raw_lines)
        lines = [line for line in squeezed_lines if line and line not in self.left_out]
        for broken in self.joined:
            at = next(place for place, pair in enumerate(pairwise(lines)) if pair == broken)
            lines[at : at + 2] = ["".join(broken)]
        return lines


def squeezed(text: str) -> str:
    """The text without its white space and without the tags the extraction left behind."""
    return "".join(_TAG.sub("", text).split())


@cache
def scheme_of(scheme_id: str) -> Scheme:
    """A shipped scheme, which must be without findings."""
    path, _ = find_scheme(scheme_id)
    assert path is not None
    loaded = lint_scheme(path)
    assert loaded.findings == ()
    assert loaded.scheme is not None
    assert loaded.scheme.id == path.stem == scheme_id
    return loaded.scheme


# Bookmarks of 绥化, and the list markup in the cells of 武汉's table.
_TAG = re.compile(r"\[bookmark: \w+\]|<ul style=\"list-style-type: none\">")

_HEAD = "the head of the table, whose columns are the levels of the tree"
_NUMBER = "the notice's number, in the scheme's edition and source"

XINHUI = Notice(
    file="000_xinhui-service.txt",
    left_out={
        "附件3": _NUMBER,
        **dict.fromkeys(("序号", "评价指标", "评价要点", "评分分值", "一级", "二级"), _HEAD),
    },
)
PENGJIANG = Notice(
    file="001_pengjiang-manufacturing.txt",
    left_out={
        "附件2": _NUMBER,
        **dict.fromkeys(("序号", "评价指标", "评价要点", "评分分值", "一级", "二级"), _HEAD),
        **dict.fromkeys(
            (f"{number}." for number in range(1, 8)),
            "a list number that Word put into an empty cell of the first column",
        ),
    },
)
SUIHUA = Notice(
    file="002_suihua-mayor.txt",
    left_out={
        "附件2": _NUMBER,
        "二、参评组织基本要求": "the heading of what the front matter's eligibility holds",
        "四、否决事项": "the heading of what the front matter's vetoes hold",
        **dict.fromkeys(
            (
                "附表：1.IT行业服务评价指标",
                "2.工程行业服务评价指标",
                "3.现代农业服务评价指标",
                "4.养老行业服务评价指标",
                "5.医疗行业服务评价指标",
                "6.物流行业服务评价指标",
                "7.教育行业服务评价指标",
            ),
            "the list of the tables, whose own captions are headings",
        ),
        **dict.fromkeys(
            ("所属行业", "一级评审指标", "二级评审指标", "三级评审指标", "备注"),
            "the head of each of the seven tables",
        ),
    },
    joined=(
        ("加强基础建设", "（12分）"),
        ("养老行业服务评价指标（仅适用于养老服务业）", "20分"),
        ("工作基本要求（明确开展养老服务标准化工作的基本要求）", "（2分）"),
        ("服务评价（服务是核心，服务项目的质量控制指标要求）", "（5分）"),
        ("改善住院服务流程，实现住院全程服务", "（3分）"),
        ("教学课件评价指标", "（2分）"),
        ("网络课程评价指标", "（2分）"),
    ),
)
WUHAN = Notice(
    file="003_wuhan.txt",
    left_out={
        # Letter, cover and contents are held against edition and source, one by one, in the test.
        "5评价要求": "the heading over the tree of a unit award, which is the tree itself",
        "三、评分要点及权重": "the heading over the table that is the tree of the individual award",
        "武汉市质量强市工作委员会办公室2022年11月11日印发": "the imprint on the last page",
    },
)
MINHANG = Notice(
    file="004_minhang-innovation.txt",
    left_out=dict.fromkeys(
        ("创新项目", "项目总分", "评分项"), "the head of the table that repeats the headings"
    ),
)
NOTICES = (XINHUI, PENGJIANG, SUIHUA, WUHAN, MINHANG)
