"""The README says what the program does today."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import COMMANDS, root
from builder.load.library import shipped_schemes
from tests.benchmarks.table import (
    BEGIN,
    END,
    HEADER,
    SIZE_BEGIN,
    SIZE_END,
    SIZE_HEADER,
    renewed,
    with_sizes,
)
from tests.hostile.catalogue import HOSTILE_FILES
from tests.proof.faults import sown_faults
from tests.proof.honest import PER_SCHEME
from tests.proof.report import BEGIN as PROOF_BEGIN
from tests.proof.report import END as PROOF_END
from tests.proof.report import HEADER as PROOF_HEADER
from tests.proof.report import with_proof
from tests.proof.reports import sown_reports
from tests.support.workbooks import SCHEME_IDS, kits_named

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")


def between(start: str, end: str) -> str:
    return README.partition(start)[2].partition(end)[0]


def test_the_shown_demo_is_what_the_demo_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(root, ["demo"], standalone_mode=False)
    shown = between("<!-- 示例输出开始 -->\n```text\n", "```\n<!-- 示例输出结束 -->")
    assert result.exception is None
    assert shown == result.output


def test_every_shipped_scheme_is_listed() -> None:
    listed = re.findall(r"^\| `([a-z0-9-]+)` \|", README, flags=re.MULTILINE)
    assert sorted(listed) == [path.stem for path in shipped_schemes()]


def test_every_command_the_readme_uses_exists() -> None:
    used = set(
        re.findall(
            r"builder ([a-z]+)\b", "\n".join(re.findall(r"```bash\n(.*?)```", README, re.DOTALL))
        )
    )
    assert used <= {name for name, _, _ in COMMANDS}
    assert {"demo", "list", "show", "lint", "build", "verify", "explain"} <= used


def test_every_file_and_picture_the_readme_points_to_is_there() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


def test_the_benchmark_table_is_one_that_the_benchmark_writes() -> None:
    lines = between(BEGIN, END).strip().splitlines()
    assert tuple(lines[: len(HEADER)]) == HEADER
    row = re.compile(r"\| .+ \| .+ \| \d+\.\d \| \d+\.\d \| \d+\.\d\d \| .* \|")
    assert len(lines) > len(HEADER)
    assert [line for line in lines[len(HEADER) :] if not row.fullmatch(line)] == []
    assert renewed(README, lines) == README


def test_the_table_of_sizes_has_every_scheme() -> None:
    lines = between(SIZE_BEGIN, SIZE_END).strip().splitlines()
    assert tuple(lines[: len(SIZE_HEADER)]) == SIZE_HEADER
    row = re.compile(r"\| ([a-z-]+)(?:（.+）)? \| \d+\.\d \| \d+\.\d \|")
    found = [row.fullmatch(line) for line in lines[len(SIZE_HEADER) :]]
    assert [match and match.group(1) for match in found] == [p.stem for p in shipped_schemes()]
    assert with_sizes(README, lines) == README


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    block = between("<!-- 测试命令 -->", "<!-- 测试命令完 -->")
    commands = [line for line in block.splitlines() if line.startswith("python3 ")]
    assert len(commands) == 1
    assert commands[0].endswith(".venv/bin/pytest")
    assert "<!-- 测试命令 -->" in CI
    assert "README.md" in CI


def test_the_table_of_proof_counts_what_is_sown_today() -> None:
    lines = between(PROOF_BEGIN, PROOF_END).strip().splitlines()
    assert tuple(lines[: len(PROOF_HEADER)]) == PROOF_HEADER
    rows = [re.fullmatch(r"\| .+ \| (\d+) \| (\d+) \|", line) for line in lines[2:]]
    counts = [(int(row[1]), int(row[2])) for row in rows if row]
    honest = PER_SCHEME * len(shipped_schemes())
    kits = sum(len(kits_named(scheme_id)) for scheme_id in SCHEME_IDS)
    reports = sum(1 for scheme_id in SCHEME_IDS for _ in sown_reports(scheme_id))
    sown = len(list(sown_faults()))
    assert [count for count, _ in counts] == [sown, reports, honest, honest, kits, kits]
    assert all(count == right for count, right in counts)
    assert with_proof(README, lines) == README
    assert f"另有 {len(HOSTILE_FILES)} 个恶意文件" in README
