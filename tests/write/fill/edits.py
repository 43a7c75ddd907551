"""Reports after something was done to their elements."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

_PART = "word/document.xml"


def edited(content: bytes, edit: Callable[[Any], None]) -> bytes:
    """A report after something was done to its elements."""
    parts = parts_of(content)
    root = etree.fromstring(parts[_PART])
    edit(root)
    return package_of({**parts, _PART: etree.tostring(root)})


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package_of(parts: Mapping[str, bytes]) -> bytes:
    """A file of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return held.getvalue()
