"""What 基本信息 asks: the usual list of an applicant, a scheme's own, an office's own."""

from dataclasses import replace

from builder.model.office import YEARS, ApplicantField, FieldKind, Office
from builder.model.scheme import Scheme

_NAME_OF_PERSON = "姓名"
_SIZES = ("大型", "中型", "小型", "微型")


def _field(
    name: str,
    caption: str,
    kind: FieldKind,
    prompt: str,
    longest: int = 0,
    *,
    options: tuple[str, ...] = (),
    required: bool = True,
) -> ApplicantField:
    return ApplicantField(
        name=name,
        caption=caption,
        kind=kind,
        prompt=prompt,
        longest=longest,
        options=options,
        required=required,
    )


_ORGANISATION = (
    _field("organisation", "申报组织", FieldKind.TEXT, "与营业执照或登记证书一致的全称。", 100),
    _field(
        "credit_code",
        "统一社会信用代码",
        FieldKind.CREDIT_CODE,
        "18 位，半角数字和大写字母，末位为校验码。",
    ),
    _field("representative", "法定代表人", FieldKind.TEXT, "法定代表人或主要负责人姓名。", 50),
    _field(
        "industry", "所属行业", FieldKind.INDUSTRY, "按主营业务从下拉列表选门类（GB/T 4754-2017）。"
    ),
    _field("size", "组织规模", FieldKind.OPTION, "按国家统计标准从下拉列表选择。", options=_SIZES),
    _field("founded", "成立日期", FieldKind.DATE, "写成 2015-03-01；与营业执照或登记证书一致。"),
    _field("employees", "职工人数", FieldKind.NUMBER, "上年末从业人员数，只写数字。"),
)
_CONTACT = (
    _field("contact", "联系人", FieldKind.TEXT, "负责本次申报的联系人。", 50),
    _field("phone", "联系电话", FieldKind.TEXT, "手机或带区号的座机。", 50),
    _field("email", "电子邮箱", FieldKind.EMAIL, "用于接收补正通知。", required=False),
    _field(
        "address",
        "通讯地址",
        FieldKind.TEXT,
        "省、市、区（县）、街道和门牌号。",
        200,
        required=False,
    ),
)
_FIGURES = (
    _field("revenue", "营业收入（万元）", FieldKind.YEARS, "与年度审计报告或财务报表一致。"),
    _field("profit", "利润总额（万元）", FieldKind.YEARS, "亏损填负数。"),
    _field("tax", "纳税总额（万元）", FieldKind.YEARS, "各年度实际缴纳税额。"),
)
_GROUPS = (
    ("一、组织概况", _ORGANISATION),
    ("二、联系方式", _CONTACT),
    ("三、申报前三年主要指标", _FIGURES),
)
DEFAULT_FIELDS = tuple(replace(field, group=group) for group, own in _GROUPS for field in own)


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


def asks_of_person(fields: tuple[ApplicantField, ...]) -> bool:
    """Whether a person applies: the first question is for a name; a contact's name comes later."""
    return fields[0].caption == _NAME_OF_PERSON
