"""Every kind of long work, by the name that orders give it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from builder.desk.told import Tell
from builder.desk.works.handing_out import hand_out
from builder.desk.works.importing import import_notice
from builder.desk.works.receiving import receive_files, write_all_letters
from builder.desk.works.reviewing import assign_reviews, hand_out_reviews, join_reviews, look, rank
from builder.pipeline.year.folder import Year

Work = Callable[[Year, Mapping[str, Any], Tell], None]
WORKS: Mapping[str, Work] = MappingProxyType(
    {
        "import": import_notice,
        "hand-out": hand_out,
        "receive": receive_files,
        "letters": write_all_letters,
        "assign": assign_reviews,
        "review": hand_out_reviews,
        "progress": look,
        "join": join_reviews,
        "rank": rank,
    }
)
