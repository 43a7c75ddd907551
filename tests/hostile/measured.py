"""Each file verified in a process of its own: what was said, the seconds, and the memory it took.

``python -m tests.hostile.measured`` reads paths line by line and answers each with a line of JSON.
The processes are forked from one that has loaded everything and read nothing.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.returned_files import ReturnedFile


def main() -> None:
    """Answer until there is nothing more to read."""
    for line in sys.stdin:
        reading, writing = os.pipe()
        if not os.fork():
            os.write(writing, json.dumps(_measured(Path(line.rstrip("\n")))).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as answer:
            sys.stdout.write(f"{answer.read().decode()}\n")
            sys.stdout.flush()
        os.wait()


def _measured(path: Path) -> dict[str, object]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.process_time()
    verdict = verify_file(ReturnedFile(path=path), Basis())
    return {
        "codes": [finding.code for finding in verdict.findings],
        "messages": [finding.message for finding in verdict.findings],
        "seconds": time.process_time() - begin,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "before": before / 1000,
    }


if __name__ == "__main__":
    main()
