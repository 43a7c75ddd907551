"""The options by which a person points out schemes of the office's own."""

from builder.cli.path_option import Decorated, path_option


def scheme_options(command: Decorated) -> Decorated:
    """Add ``--scheme`` and ``--schemes``, as ``schemes`` and ``folders``."""
    return _SCHEME(_SCHEMES(command))


_SCHEME = path_option(
    "--scheme",
    "schemes",
    metavar="方案文件",
    words="本单位自己的方案文件，可多次使用。",
    multiple=True,
)
_SCHEMES = path_option(
    "--schemes",
    "folders",
    metavar="文件夹",
    words="存放方案文件的文件夹，可有同一奖项的几个版次：每个文件用它自己的那一版核验。",
    multiple=True,
)
