"""变化对照表 as a Word file: a planned table poured into an office's template."""

from collections.abc import Iterable
from pathlib import Path

from builder.editions.wording import Edit, Run
from builder.letters.changes import ChangeRow, ChangesPlan
from builder.word.template_tags import CHANGES
from builder.write.docx.document import DocumentBytes
from builder.write.docx.pouring import pour


def write_changes(plan: ChangesPlan, template: Path) -> DocumentBytes:
    """The table in the template's look; the same plan and template always give the same bytes."""
    return pour(template, CHANGES, changes_context(plan))


def changes_context(plan: ChangesPlan) -> dict[str, object]:
    """Every value a tag of the template can print."""
    return {
        "奖项": plan.award,
        "原方案": dict(zip(("标题", "版次", "来源"), plan.old, strict=True)),
        "新方案": dict(zip(("标题", "版次", "来源"), plan.new, strict=True)),
        "概况": plan.summary,
        "指标变化": tuple(map(_row, plan.rows)),
        "其他变化": tuple(map(_row, plan.others)),
        "主办单位": plan.office,
    }


def _row(row: ChangeRow) -> dict[str, object]:
    return {
        "原指标": row.old,
        "新指标": row.new,
        "事项": row.new,
        "变化": row.words,
        "各项": tuple({"名目": line.label, "各段": tuple(_runs(line.runs))} for line in row.lines),
    }


def _runs(runs: Iterable[Run]) -> Iterable[dict[str, object]]:
    for run in runs:
        yield {
            "文字": run.text,
            "删去": run.edit is Edit.DELETED,
            "新增": run.edit is Edit.INSERTED,
        }
