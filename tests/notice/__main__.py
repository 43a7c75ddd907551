"""Measure every trial and renew the table: ``python -m tests.notice``."""

import tempfile
from pathlib import Path

from tests.docs.pages import PROOF, renewed, text_of
from tests.notice.table import BEGIN, END, row, table
from tests.notice.trials import trials

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        rows = [row(trial, trial.run(Path(name))) for trial in trials()]
    PROOF.write_text(renewed(text_of(PROOF), BEGIN, END, table(rows)), encoding="utf-8")
