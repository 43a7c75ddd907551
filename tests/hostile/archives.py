"""Files whose container is broken, forged or none at all."""

import io
import random
import struct
import zipfile
from functools import partial

from tests.hostile.made import BOOK, SHEET, STRINGS, HostileFile, kit, packed, parts, with_part

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def _compound(*streams: str) -> bytes:
    """The beginning of an OLE file with a directory of these streams, version 3 (MS-CFB 2.2)."""
    header = bytearray(_OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6))
    header += bytes(512 - len(header))
    header[44:48] = struct.pack("<I", 1)
    header[48:52] = struct.pack("<I", 1)
    directory = b""
    for name in ("Root Entry", *streams):
        words = name.encode("utf-16-le")
        entry = words + bytes(64 - len(words)) + struct.pack("<HB", len(words) + 2, 2)
        directory += entry + bytes(128 - len(entry))
    return bytes(header) + bytes(512) + directory + bytes(-len(directory) % 512)


def _renamed(old: str, new: bytes) -> bytes:
    """A member whose name in the container becomes something else of the same length."""
    content = with_part(old, b"<x/>")
    return content.replace(old.encode(), new)


def _flagged() -> bytes:
    """Every member says it is encrypted."""
    content = bytearray(kit())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def _wrong_checksum() -> bytes:
    content = kit()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        checksum = struct.pack("<L", archive.getinfo(SHEET).CRC)
    return content.replace(checksum, struct.pack("<L", 1))


def _claimed(name: str, size: int) -> bytes:
    """A member that claims another size than it has."""
    content = kit()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        real = struct.pack("<L", archive.getinfo(name).file_size)
    return content.replace(real, struct.pack("<L", size))


def _compressed_with(method: int) -> bytes:
    return packed(
        [
            (_info(name, method if name == SHEET else zipfile.ZIP_DEFLATED), content)
            for name, content in parts().items()
        ]
    )


def _info(name: str, method: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = method
    return info


def _method(number: int) -> bytes:
    """Members that say they are compressed in another way."""
    content = bytearray(kit())
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = content.find(mark)
        content[at + place : at + place + 2] = struct.pack("<H", number)
    return bytes(content)


def _twice(name: str, other: str) -> bytes:
    return packed([*parts().items(), (other, parts()[name])])


def _bytes(count: int) -> bytes:
    return random.Random(7).randbytes(count)  # noqa: S311 - any bytes do


def _many_members() -> bytes:
    return packed({**parts(), **{f"xl/media/{number}.bin": b"" for number in range(20_000)}})


def _second_directory() -> bytes:
    """Two archives one behind the other; a program may look at either."""
    return kit() + packed({"其他.txt": b"x"})


ARCHIVES = (
    HostileFile(name="空文件", make=bytes, codes=("QA205",)),
    HostileFile(name="纯文本", make=partial(bytes, "单位,得分\n甲,900", "utf-8"), codes=("QA211",)),
    HostileFile(name="网页", make=lambda: b"<!DOCTYPE html><html></html>", codes=("QA212",)),
    HostileFile(name="PDF", make=lambda: b"%PDF-1.7\n%\xe2\xe3", codes=("QA213",)),
    HostileFile(name="乱码", make=partial(_bytes, 5_000), codes=("QA214",)),
    HostileFile(
        name="加密的工作簿",
        make=partial(_compound, "EncryptionInfo", "EncryptedPackage"),
        codes=("QA206",),
    ),
    HostileFile(name="旧版工作簿", make=partial(_compound, "Workbook"), codes=("QA207",)),
    HostileFile(name="只有文件头的旧格式", make=lambda: _OLE, codes=("QA209",)),
    HostileFile(name="普通压缩包", make=lambda: packed({"评分表.txt": b"x"}), codes=("QA210",)),
    HostileFile(name="只有压缩包的结尾", make=lambda: b"PK\x05\x06" + bytes(18), codes=("QA210",)),
    HostileFile(name="截断", make=lambda: kit()[:-3000], codes=("QA220",)),
    HostileFile(name="只剩开头", make=lambda: kit()[:40], codes=("QA220",)),
    HostileFile(name="校验和不符", make=_wrong_checksum, codes=("QA220",)),
    HostileFile(name="部件加密", make=_flagged, codes=("QA224",)),
    HostileFile(name="bzip2压缩", make=partial(_method, 12), codes=("QA227",)),
    HostileFile(name="没有的压缩方式", make=partial(_method, 99), codes=("QA227",)),
    HostileFile(name="声称很小", make=partial(_claimed, SHEET, 900), codes=("QA220",)),
    HostileFile(name="声称很大", make=partial(_claimed, SHEET, 63_000_000), codes=("QA223",)),
    HostileFile(name="声称四个GB", make=partial(_claimed, SHEET, 0xFFFFFFF0), codes=("QA222",)),
    HostileFile(
        name="向上的部件名", make=partial(_twice, BOOK, "../../上面.xml"), codes=("QA225",)
    ),
    HostileFile(name="绝对的部件名", make=partial(_twice, BOOK, "/etc/x.xml"), codes=("QA225",)),
    HostileFile(name="反斜杠部件名", make=partial(_twice, BOOK, "xl\\x.xml"), codes=("QA225",)),
    HostileFile(name="盘符部件名", make=partial(_twice, BOOK, "C:x.xml"), codes=("QA225",)),
    HostileFile(
        name="零字节部件名", make=partial(_renamed, "xl/nul.xml", b"xl/n\0l.xml"), codes=("QA225",)
    ),
    HostileFile(name="部件两次", make=partial(_twice, SHEET, SHEET), codes=("QA226",)),
    HostileFile(
        name="部件大小写两次", make=partial(_twice, SHEET, SHEET.upper()), codes=("QA226",)
    ),
    HostileFile(name="两万个部件", make=_many_members, codes=("QA222",)),
    HostileFile(
        name="压缩炸弹", make=lambda: with_part(SHEET, b" " * 60_000_000), codes=("QA223",)
    ),
    HostileFile(
        name="不用的炸弹", make=lambda: with_part("xl/x.bin", b"\0" * 60_000_000), codes=("QA223",)
    ),
    HostileFile(
        name="超大部件", make=lambda: with_part(STRINGS, b" " * 64_000_001), codes=("QA222",)
    ),
    HostileFile(
        name="合计太大",
        make=lambda: packed(
            {**parts(), **{f"xl/{number}.bin": b"\0" * 1_000_000 for number in range(129)}}
        ),
        codes=("QA222",),
    ),
    HostileFile(name="压缩包套压缩包", make=lambda: with_part("xl/inner.zip", packed(parts()))),
    HostileFile(name="前面有别的内容", make=lambda: b"MZ" + bytes(998) + kit(), codes=("QA214",)),
    HostileFile(name="后面还有一个压缩包", make=_second_directory, codes=("QA210",)),
)
