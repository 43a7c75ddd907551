"""What hostile files say is carried into our own outputs as text, never as anything that acts."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from builder.pipeline.own_outputs import WRITTEN_FILE
from tests.cli.calls import call
from tests.hostile.contents import CONTENTS
from tests.hostile.made import HostileFile
from tests.support.proved import some

OUTPUTS = (
    *("--annotate", "意见", "--notice", "通知", "--summary", "汇总.xlsx", "--html", "页.html"),
)
_FORMULA = re.compile(rb"<f[ >][^<]*")


def formulas(content: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/s")]
        return [found for name in sheets for found in _FORMULA.findall(archive.read(name))]


@pytest.mark.parametrize("file", some(CONTENTS, 3), ids=lambda file: file.name)
def test_no_output_runs_fetches_or_shows_more_than_text(tmp_path: Path, file: HostileFile) -> None:
    (tmp_path / "甲.xlsx").write_bytes(file.make())
    (tmp_path / "坏\x1b[31m.xlsx").write_bytes(b"x")
    done = call(tmp_path, "verify", "甲.xlsx", "坏\x1b[31m.xlsx", *OUTPUTS)
    assert done.code == 3
    assert "\x1b" not in done.output + done.errors
    lines = done.output.splitlines()
    assert sum(line.startswith("【") for line in lines) == 2
    page = (tmp_path / "页.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    summary = formulas((tmp_path / "汇总.xlsx").read_bytes())
    assert not any(word in formula for formula in summary for word in (b"cmd", b"HTTP", b"http"))
    for path in (tmp_path / "通知").glob("*.docx"):
        words = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        assert "49" not in words
    written = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")}
    given = {"甲.xlsx", "坏\x1b[31m.xlsx"}
    assert written <= given | {"意见", "通知", "汇总.xlsx", "页.html", WRITTEN_FILE}
