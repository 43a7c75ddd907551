"""What an invented company of 蓬江 fills in, three faults included."""

from dataclasses import dataclass
from decimal import Decimal

from builder.formula.value import Value

SCHEME = "pengjiang-manufacturing"

# The third fault: a total typed over its formula.
TYPED_TOTAL = Decimal(846)

APPLICANT: dict[str, Value] = {
    "applicant_year": Decimal(2026),
    "applicant_organisation": "江门示例精密传动有限公司",
    "applicant_credit_code": "91440703MA4EXAMPL4",
    "applicant_representative": "陈示例",
    "applicant_industry": "C 制造业",
    "applicant_size": "中型",
    "applicant_founded": "2009-06-18",
    "applicant_employees": Decimal(862),
    "applicant_contact": "李示例",
    "applicant_phone": "0750-1234567",
    "applicant_email": "quality@example.com",
    "applicant_address": "广东省江门市蓬江区示例路 1 号",
    "applicant_revenue_1": Decimal(41870),
    "applicant_revenue_2": Decimal(46230),
    "applicant_revenue_3": Decimal(52840),
    "applicant_profit_1": Decimal(4310),
    "applicant_profit_2": Decimal(5020),
    "applicant_profit_3": Decimal(6180),
    "applicant_tax_1": Decimal(5340),
    "applicant_tax_2": Decimal(6110),
    "applicant_tax_3": Decimal(7150),
}


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One row of the evidence table; ``also`` are codes of other indicators that it proves.

    Dates are written as a company types them; ``file`` is empty where it is not told.
    """

    name: str
    kind: str
    issuer: str
    page: str
    issued: str = ""
    until: str = ""
    file: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The score of one indicator in points, its explanation and its evidence."""

    code: str
    score: str
    note: str
    evidence: tuple[Proof, ...]


