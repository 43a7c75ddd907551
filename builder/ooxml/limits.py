"""How much of an untrusted file is read at most, each bound with the reason for its size."""

from dataclasses import dataclass

from builder.ooxml.refusal import RefusedError


@dataclass(frozen=True, kw_only=True, eq=False)
class Limit:
    """One bound: the noun a reader sees for the thing counted, and how many are allowed.

    Each is only itself, so that spending by it costs no comparison of what it says.
    """

    noun: str
    most: int


# A kit with every answer is below 200 KB; pictures pasted into cells make it some megabytes.
FILE_BYTES = Limit(noun="文件字节数", most=20_000_000)
# All the applicants of a province in one archive, and their evidence beside them.
ARCHIVE_MEMBERS = Limit(noun="压缩包内的文件数", most=50_000)
# An archive within an archive is held in memory: what one applicant or one county sends.
NESTED_BYTES = Limit(noun="内层压缩包的字节数", most=200_000_000)
# All of them together, and how many may be packed into each other.
ALL_NESTED_BYTES = Limit(noun="各内层压缩包的总字节数", most=2_000_000_000)
NESTED_ARCHIVES = Limit(noun="压缩包的层数", most=5)
# The evidence of every applicant of a province, in folders of their own.
EVIDENCE_FILES = Limit(noun="证据文件数", most=200_000)
# A film of a production line; what is larger is not compared with other files.
EVIDENCE_BYTES = Limit(noun="单个证据文件的字节数", most=1_000_000_000)
# A kit has some 30 members; a workbook with a picture in each of 1000 cells stays below this.
MEMBERS = Limit(noun="压缩包内的部件数", most=2_000)
# The largest sheet that 300 000 cells can need; more is padding or a bomb.
PART_BYTES = Limit(noun="单个部件的字节数", most=64_000_000)
# Two such parts: nobody completes two of them by hand.
TOTAL_BYTES = Limit(noun="解压后的字节数", most=128_000_000)
# A report of 50 000 characters is below 5 MB of markup, however it was edited.
DOCUMENT_BYTES = Limit(noun="文档正文的字节数", most=16_000_000)
# Every one of those characters in a run of its own needs 250 000.
DOCUMENT_ELEMENTS = Limit(noun="文档标记元素数", most=300_000)
# Sheet XML deflates 10 to 60 times; deflate itself ends at 1032.
COMPRESSION_RATIO = Limit(noun="压缩倍数", most=200)
# Small parts may deflate extremely well without any harm.
RATIO_APPLIES_ABOVE_BYTES = 1_000_000
# Twenty times the longest report.
DOCUMENT_CHARACTERS = Limit(noun="文档字数", most=1_000_000)
# Office markup nests some 20 deep.
DEPTH = Limit(noun="标记嵌套层数", most=64)
# Tables in tables and text boxes nest deeper than cells do; a person never comes near.
DOCUMENT_DEPTH = Limit(noun="文档标记嵌套层数", most=200)
# A page laid out in tables, pasted from the web, nests some five deep.
TABLE_DEPTH = Limit(noun="表格嵌套层数", most=20)
# Word declares some 40 at the root, and a few again in every picture. Looked through for each name.
PREFIXES = Limit(noun="命名空间前缀数", most=200)
# Cells take two or three elements, rich text up to ten; this is about a second of work.
ELEMENTS = Limit(noun="标记元素数", most=2_000_000)
# The expat in use may scan an unfinished tag again at every chunk, so none may grow for long.
TAG_BYTES = Limit(noun="单个标记的字节数", most=1_000_000)
# What may be waited for until one cell, one text or one validation is whole: the longest text,
# every character written as a reference, needs half of it. In memory it grows fiftyfold.
BRANCH_BYTES = Limit(noun="单个单元格的标记字节数", most=2_000_000)
# Fifty times the cells of the largest kit.
CELLS = Limit(noun="单元格数", most=300_000)
SHEETS = Limit(noun="工作表数", most=200)
# One name per input and some for the bands: a large kit has below 1000.
NAMES = Limit(noun="定义名称数", most=5_000)
# Pasting and row insertion split rules, so these grow while people work.
MERGES = Limit(noun="合并区域数", most=20_000)
VALIDATIONS = Limit(noun="数据验证数", most=20_000)
VALIDATION_RANGES = Limit(noun="数据验证区域数", most=100_000)
CONDITIONS = Limit(noun="条件格式数", most=20_000)
CONDITION_RANGES = Limit(noun="条件格式区域数", most=100_000)
# Excel itself allows 65 490 cell formats.
CELL_FORMATS = Limit(noun="单元格格式数", most=65_490)
# Fonts, fills and number formats: each cell format may have its own of each.
FORMAT_PARTS = Limit(noun="字体、填充和数字格式数", most=200_000)
# Drawings and charts are small; a picture in each of 1000 cells needs half of this.
DRAWING_BYTES = Limit(noun="单个图形部件的字节数", most=2_000_000)
DRAWN = Limit(noun="图形数", most=20_000)
# As many as there may be cells.
SHARED_STRINGS = Limit(noun="共享文字数", most=300_000)
# Excel ends at 32 767 characters, other programs allow more.
TEXT_CHARACTERS = Limit(noun="单个单元格的字数", most=100_000)
# What Excel accepts (specifications and limits: 8192), and room for other programs' notation.
FORMULA_CHARACTERS = Limit(noun="单个公式的字数", most=16_384)
# One long shared formula under many cells would otherwise grow into gigabytes; a thousand rows
# of long formulas need a tenth of this.
SHARED_FORMULA_CHARACTERS = Limit(noun="共享公式展开后的总字数", most=2_000_000)
PROPERTIES = Limit(noun="自定义属性数", most=1_000)
RELATIONSHIPS = Limit(noun="部件关系数", most=20_000)
# 17 significant digits, sign, point and exponent need 24; `5000 digits` is an attack.
NUMBER_CHARACTERS = 40
# What is inflated and parsed at a time.
CHUNK_BYTES = 65_536


def refuse_over(limit: Limit, count: int) -> None:
    """Refuse the file when ``count`` is over the limit; raises ``RefusedError`` (QA222)."""
    if count > limit.most:
        raise RefusedError(
            "QA222", expected=str(limit.most), actual=str(count), details={"noun": limit.noun}
        )


class Budget:
    """What one file may still spend of the limits that count over all its parts."""

    def __init__(self) -> None:
        """Nothing is spent yet."""
        self._spent: dict[Limit, int] = {}

    def spend(self, limit: Limit, amount: int = 1) -> None:
        """Count the amount; raises ``RefusedError`` (QA222) when the file has too much of it."""
        spent = self._spent.get(limit, 0) + amount
        self._spent[limit] = spent
        refuse_over(limit, spent)

    def left(self, limit: Limit) -> int:
        """How much of the limit is left."""
        return limit.most - self._spent.get(limit, 0)
