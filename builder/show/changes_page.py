"""What changed between two editions as one page that opens offline."""

from pathlib import Path

from jinja2 import Environment, StrictUndefined

from builder.formula.blank import visible
from builder.letters.changes import ChangesPlan

_TEMPLATE = Path(__file__).with_name("changes.html")


def changes_page(plan: ChangesPlan) -> str:
    """One self-contained HTML page; everything that comes from a scheme is escaped in it."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return visible(template.render(plan=plan))
