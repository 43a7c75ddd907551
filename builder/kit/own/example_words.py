"""The filled examples: one indicator of a process and one of results, all of it invented.

They are in words of our own and belong to no notice. An award for persons has examples of its own.
"""

from typing import NamedTuple

from builder.frozen import frozen


class ExampleProof(NamedTuple):
    """One row of evidence: its name, kind, issuer, day and page in the report."""

    name: str
    kind: str
    issuer: str
    day: str
    page: str


class ExampleFigure(NamedTuple):
    """One figure over three years, with what it is compared with and where it comes from."""

    name: str
    unit: str
    years: tuple[str, str, str]
    benchmark: str
    source: str


@frozen
class FilledExample:
    """One indicator as a good applicant fills it in, why it is good, and how it is often written.

    ``share`` is how much of the points it takes, in hundredths.
    """

    kind: str
    indicator: str
    asked: str
    share: int
    note: str
    proofs: tuple[ExampleProof, ...]
    good: tuple[str, ...]
    poor: str
    lacking: str
    figures: tuple[ExampleFigure, ...] = ()


_PROCESS = FilledExample(
    kind="过程类",
    indicator="供方质量管理",
    asked="如何选择、评价供方，并帮助供方提高质量？",
    share=60,
    note=(
        "做法：按供货对产品质量的影响把 86 家供方分为 A、B、C 三类，A 类须通过现场审核和三批试用"
        "才能列入名录（E001）。每季度按质量、交付、服务、成本四项打分，低于 70 分的限期整改，"
        "连续两季不达标的退出（E002）。\n"
        "展开：制度 2021 年起施行，覆盖全部生产性供方和 4 家外协加工厂，近一年评价率 100%，"
        "整改 11 家、退出 2 家。\n"
        "改进：2024 年发现交付分与来料合格率不相关，把“批次合格率”改为“上线不良率”，并派质量工程师"
        "驻厂帮扶 5 家关键供方，改进前后的数据见年度报告（E003）。\n"
        "成效：来料上线不良率由 0.82% 降到 0.35%，见“近三年数据”。"
        "还没有做到的：二级供方的追溯只覆盖关键件，2026 年扩到全部 A 类。"
    ),
    proofs=(
        ExampleProof("供方管理程序（第 3 版）", "制度", "本单位", "2024-03-15", "31"),
        ExampleProof("2025 年度供方季度评价汇总表", "记录", "本单位采购部", "2026-01-10", "32"),
        ExampleProof("关键供方帮扶改进报告", "报告", "本单位质量部", "2025-11-20", "33"),
    ),
    good=(
        "按做法、展开、改进、成效写，每句都有对象、时间和数量。",
        "做法后面写着证据编号，在证据清单里登记，在申报材料里注明页码。",
        "改进说清了发现什么、改了什么、改完怎样；没有做到的也写明。",
        "成效只写一句，数放在“近三年数据”，两处一致。",
    ),
    poor="公司高度重视供方管理，建立了完善的供方管理体系，定期评价，取得了良好效果，得到各方好评。",
    lacking="没有做法，没有范围，没有数，没有证据；换成哪一家公司都能用。",
)

_RESULT = FilledExample(
    kind="结果类",
    indicator="产品和服务质量结果",
    asked="主要产品和服务质量的关键指标，近三年的水平和趋势如何？与竞争对手、标杆相比怎样？",
    share=75,
    note=(
        "水平：成品一次交验合格率上年 99.2%，高于行业协会公布的行业平均 97.5%（E011、E013）。\n"
        "趋势：三年连续提高 0.9 个百分点；顾客投诉率三年下降 46%（口径：投诉次数÷发货批次）。\n"
        "对比：投诉率低于主要竞争对手 0.31 次/百批（第三方满意度调查，E012）。\n"
        "原因：合格率提高主要来自 2024 年上线的在线检测和供方帮扶，见“供方质量管理”；"
        "2023 年 8 月因换线短时下降，已在当月恢复，纠正措施见 E011。"
    ),
    proofs=(
        ExampleProof("成品检验年报（三年）", "数据", "本单位质量部", "2026-01-15", "88"),
        ExampleProof("顾客满意度第三方调查报告", "报告", "某调查机构", "2025-12-05", "90"),
        ExampleProof("行业质量年度公报（摘页）", "数据", "某行业协会", "2025-10-30", "91"),
    ),
    good=(
        "有水平、趋势、对比，三样都有数，口径和单位写明。",
        "对比值注明是谁公布的，有证据；没有可比的数，写明为什么。",
        "说明数为什么变，和哪个过程有关；不好的一年也写。",
        "数与“近三年数据”、申报材料里的表逐个相同。",
    ),
    poor="产品质量稳步提升，合格率始终保持在较高水平，顾客非常满意，处于行业领先。",
    lacking="没有数和单位，没有年份，“领先”没有和谁比；写了也不能高过有数据的档次。",
    figures=(
        ExampleFigure(
            "成品一次交验合格率", "%", ("98.3", "98.8", "99.2"), "97.5（行业平均）", "检验年报"
        ),
        ExampleFigure(
            "顾客投诉率", "次/百批", ("0.48", "0.35", "0.26"), "0.57（竞争对手）", "第三方调查"
        ),
    ),
)

