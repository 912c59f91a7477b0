"""Find out by its content what a file is, and have it read."""

from thidua.adapters.text.errors import UnreadableFile
from thidua.adapters.text.plain import decode

MAX_BYTES = 20 * 1024 * 1024
MAX_LETTERS = 1_000_000  # about 400 pages; reading more would keep the server busy for minutes
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")


def extract_text(data: bytes, name: str) -> str:
    """Text of a file; `name` is only used in messages, the content decides.

    Raises UnreadableFile for empty, huge, unknown, wrongly encoded, locked, broken and scanned files.
    """
    if not data:
        raise UnreadableFile(f"Tệp {name} không có nội dung: hãy chọn lại tệp.")
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"Tệp {name} lớn hơn 20 MB: hãy tách phụ lục hoặc nén ảnh trong tệp rồi tải lại.")
    text = _read(data, name)
    if len(text) > MAX_LETTERS:
        raise UnreadableFile(f"Tệp {name} dài hơn một triệu ký tự, không phải một kế hoạch: hãy chỉ tải phần kế hoạch.")
    if not any(c.isalpha() for c in text):
        raise UnreadableFile(f"Tệp {name} không có chữ nào: hãy chọn lại tệp.")
    return text


def _read(data: bytes, name: str) -> str:
    if b"%PDF-" in data[:1024]:
        from thidua.adapters.text.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"PK\x03\x04"):
        from thidua.adapters.text.docx import read_docx

        return read_docx(data, name)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadableFile(f"Tệp {name} có mật khẩu: hãy gỡ mật khẩu rồi tải lại.")
        raise UnreadableFile(f"Tệp {name} ở định dạng cũ (.doc, .xls): hãy lưu lại thành .docx rồi tải lên.")
    if data.startswith(_PICTURES):
        raise UnreadableFile(f"Tệp {name} là ảnh, không có chữ để đọc: hãy tải bản .docx, .txt hoặc .pdf có chữ.")
    if data.startswith(b"{\\rtf"):
        raise UnreadableFile(f"Tệp {name} ở định dạng .rtf: hãy lưu lại thành .docx rồi tải lên.")
    return decode(data, name)
