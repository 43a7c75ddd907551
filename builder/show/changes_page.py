"""What changed between two editions as one page that opens offline."""

from builder.letters.changes import ChangesPlan
from builder.show.rendered import rendered


def changes_page(plan: ChangesPlan) -> str:
    """One self-contained HTML page; everything that comes from a scheme is escaped in it."""
    return rendered("changes.html", plan=plan)