_PERSONAL_PROCESS = FilledExample(
    kind="过程类",
    indicator="质量改进方法",
    asked="本人如何运用质量方法解决问题，并带动他人？",
    share=60,
    note=(
        "做法：本人 2021 年起负责总装线质量，针对漏装问题提出“工位自检＋扫码防错”两道关，"
        "先在 2 个工位试行三个月，用对比数据说明有效后再推开（E001）。\n"
        "展开：到 2024 年推行到 3 条线 46 个工位，编写作业指导书 12 份，培训 180 人次（E002）。\n"
        "改进：2024 年发现扫码等待影响节拍，本人带领 QC 小组改为拍照识别，单件时间缩短 6 秒，"
        "成果获省级 QC 小组二等奖（E003）。\n"
        "成效：漏装率由百万分之 310 降到百万分之 42，见“近三年数据”。本人负责方案和验证，"
        "设备改造由设备部完成。"
    ),
    proofs=(
        ExampleProof("防错方案试行报告", "报告", "所在单位质量部", "2021-09-20", "12"),
        ExampleProof("培训记录和作业指导书目录", "记录", "所在单位人力资源部", "2024-12-31", "13"),
        ExampleProof("省级 QC 小组成果证书", "荣誉", "某质量协会", "2025-06-18", "14"),
    ),
    good=(
        "写清本人做了什么、别人做了什么，不把集体的成绩都写成自己的。",
        "按做法、展开、改进、成效写，有时间、范围和数量。",
        "每个说法后面有证据编号；证书写明名次和颁发单位。",
        "带动他人的情况用培训人次、指导书份数说明。",
    ),
    poor="该同志爱岗敬业，精通质量管理，勇于创新，带领团队取得了突出成绩，深受好评。",
    lacking="像评语，不是自评：没有本人做的事，没有数，没有证据。",
)

_PERSONAL_RESULT = FilledExample(
    kind="结果类",
    indicator="质量工作业绩",
    asked="本人质量工作的成效如何，近三年的水平和趋势怎样？",
    share=75,
    note=(
        "水平：本人负责的总装线上年漏装率百万分之 42，同类工厂公布的约为百万分之 120（E011）。\n"
        "趋势：三年连续下降，由百万分之 310 到百万分之 42（口径：漏装件数÷下线件数）。\n"
        "效益：经财务部核定，上年减少返工损失 96 万元（E012）。\n"
        "推广：方法被集团另外 2 家工厂采用，采用证明见 E013；其中 1 家还在试行，没有计入效益。"
    ),
    proofs=(
        ExampleProof("总装线质量月报汇总（三年）", "数据", "所在单位质量部", "2026-01-12", "20"),
        ExampleProof("效益核定表", "证明", "所在单位财务部", "2026-01-20", "21"),
        ExampleProof("方法采用证明", "证明", "某集团工厂", "2025-11-08", "22"),
    ),
    good=(
        "有水平、趋势、对比，口径写明，数与“近三年数据”一致。",
        "效益由财务部核定并有证据，不自己估。",
        "推广到哪里、到什么程度如实写，没有完成的不计入。",
    ),
    poor="工作业绩突出，为单位创造了巨大的经济效益和社会效益，多次获得表彰。",
    lacking="没有数，没有年份，没有核定；“多次”写不出哪几次。",
    figures=(
        ExampleFigure(
            "总装线漏装率", "百万分之", ("310", "118", "42"), "120（同类工厂）", "质量月报"
        ),
        ExampleFigure("减少返工损失", "万元", ("21", "63", "96"), "—（无可比数）", "财务核定表"),
    ),
)

OF_ORGANISATION = (_PROCESS, _RESULT)
OF_PERSON = (_PERSONAL_PROCESS, _PERSONAL_RESULT)
