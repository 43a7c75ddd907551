"""What changed between two editions, as data."""

from enum import StrEnum
from typing import Self

from builder.editions.wording import Run, marked
from builder.frozen import frozen


class Aspect(StrEnum):
    """What of an award changed; the value is what JSON carries."""

    NUMBER = "number"
    NAME = "name"
    PLACE = "place"
    POINTS = "points"
    WORDING = "wording"
    RULE = "rule"
    METRIC = "metric"
    WEIGHT = "weight"
    TITLE = "title"
    SOURCE = "source"
    TOTAL = "total"
    SCALE = "scale"
    BAND = "band"
    CHOICE = "choice"
    FIELD = "field"
    ELIGIBILITY = "eligibility"
    VETO = "veto"
    THRESHOLD = "threshold"
    REPORT = "report"
    SECTION = "section"
    REMARK = "remark"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return _LABELS[self]


_LABELS = {
    Aspect.NUMBER: "序号",
    Aspect.NAME: "名称",
    Aspect.PLACE: "位置",
    Aspect.POINTS: "分值",
    Aspect.WORDING: "文字",
    Aspect.RULE: "计分规则",
    Aspect.METRIC: "测量项目",
    Aspect.WEIGHT: "权重",
    Aspect.TITLE: "名称和版次",
    Aspect.SOURCE: "来源",
    Aspect.TOTAL: "总分",
    Aspect.SCALE: "尺度和步长",
    Aspect.BAND: "档次",
    Aspect.CHOICE: "选择",
    Aspect.FIELD: "基本信息",
    Aspect.ELIGIBILITY: "资格",
    Aspect.VETO: "否决事项",
    Aspect.THRESHOLD: "建议线",
    Aspect.REPORT: "申报材料",
    Aspect.SECTION: "其他原文",
    Aspect.REMARK: "矛盾、更正和提醒",
    Aspect.OTHER: "其他设定",
}


@frozen
class Change:
    """One thing that changed: what it is called, what it was and is; ``runs`` mark the letters.

    An empty side is that there was, or is, nothing.
    """

    aspect: Aspect
    name: str
    old: str
    new: str
    runs: tuple[Run, ...] = ()

    @classmethod
    def of(cls, aspect: Aspect, name: str, old: str, new: str) -> Self:
        """The change of one text into another, marked letter by letter."""
        return cls(aspect=aspect, name=name, old=old, new=new, runs=marked(old, new))

    @property
    def word(self) -> str:
        """Whether it is added, dropped or changed."""
        if not self.old:
            return "新增"
        return "修改" if self.new else "取消"
