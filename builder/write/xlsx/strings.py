"""The table of texts that cells refer to by number (ECMA-376 Part 1, 18.4.9)."""

from builder.write.xlsx.escape import element_text


class SharedStrings:
    """Texts in order of first use; equal texts share one number."""

    def __init__(self) -> None:
        """Start an empty table."""
        self._numbers: dict[str, int] = {}
        self._uses = 0

    def number(self, text: str) -> int:
        """The number of ``text``, counted from 0."""
        self._uses += 1
        return self._numbers.setdefault(text, len(self._numbers))

    def part(self) -> str:
        """The finished part."""
        items = "".join(
            f'<si><t xml:space="preserve">{element_text(text)}</t></si>' for text in self._numbers
        )
        return (
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
            f' count="{self._uses}" uniqueCount="{len(self._numbers)}">{items}</sst>'
        )
