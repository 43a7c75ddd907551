"""``python -m tests.mutation``: change the code at random, and see whether the tests notice.

What each test enters is noted first, and once: that takes ten minutes. ``--again`` asks only about
mutants that lived in the last run; ``--write`` renews the table.
"""

import argparse
import json
import sys
from collections.abc import Iterator

from tests.mutation.mutants import Mutant, sample
from tests.mutation.reached import note_all, noted
from tests.mutation.reviewed import reason
from tests.mutation.scope import ROOT, mutated_files
from tests.mutation.table import PAGE, table, with_table
from tests.mutation.trial import BUDGET, Fate, Outcome, tried

KEPT = ROOT / ".mutation"
NOTICED = (Fate.KILLED, Fate.STUCK)


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("--mutants", type=int, default=300, help="how many are tried")
    parser.add_argument("--seed", type=int, default=21, help="which are tried")
    parser.add_argument("--workers", type=int, default=2, help="how many at a time")
    parser.add_argument("--budget", type=float, default=BUDGET, help="seconds of tests for each")
    parser.add_argument("--again", action="store_true", help="only those that lived last time")
    parser.add_argument("--reached", action="store_true", help="note anew what tests enter")
    parser.add_argument("--write", action="store_true", help="renew the table in docs")
    options = parser.parse_args()
    if options.reached or not noted():
        note_all()
        assert noted()
    mutants = sample(mutated_files(), options.mutants, options.seed)
    outcomes = list(_told(mutants, options.workers, options.budget, again=options.again))
    lines = table(outcomes, options.seed)
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        PAGE.parent.mkdir(exist_ok=True)
        page = PAGE.read_text("utf-8") if PAGE.exists() else ""
        PAGE.write_text(with_table(page, lines), "utf-8")


def _told(mutants: list[Mutant], workers: int, budget: float, *, again: bool) -> Iterator[Outcome]:
    KEPT.mkdir(exist_ok=True)
    kept = KEPT / "outcomes.json"
    last = json.loads(kept.read_text("utf-8")) if again and kept.exists() else {}
    known = {name: told for name, told in last.items() if Fate(told[0]) in NOTICED}
    asked = [mutant for mutant in mutants if _name(mutant) not in known and not reason(mutant)]
    # A run that was broken off goes on with what it has not come to.
    asked.sort(key=lambda mutant: _name(mutant) in last)
    trials = tried(asked, workers, budget)
    now = {_name(one.mutant): one for one in _shown(trials, len(asked), last)}
    for mutant in mutants:
        fate, by = known.get(_name(mutant), (Fate.SURVIVED.value, ""))
        yield now.get(_name(mutant), Outcome(mutant=mutant, fate=Fate(fate), by=by))


def _shown(outcomes: Iterator[Outcome], many: int, last: dict[str, list[str]]) -> Iterator[Outcome]:
    for number, one in enumerate(outcomes, start=1):
        last[_name(one.mutant)] = [one.fate.value, one.by]
        (KEPT / "outcomes.json").write_text(json.dumps(last, ensure_ascii=False, indent=1), "utf-8")
        sys.stderr.write(f"{number}/{many} {one.fate.value} {_name(one.mutant)} {one.by}\n")
        yield one


def _name(mutant: Mutant) -> str:
    place = f"{mutant.path.as_posix()}:{mutant.lines.start}"
    return f"{place} {mutant.kind}\n  - {mutant.before}\n  + {mutant.after}"


if __name__ == "__main__":
    main()
