"""``python -m tests.layouts``: the kits of the present layouts, where none are kept yet."""

from tests.layouts.kept import write_present

for path in write_present():
    print(path)  # noqa: T201 - a command for people
