"""What 基本信息 asks: the usual list of an applicant, a scheme's own, an office's own."""

from builder.model.office import YEARS, ApplicantField, FieldKind, Office
from builder.model.scheme import Scheme

_ORGANISATION = "一、组织概况"
_CONTACT = "二、联系方式"
_FIGURES = "三、申报前三年主要指标"

DEFAULT_FIELDS = (
    ApplicantField(
        name="organisation",
        caption="申报组织",
        kind=FieldKind.TEXT,
        prompt="与营业执照或登记证书一致的全称。",
        group=_ORGANISATION,
        longest=100,
        required=True,
    ),
    ApplicantField(
        name="credit_code",
        caption="统一社会信用代码",
        kind=FieldKind.CREDIT_CODE,
        prompt="18 位，半角数字和大写字母，末位为校验码。",
        group=_ORGANISATION,
        required=True,
    ),
    ApplicantField(
        name="representative",
        caption="法定代表人",
        kind=FieldKind.TEXT,
        prompt="法定代表人或主要负责人姓名。",
        group=_ORGANISATION,
        longest=50,
        required=True,
    ),
    ApplicantField(
        name="industry",
        caption="所属行业",
        kind=FieldKind.INDUSTRY,
        prompt="按主营业务从下拉列表选门类（GB/T 4754-2017）。",
        group=_ORGANISATION,
        required=True,
    ),
    ApplicantField(
        name="size",
        caption="组织规模",
        kind=FieldKind.OPTION,
        prompt="按国家统计标准从下拉列表选择。",
        group=_ORGANISATION,
        options=("大型", "中型", "小型", "微型"),
        required=True,
    ),
    ApplicantField(
        name="founded",
        caption="成立日期",
        kind=FieldKind.DATE,
        prompt="写成 2015-03-01；与营业执照或登记证书一致。",
        group=_ORGANISATION,
        required=True,
    ),
    ApplicantField(
        name="employees",
        caption="职工人数",
        kind=FieldKind.NUMBER,
        prompt="上年末从业人员数，只写数字。",
        group=_ORGANISATION,
        required=True,
    ),
    ApplicantField(
        name="contact",
        caption="联系人",
        kind=FieldKind.TEXT,
        prompt="负责本次申报的联系人。",
        group=_CONTACT,
        longest=50,
        required=True,
    ),
    ApplicantField(
        name="phone",
        caption="联系电话",
        kind=FieldKind.TEXT,
        prompt="手机或带区号的座机。",
        group=_CONTACT,
        longest=50,
        required=True,
    ),
    ApplicantField(
        name="email",
        caption="电子邮箱",
        kind=FieldKind.EMAIL,
        prompt="用于接收补正通知。",
        group=_CONTACT,
    ),
    ApplicantField(
        name="address",
        caption="通讯地址",
        kind=FieldKind.TEXT,
        prompt="省、市、区（县）、街道和门牌号。",
        group=_CONTACT,
        longest=200,
    ),
    ApplicantField(
        name="revenue",
        caption="营业收入（万元）",
        kind=FieldKind.YEARS,
        prompt="与年度审计报告或财务报表一致。",
        group=_FIGURES,
        required=True,
    ),
    ApplicantField(
        name="profit",
        caption="利润总额（万元）",
        kind=FieldKind.YEARS,
        prompt="亏损填负数。",
        group=_FIGURES,
        required=True,
    ),
    ApplicantField(
        name="tax",
        caption="纳税总额（万元）",
        kind=FieldKind.YEARS,
        prompt="各年度实际缴纳税额。",
        group=_FIGURES,
        required=True,
    ),
)


def fields_of(scheme: Scheme, office: Office) -> tuple[ApplicantField, ...]:
    """The fields of a kit: the office's list, else the scheme's, else the usual, then the added.

    An added field stands in place of one of the same name, else after the last of its group, else
    at the end.
    """
    found = list(office.fields or scheme.fields or DEFAULT_FIELDS)
    for field in office.more_fields:
        names = [each.name for each in found]
        groups = [place for place, each in enumerate(found, start=1) if each.group == field.group]
        if field.name in names:
            found[names.index(field.name)] = field
        else:
            found.insert(groups[-1] if field.group and groups else len(found), field)
    return tuple(found)


def input_names(asked: ApplicantField) -> tuple[str, ...]:
    """The names of a field's inputs, for three years the earliest year first."""
    name = f"applicant_{asked.name}"
    if asked.kind is not FieldKind.YEARS:
        return (name,)
    return tuple(f"{name}_{place}" for place in range(1, YEARS + 1))
