"""Which files are read, and what is said of those that cannot be."""

import io
import zipfile

import pikepdf
import pytest

from thidua.adapters.text import MAX_BYTES, UnreadableFile, extract_text

TEXT = "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n"


def packed(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


def blank_pdf(**encryption) -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(target, **encryption)
    return target.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "utf-16 little without mark", "utf-16 big without mark"],
)
def test_unicode_text_is_read_with_or_without_its_mark(data):
    assert extract_text(data, "kh.txt") == TEXT


def test_the_content_decides_and_not_the_name():
    assert extract_text(TEXT.encode(), "kh.pdf") == TEXT


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không có nội dung"),
        (b"a" * (MAX_BYTES + 1), "lớn hơn 20 MB"),
        (b"  \n\n 12 34 ", "không có chữ nào"),
        ("Kế hoạch".encode("cp1258", "replace") + b"\xff\xe8\xb9", "lưu lại với bảng mã UTF-8"),
        (b"\x00\x01\x02binary\x00\x00\x03", "không phải văn bản .txt, .docx hay .pdf"),
        (b"\x89PNG\r\n\x1a\n....", "là ảnh"),
        (b"\xff\xd8\xff\xe0....", "là ảnh"),
        (b"{\\rtf1 xin chao}", ".rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "định dạng cũ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (b"PK\x03\x04broken", "bị hỏng"),
        (packed("xl/workbook.xml"), "không phải văn bản Word"),
        (packed("word/document.xml", "[Content_Types].xml"), "bị hỏng"),
        (b"%PDF-1.7 broken", "bị hỏng"),
        (blank_pdf(), "là bản quét"),
        (blank_pdf(encryption=pikepdf.Encryption(user="a", owner="b")), "có mật khẩu"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, words):
    with pytest.raises(UnreadableFile) as caught:
        extract_text(data, "ke-hoach.x")
    message = str(caught.value)
    assert words in message
    assert "ke-hoach.x" in message
    assert "\n" not in message
    assert ": " in message  # what is wrong: what to do


def text_or_message(data: bytes) -> str:
    try:
        return extract_text(data, "x")
    except UnreadableFile as error:
        return str(error)


@pytest.mark.parametrize("length", [1, 7, 100, 1500, 9000])
@pytest.mark.parametrize("whole", [blank_pdf(), packed("word/document.xml"), TEXT.encode("utf-16"), TEXT.encode()])
def test_a_file_cut_off_anywhere_is_read_or_refused(whole, length):
    assert text_or_message(whole[:length])


def test_a_text_longer_than_any_plan_is_refused():
    with pytest.raises(UnreadableFile, match="một triệu ký tự"):
        extract_text(("Kế hoạch thi đua\n" * 60_000).encode(), "dai.txt")
