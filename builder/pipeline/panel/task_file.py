"""The office's own record of a panel's task, beside the files that were handed out."""

import json
from pathlib import Path

from builder.findings.failure import failure_words
from builder.findings.finding import Finding, Place
from builder.model.panel.task import PanelTask
from builder.pipeline.files import write_whole
from builder.report.plain_record import MisfitError, data_of, record_of

TASK_FILE = "评审任务.json"
_VERSION = 1
# A hundred companies with their whole reports come to some thirty megabytes.
_LARGEST = 400_000_000


def write_task(folder: Path, task: PanelTask) -> Finding | None:
    """Write the record; what kept it from being written."""
    record = {"version": _VERSION, "task": record_of(task)}
    content = json.dumps(record, ensure_ascii=False, indent=1)
    return write_whole(folder / TASK_FILE, content.encode())


def read_task(folder: Path) -> PanelTask | Finding:
    """The task that ``builder review`` wrote into a folder, or why it cannot be had."""
    path = folder / TASK_FILE
    place = Place(path=str(path))
    try:
        if path.stat().st_size > _LARGEST:
            return Finding(code="QA939", place=place, actual="文件过大")
        record = json.loads(path.read_bytes())
        if not isinstance(record, dict) or record.get("version") != _VERSION:
            return Finding(code="QA939", place=place, actual="不是本版本写的")
        return data_of(PanelTask, record.get("task"))
    except OSError as error:
        return Finding(code="QA939", place=place, actual=failure_words(error))
    except (ValueError, RecursionError, MisfitError):
        return Finding(code="QA939", place=place, actual="内容被改动或不完整")
