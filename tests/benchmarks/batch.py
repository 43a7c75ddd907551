"""A folder of a thousand returned files: two jobs against one, and memory against a tenth."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Comparison, measured_call
from tests.support.answers import complete_answers
from tests.support.workbooks import filled_bytes, shipped_plan

SCHEME = "pengjiang-manufacturing"
FILES, FEW_FILES = 1000, 100
JOBS_AIM, MEMORY_AIM = "≤ 0.59", "≤ 1.2"


def batch_comparisons() -> Iterator[Comparison]:
    """Times in milliseconds a file; memory in megabytes, in the same columns."""
    plan = shipped_plan(SCHEME)
    content = filled_bytes(plan, complete_answers(plan))
    with tempfile.TemporaryDirectory() as folder:
        many, few = Path(folder) / "many", Path(folder) / "few"
        for place, count in ((many, FILES), (few, FEW_FILES)):
            place.mkdir()
            for number in range(count):
                (place / f"{number:04d}.xlsx").write_bytes(content)
        one, peak = measured_call("verify", str(many), "--jobs", "1")
        two, _ = measured_call("verify", str(many), "--jobs", "2")
        _, little = measured_call("verify", str(few), "--jobs", "1")
    yield Comparison(
        name=f"核验 {FILES} 个文件，--jobs 2（每个文件）",
        reference="--jobs 1",
        ours=two / FILES * 1000,
        theirs=one / FILES * 1000,
        aim=JOBS_AIM,
    )
    yield Comparison(
        name=f"核验 {FILES} 个文件的内存峰值（MB）",
        reference=f"{FEW_FILES} 个文件",
        ours=peak,
        theirs=little,
        aim=MEMORY_AIM,
    )