# 5.4 is over its cap of 30 points; 4.1 claims points without evidence.
ANSWERS = (
    Answer(
        code="1.1",
        score="21",
        note=(
            "董事长每年主持质量与创新专题会十二次，近三年战略目标完成率均在95%以上；出口市"
            "场由9个增至14个。"
        ),
        evidence=(
            Proof(
                name="2023—2025年度战略目标完成情况报告", kind="报告", issuer="本公司", page="12"
            ),
        ),
    ),
    Answer(
        code="1.2",
        score="29.5",
        note=("形成“零缺陷、敢担当”文化手册，工匠工作室6个，员工文化认同度测评由86分升至92分。"),
        evidence=(
            Proof(name="企业文化手册（2024版）", kind="制度", issuer="本公司", page="16"),
            Proof(name="工匠工作室授牌证书", kind="荣誉", issuer="区总工会", page="17"),
        ),
    ),
    Answer(
        code="1.3",
        score="28",
        note=("按“环境分析—目标分解—季度复盘”闭环管理战略，质量与品牌子战略分解到42个岗位。"),
        evidence=(
            Proof(name="2023—2027年战略规划及年度分解表", kind="制度", issuer="本公司", page="20"),
        ),
    ),
    Answer(
        code="1.4",
        score="20.5",
        note="设董事会、监事会和合规委员会，高管绩效与质量指标挂钩，权重不低于30%。",
        evidence=(Proof(name="公司治理制度汇编", kind="制度", issuer="本公司", page="24"),),
    ),
    Answer(
        code="1.5",
        score="25",
        note="连续三年发布社会责任报告，单位产值碳排放累计下降14.6%，帮扶就业126人。",
        evidence=(Proof(name="2025年度社会责任报告", kind="报告", issuer="本公司", page="27"),),
    ),
    Answer(
        code="2.1",
        score="30",
        note="建立四级质量责任清单和风险分级管控，近三年重大质量、安全、环保事故为零。",
        evidence=(
            Proof(name="质量安全责任制及风险管控清单", kind="制度", issuer="本公司", page="33"),
        ),
    ),
    Answer(
        code="2.2",
        score="51",
        note=(
            "设首席质量官，质量、环境、职业健康安全、能源四体系整合运行；质量数据平台覆盖全"
            "部关键工序。"
        ),
        evidence=(
            Proof(
                name="质量管理体系认证证书",
                kind="证书",
                issuer="中国质量认证中心",
                page="36",
                issued="2024-05-20",
                until="2027-05-19",
                file="02-质量管理体系认证证书.pdf",
                also=("2.1", "2.5"),
            ),
            Proof(name="质量数据平台验收报告", kind="报告", issuer="市工业和信息化局", page="38"),
        ),
    ),
    Answer(
        code="2.3",
        score="33",
        note="用质量功能展开识别顾客需求，满意度由91.2分升至94.5分，投诉24小时响应率100%。",
        evidence=(
            Proof(name="第三方顾客满意度测评报告", kind="报告", issuer="广东省质量协会", page="41"),
        ),
    ),
    Answer(
        code="2.4",
        score="32",
        note="向38家关键供方输出质量管理方法，来料合格率由98.1%升至99.4%。",
        evidence=(Proof(name="供方质量评价与辅导记录", kind="记录", issuer="本公司", page="45"),),
    ),
    Answer(
        code="2.5",
        score="33.5",
        note="主持或参与制定国家标准3项、行业标准5项，检测中心通过国家认可。",
        evidence=(
            Proof(
                name="实验室认可证书", kind="证书", issuer="中国合格评定国家认可委员会", page="48"
            ),
        ),
    ),
    Answer(
        code="2.6",
        score="28",
        note="质量人才梯队四级晋升，年人均培训46学时，中级以上质量工程师27人。",
        evidence=(Proof(name="年度培训计划与考核记录", kind="记录", issuer="本公司", page="52"),),
    ),
    Answer(
        code="2.7",
        score="40",
        note="近三年完成改进项目214项，一次交验合格率由97.6%升至99.1%，获省级小组成果奖4项。",
        evidence=(
            Proof(name="质量改进成果获奖证书", kind="荣誉", issuer="广东省质量协会", page="55"),
        ),
    ),
    Answer(
        code="3.1",
        score="24",
        note="建立创新管理体系，研发投入占比三年分别为4.1%、4.6%、5.0%。",
        evidence=(
            Proof(name="研发费用专项审计报告", kind="报告", issuer="会计师事务所", page="60"),
        ),
    ),
    Answer(
        code="3.2",
        score="66",
        note="建有省级工程技术研究中心，承担省重点研发项目2项，突破高精度减速机关键技术。",
        evidence=(
            Proof(
                name="省级工程技术研究中心认定文件",
                kind="证书",
                issuer="广东省科学技术厅",
                page="63",
            ),
            Proof(name="省重点研发项目任务书", kind="记录", issuer="广东省科学技术厅", page="64"),
        ),
    ),
    Answer(
        code="3.3",
        score="36",
        note="推行“小单元经营＋数字看板”模式，人均产值三年提高22%。",
        evidence=(Proof(name="小单元经营管理办法", kind="制度", issuer="本公司", page="68"),),
    ),
    Answer(
        code="3.4",
        score="37",
        note="有效发明专利41件，其中海外5件；应用数字孪生缩短新品开发周期31%。",
        evidence=(
            Proof(name="有效发明专利清单及证书", kind="证书", issuer="国家知识产权局", page="71"),
        ),
    ),
    Answer(
        code="4.1",
        score="24",
        note="以“精密传动专家”为核心定位，制定三年品牌行动方案并纳入总体战略。",
        evidence=(),
    ),
    Answer(
        code="4.2",
        score="32.5",
        note="品牌管理部负责全生命周期管理，舆情预警两小时内响应，近三年无重大品牌危机。",
        evidence=(
            Proof(name="品牌管理制度与舆情处置记录", kind="制度", issuer="本公司", page="77"),
        ),
    ),
    Answer(
        code="4.3",
        score="25",
        note="国内注册商标36件，马德里体系注册覆盖18国，维权案件全部胜诉。",
        evidence=(
            Proof(name="商标注册证（国内及国际）", kind="证书", issuer="国家知识产权局", page="80"),
        ),
    ),
    Answer(
        code="5.1",
        score="42",
        note="关键性能指标达到国际同类产品水平，监督抽查合格率连续三年100%。",
        evidence=(
            Proof(
                name="近三年产品质量监督抽查报告",
                kind="报告",
                issuer="省产品质量监督检验研究院",
                page="85",
                issued="2025-11-06",
                until="长期",
                file="05-监督抽查报告.pdf",
                also=("2.7",),
            ),
        ),
    ),
    Answer(
        code="5.2",
        score="41.5",
        note="新产品销售占比由38%升至47%，获省科学技术进步二等奖1项。",
        evidence=(Proof(name="科学技术奖励证书", kind="荣誉", issuer="广东省人民政府", page="89"),),
    ),
    Answer(
        code="5.3",
        score="24",
        note="国内细分市场占有率26%，居行业第二，品牌价值评价12.8亿元。",
        evidence=(Proof(name="市场占有率证明", kind="报告", issuer="行业协会", page="93"),),
    ),
    Answer(
        code="5.4",
        score="32.5",
        note="万元产值综合能耗三年累计下降18.2%，光伏发电占用电量21%。",
        evidence=(Proof(name="能源审计报告", kind="报告", issuer="节能技术服务机构", page="96"),),
    ),
    Answer(
        code="5.5",
        score="25.5",
        note="关键设备数控化率92%，全员劳动生产率由48.6万元升至61.3万元。",
        evidence=(
            Proof(name="智能工厂诊断评估报告", kind="报告", issuer="市工业和信息化局", page="99"),
        ),
    ),
    Answer(
        code="5.6",
        score="26",
        note="净资产收益率三年为13.2%、14.1%、14.9%，纳税额累计1.86亿元。",
        evidence=(Proof(name="近三年审计报告", kind="报告", issuer="会计师事务所", page="102"),),
    ),
    Answer(
        code="5.7",
        score="25",
        note="一线员工离职率由9.8%降至5.6%，公益支出累计640万元。",
        evidence=(
            Proof(
                name="和谐劳动关系企业证书",
                kind="荣誉",
                issuer="市人力资源和社会保障局",
                page="106",
            ),
        ),
    ),
)
