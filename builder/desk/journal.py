"""The log of who did what: a line for every action, with neither secrets nor contents."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from builder.findings.finding import Finding


class Journal:
    """Lines at the end of a file; a disk that takes none ends no work."""

    def __init__(self, path: Path) -> None:
        """Write at ``path``, which need not be there yet."""
        self._path = path
        self._lock = Lock()

    def note(self, who: str, what: str, outcome: str = "") -> None:
        """Add a line."""
        now = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
        line = {"时间": now, "谁": who, "做了": what, "结果": outcome}
        with self._lock, suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def note_finding(self, who: str, finding: Finding) -> None:
        """Add what was refused."""
        self.note(who, finding.rule.name, f"{finding.code} {finding.message}")
