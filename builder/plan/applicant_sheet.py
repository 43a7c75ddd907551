"""基本信息: who applies, and whom the office may ask."""

from dataclasses import dataclass

from builder.plan.canvas import Canvas
from builder.plan.sheet_names import APPLICANT
from builder.plan.style import Style
from builder.plan.workbook import (
    Allowed,
    InputKind,
    InputPlan,
    Merge,
    SheetPlan,
    ValidationKind,
    ValidationPlan,
)

_WIDTHS = (22.0, 60.0)
_FIRST_ROW = 3
ORGANISATION = "applicant_organisation"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One line of the form: its input's name, its caption, what to write, how long at most."""

    name: str
    caption: str
    prompt: str
    longest: int


FIELDS = (
    Field(
        name=ORGANISATION,
        caption="申报组织",
        prompt="与营业执照或登记证书一致的全称。",
        longest=100,
    ),
    Field(
        name="applicant_credit_code",
        caption="统一社会信用代码",
        prompt="18 位，与营业执照或登记证书一致。",
        longest=18,
    ),
    Field(
        name="applicant_representative",
        caption="法定代表人",
        prompt="法定代表人或主要负责人姓名。",
        longest=50,
    ),
    Field(name="applicant_contact", caption="联系人", prompt="负责本次申报的联系人。", longest=50),
    Field(name="applicant_phone", caption="联系电话", prompt="手机或带区号的座机。", longest=50),
)


def plan_applicant(title: str) -> tuple[SheetPlan, tuple[InputPlan, ...]]:
    """The form of the applicant and its inputs from top to bottom."""
    canvas = Canvas(APPLICANT, _WIDTHS)
    canvas.line(1, Style.TITLE, f"{title}　基本信息")
    canvas.fit(1, (), least=40)
    canvas.line(2, Style.GUIDE, "请填写右侧单元格；内容应与申报材料一致。")
    inputs: list[InputPlan] = []
    validations: list[ValidationPlan] = []
    for row, line in enumerate(FIELDS, start=_FIRST_ROW):
        canvas.put(row, 1, Style.LABEL, line.caption)
        cell = canvas.put(row, 2, Style.INPUT_TEXT)
        canvas.fit(row, (), least=28)
        inputs.append(
            InputPlan(
                name=line.name,
                kind=InputKind.TEXT,
                cell=cell,
                title=line.caption,
                allowed=Allowed(longest=line.longest),
            )
        )
        validations.append(
            ValidationPlan(
                kind=ValidationKind.TEXT_LENGTH,
                rule=str(line.longest),
                cells=(Merge.of(cell),),
                title=line.caption,
                prompt=line.prompt,
                error=f"“{line.caption}”不超过 {line.longest} 字。",
            )
        )
    sheet = SheetPlan(
        name=APPLICANT,
        cells=canvas.cells,
        widths=_WIDTHS,
        heights=canvas.heights,
        merges=tuple(canvas.merges),
        validations=tuple(validations),
        tab_style=Style.INPUT_POINTS,
    )
    return sheet, tuple(inputs)
