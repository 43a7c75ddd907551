"""The tags a Word template may use: their names, and the strict sandbox they are filled in.

A template is an office's own file, and Jinja tags can run code. So the syntax tree is held against
a short list of allowed nodes before anything is compiled, and what passes still runs in a sandbox.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from jinja2 import StrictUndefined, TemplateRuntimeError, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from builder.frozen import frozen
from builder.write.docx.styled import Styled, inside_text, styled_markup

_NO_NAME = "标签里要写名称，不加引号，也不写数"
LOOP_TAGS = ("loop", "index", "first", "last")

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand),
)


@frozen
class TagFault:
    """A tag that is refused; ``line`` counts from 1 in the source that was parsed.

    ``tag`` is set for an unknown name, and ``reason`` for a construct that is not allowed.
    """

    line: int
    tag: str = ""
    reason: str = ""


def tag_environment() -> SandboxedEnvironment:
    """A sandbox that escapes every value, knows no functions and refuses a name without value."""
    environment = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_printed, keep_trailing_newline=True
    )
    environment.globals.clear()
    return environment


def tag_faults(tree: nodes.Template, tags: tuple[str, ...]) -> tuple[TagFault, ...]:
    """Every name that is not among the tags, and whatever does more than print, loop and choose."""
    loop_names = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    known = frozenset((*tags, *LOOP_TAGS))
    return tuple(_faults(tree, known | loop_names, known))


def closest_tag(name: str, tags: tuple[str, ...]) -> str:
    """The known tag most like a misspelt one, or an empty text."""
    return next(iter(get_close_matches(name, tags, n=1, cutoff=0.5)), "")


def _faults(node: nodes.Node, names: frozenset[str], known: frozenset[str]) -> Iterator[TagFault]:
    if not isinstance(node, _ALLOWED):
        yield TagFault(line=node.lineno, reason="只能显示内容、循环和判断")
        return
    if isinstance(node, nodes.Name) and node.name not in names:
        yield TagFault(line=node.lineno, tag=node.name)
    elif isinstance(node, nodes.Getattr) and node.attr not in known:
        yield TagFault(line=node.lineno, tag=node.attr)
    elif isinstance(node, nodes.Getitem) and not _is_ordinal(node.arg):
        yield TagFault(line=node.lineno, reason="方括号里只能写序号")
    elif isinstance(node, nodes.Output):
        # A name in quotes would be printed as it stands, in every kit.
        constants = (one for one in node.nodes if isinstance(one, nodes.Const))
        yield from (TagFault(line=one.lineno, reason=_NO_NAME) for one in constants)
    for child in node.iter_child_nodes():
        yield from _faults(child, names, known)


def _is_ordinal(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, int)


def _printed(value: object) -> Markup:
    """A value as the inside of a ``w:t``: escaped, line breaks and tabs as Word keeps them."""
    if isinstance(value, StrictUndefined):
        return escape(str(value))  # raises UndefinedError, which names the tag
    if isinstance(value, Styled):
        return styled_markup(value)
    if not isinstance(value, str | int):
        raise TemplateRuntimeError("不能直接显示一组内容，请写出其中的一项")
    return inside_text(str(value))
