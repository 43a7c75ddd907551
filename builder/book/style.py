"""The cell styles a workbook uses, each with one meaning; templates define how they look."""

from enum import StrEnum


class Style(StrEnum):
    """A named style of the workbook template; the value is its name as an office sees it."""

    TITLE = "QA标题"
    GUIDE = "QA说明"
    BANNER = "QA提醒"
    HEADER = "QA表头"
    NUMBER = "QA序号"
    NAME = "QA指标"
    OFFICIAL = "QA原文"
    NOTE = "QA注"
    POINTS = "QA分值"
    INPUT_POINTS = "QA填写分值"
    INPUT_PERCENT = "QA填写比例"
    INPUT_TEXT = "QA填写文字"
    INPUT_OPTION = "QA填写选项"
    INPUT_DATE = "QA填写日期"
    COMPUTED_POINTS = "QA计算分值"
    COMPUTED_COUNT = "QA计算个数"
    COMPUTED_PERCENT = "QA计算比例"
    STATUS = "QA状态"
    SUBTOTAL = "QA小计"
    SUBTOTAL_POINTS = "QA小计分值"
    TOTAL = "QA合计"
    TOTAL_POINTS = "QA合计分值"
    LABEL = "QA标签"
    IDENTITY = "QA标识"
    LINK = "QA链接"
    SAMPLE = "QA图例填写"
    ALERT = "QA状态异常"
    PENDING = "QA状态待办"


# The styles whose cells take an answer and are therefore the only unlocked ones.
INPUT_STYLES = (
    Style.INPUT_POINTS,
    Style.INPUT_PERCENT,
    Style.INPUT_TEXT,
    Style.INPUT_OPTION,
    Style.INPUT_DATE,
)

# The styles that only colour a cell while a condition holds.
CONDITION_STYLES = (Style.ALERT, Style.PENDING)
