"""Every hostile file there is."""

from tests.hostile.archives import ARCHIVES
from tests.hostile.contents import CONTENTS
from tests.hostile.documents import DOCUMENTS
from tests.hostile.made import HostileFile
from tests.hostile.markup import MARKUP

HOSTILE_FILES: tuple[HostileFile, ...] = (*ARCHIVES, *MARKUP, *CONTENTS, *DOCUMENTS)
