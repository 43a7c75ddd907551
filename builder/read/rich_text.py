"""Text that may be cut into formatted runs, joined again without its phonetic hints."""

from collections.abc import Mapping

from builder.read.markup import Attributes, EndAction, StartAction


class RichText:
    """Collects ``<t>`` and ``<r><t>`` and leaves out ``<rPh>`` (ECMA-376 Part 1, 18.4)."""

    def __init__(self) -> None:
        """Nothing is collected; the tables say what to do where elements begin and end."""
        self.starts: Mapping[str, StartAction] = {"rPh": self._begin_phonetic}
        self.ends: Mapping[str, EndAction] = {"t": self._end_text, "rPh": self._end_phonetic}
        self._runs: list[str] = []
        self._phonetic = False

    def take(self) -> str:
        """All runs joined; afterwards there are none."""
        joined = "".join(self._runs)
        self._runs.clear()
        return joined

    def _end_text(self, text: str) -> None:
        if not self._phonetic:
            self._runs.append(text)

    def _begin_phonetic(self, _attributes: Attributes) -> None:
        self._phonetic = True

    def _end_phonetic(self, _text: str) -> None:
        self._phonetic = False
