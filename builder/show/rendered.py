"""A page made from a template of this folder: it opens offline and loads nothing."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.formula.blank import visible

_FOLDER = Path(__file__).parent


def rendered(template: str, **values: object) -> str:
    """The page; everything put into it is escaped, and nothing hides in it."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(_FOLDER)
    )
    return visible(environment.get_template(template).render(**values))
