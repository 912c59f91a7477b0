"""Plain text in UTF-8 or UTF-16."""

import codecs

from thidua.adapters.text.errors import UnreadableFile

_SHORTEST = 16  # bytes from which the places of zero bytes tell UTF-16 without a mark


def decode(data: bytes, name: str) -> str:
    """Decode by byte order mark, else by the place of zero bytes, else as UTF-8."""
    encoding = _encoding(data)
    if encoding == "utf-8" and b"\0" in data:
        raise UnreadableFile(f"Tệp {name} không phải văn bản .txt, .docx hay .pdf: hãy chọn tệp thuộc ba loại này.")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableFile(
            f"Tệp {name} không ở bảng mã Unicode: hãy mở tệp, lưu lại với bảng mã UTF-8 rồi tải lên."
        ) from None


def _encoding(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) >= _SHORTEST and len(data) % 2 == 0 and max(even, odd) > len(sample) // 8 > 8 * min(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"
