"""The base page of the self-check as a release file: ``python packaging/selfcheck.py 底页.html``.

The folder is no package on purpose: one called ``packaging`` would hide the library of that name
from every tool that is started here. What is made is what ``builder selfcheck --prepare`` makes.
"""

import sys
from pathlib import Path

from builder.findings.finding import Finding
from builder.selfcheck.kept_base import prepare_base
from builder.show.verdicts import finding_lines


def main(page: str, runtime: str = "") -> int:
    """Write the base page, from the runtime in a file or from npm's; 0 where that was done."""
    made = prepare_base(Path(runtime) if runtime else None, Path(page))
    lines = finding_lines(made) if isinstance(made, Finding) else (f"已做好底页 {made}",)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if isinstance(made, Finding) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
