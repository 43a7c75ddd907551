"""What is too slow for ``pytest -m quick``: whole folders, and files by their measured seconds.

Everything else is quick, new tests included. A file belongs here once its tests take more than
three seconds of one core; ``pytest --durations=50`` shows which they are.
"""

SLOW = (
    "tests/cli/",
    "tests/golden/",
    "tests/hostile/",
    "tests/oracles/",
    "tests/proof/",
    "tests/contracts/test_toolchain.py",
    "tests/pages/test_filled.py",
    "tests/pipeline/panel/test_carrying.py",
    "tests/pipeline/panel/test_conflicts.py",
    "tests/pipeline/panel/test_final.py",
    "tests/pipeline/panel/test_progress.py",
    "tests/pipeline/panel/test_proving.py",
    "tests/pipeline/panel/test_reviewing.py",
    "tests/pipeline/panel/test_stale.py",
    "tests/pipeline/test_distribution.py",
    "tests/pipeline/test_kit.py",
    "tests/pipeline/test_children.py",
    "tests/pipeline/test_cluster_and_interrupt.py",
    "tests/overview/test_book.py",
    "tests/book/test_evaluation.py",
    "tests/book/test_merges.py",
    "tests/read/test_hostile_files.py",
    "tests/show/test_page.py",
    "tests/verify/word/test_document.py",
    "tests/verify/test_answer_faults.py",
    "tests/verify/test_banded_faults.py",
    "tests/verify/test_evidence_dates.py",
    "tests/verify/test_evidence_files.py",
    "tests/verify/test_identity_faults.py",
    "tests/verify/test_kits.py",
    "tests/verify/test_metric_faults.py",
    "tests/verify/test_office_settings.py",
    "tests/verify/test_round_trip.py",
    "tests/verify/test_structure_faults.py",
    "tests/write/annotate/test_document.py",
    "tests/write/annotate/test_workbook.py",
    "tests/write/test_personal.py",
    "tests/write/test_xlsx.py",
    "tests/contracts/test_start.py",
    "tests/findings/test_cases_of_offices.py",
    "tests/findings/test_cases_that_return.py",
    "tests/pages/test_verdicts.py",
    "tests/pipeline/panel/test_opinions.py",
    "tests/pipeline/test_net.py",
    "tests/pipeline/test_run.py",
    "tests/verify/word/test_hidden_text.py",
    "tests/verify/test_guard_faults.py",
    "tests/verify/test_honest_looks.py",
    "tests/verify/test_moved_faults.py",
    "tests/verify/test_other_programs.py",
    "tests/write/test_docx_carried.py",
)


def is_slow(test: str) -> bool:
    """Whether the test of that id is left out of a quick run."""
    return test.startswith(SLOW)
