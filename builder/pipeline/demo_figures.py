"""The figures over three years of the invented company of 蓬江."""

from dataclasses import dataclass

YEAR = 2026


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One row: the indicator and the name that the scheme gives it, three years, where from.

    ``unit`` is empty where the sheet prints one.
    """

    code: str
    name: str
    years: tuple[str, str, str]
    source: str
    benchmark: str = ""
    unit: str = ""


FIGURES = (
    Figure(
        code="5.1",
        name="顾客满意度",
        years=("91.2", "93.1", "94.5"),
        benchmark="行业平均 88.6",
        source="第三方满意度测评报告",
    ),
    Figure(
        code="5.1",
        name="关键质量指标",
        unit="一次交验合格率 %",
        years=("97.6", "98.4", "99.1"),
        benchmark="同行标杆 98.8",
        source="检验中心年报",
    ),
    Figure(code="5.1", name="质量安全事故", years=("0", "0", "0"), source="安全生产台账"),
    Figure(
        code="5.2",
        name="研发经费投入",
        years=("1640", "1985", "2310"),
        source="研发费用专项审计报告",
    ),
    Figure(code="5.2", name="有效发明专利数", years=("27", "34", "41"), source="专利证书清单"),
    Figure(code="5.2", name="海外发明专利数", years=("2", "4", "5"), source="专利证书清单"),
    Figure(
        code="5.3",
        name="市场占有率",
        years=("22.5", "24.1", "26"),
        benchmark="行业第一 31",
        source="行业协会证明",
    ),
    Figure(
        code="5.4",
        name="万元总产值综合能耗",
        years=("0.11", "0.1", "0.09"),
        benchmark="行业平均 0.13",
        source="能源审计报告",
    ),
    Figure(code="5.5", name="全员劳动生产率", years=("48.6", "55.2", "61.3"), source="统计年报"),
    Figure(code="5.6", name="净资产收益率", years=("13.2", "14.1", "14.9"), source="审计报告"),
    Figure(code="5.6", name="资产负债率", years=("46.1", "44.8", "42.3"), source="审计报告"),
    Figure(code="5.6", name="纳税额", years=("5480", "6120", "7000"), source="完税证明"),
    Figure(code="5.7", name="一线员工离职率", years=("9.8", "7.1", "5.6"), source="人力资源年报"),
)
