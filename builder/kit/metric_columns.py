"""Where each column of the three-year figures stands, and how much a text in it may hold."""

NUMBER, INDICATOR, NAME, UNIT, _Y1, _Y2, _Y3, BENCHMARK, SOURCE, TREND, CHANGE, STATUS = range(
    1, 13
)
YEAR_COLUMNS = (_Y1, _Y2, _Y3)
# The row of the headings.
HEADER_ROW = 4
FIRST_INPUT, LAST_INPUT = NAME, SOURCE
WIDTHS = (7.0, 24.0, 28.0, 16.0, 10.0, 10.0, 10.0, 16.0, 22.0, 10.0, 9.0, 9.0)
# The headings that do not follow the year of application.
HEADINGS = (
    (NUMBER, "编号"),
    (INDICATOR, "指标"),
    (NAME, "测量项目"),
    (UNIT, "单位"),
    (BENCHMARK, "对比值（标杆）"),
    (SOURCE, "数据来源"),
    (TREND, "趋势"),
    (CHANGE, "变化"),
    (STATUS, "状态"),
)
# The last part of an input's name, and the most characters it takes.
TEXT_KEYS = {NAME: "name", UNIT: "unit", BENCHMARK: "benchmark", SOURCE: "source"}
LONGEST = {NAME: 50, UNIT: 20, BENCHMARK: 50, SOURCE: 100}
