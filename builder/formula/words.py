"""Formulas in words: functions by their names, operators as words, constants as they are.

``IF(more(score, points), points, score)`` is an expression as it is thought, and reads as the
formula does. Python's own signs are not used: cells are compared and sorted by them.
"""

from builder.formula.expression import Area, Expression, Function, Literal, Occurrences, Operator

AND = Function.AND
AVERAGE = Function.AVERAGE
COUNT = Function.COUNT
COUNTIF = Function.COUNTIF
COUNTIFS = Function.COUNTIFS
DAY = Function.DAY
FIND = Function.FIND
HYPERLINK = Function.HYPERLINK
IF = Function.IF
INDEX = Function.INDEX
INT = Function.INT
ISNUMBER = Function.ISNUMBER
LARGE = Function.LARGE
LEN = Function.LEN
MATCH = Function.MATCH
MAX = Function.MAX
MEDIAN = Function.MEDIAN
MID = Function.MID
MIN = Function.MIN
MOD = Function.MOD
MONTH = Function.MONTH
NOT = Function.NOT
OR = Function.OR
RANK = Function.RANK
REPT = Function.REPT
ROUND = Function.ROUND
SUBSTITUTE = Function.SUBSTITUTE
SUM = Function.SUM
TRIM = Function.TRIM
YEAR = Function.YEAR

FALSE, TRUE = Literal(value=False), Literal(value=True)

plus = Operator.ADD
minus = Operator.SUBTRACT
times = Operator.MULTIPLY
divided = Operator.DIVIDE
raised = Operator.POWER
joined = Operator.JOIN
equal = Operator.EQUAL
different = Operator.DIFFERENT
less = Operator.LESS
at_most = Operator.AT_MOST
more = Operator.MORE
at_least = Operator.AT_LEAST


def rows_where(*pairs: tuple[Area, Expression]) -> Occurrences:
    """How many rows of the areas equal the values beside them, which a person typed."""
    return Occurrences(pairs=pairs)
