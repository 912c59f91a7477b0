"""Heads as they are found: columns merged, split by bars, lost, in any order."""

import pytest

from thidua.core.reading.reader import read_text

BODY = """
Căn cứ Công văn số 12/SGDĐT-VP ngày 05/01/2026 của Sở Giáo dục và Đào tạo về công tác thi đua năm 2026;

I. MỤC ĐÍCH

1. Tạo khí thế thi đua sôi nổi trong nhà trường, hoàn thành tốt nhiệm vụ năm học được giao.

II. NỘI DUNG

1. Thi đua dạy tốt, học tốt; thực hiện nền nếp, kỷ cương.

Nơi nhận:
- Phòng VHXH (b/c);
- Lưu: VT.
                         HIỆU TRƯỞNG

                         Nguyễn Thị Lan
"""
CASES = [
    (
        "vv-left",
        """   UBND TỈNH BẮC SƠN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ GIÁO DỤC VÀ ĐÀO TẠO                   Độc lập - Tự do - Hạnh phúc

 Số: 1198/SGDĐT-VP                  Bắc Sơn, ngày 12 tháng 10 năm 2020
V/v hướng dẫn công tác thi đua,
khen thưởng năm học 2020-2021

Kính gửi:
 - Phòng Giáo dục và Đào tạo các huyện, thành phố;
 - Các trường THPT.
""",
        {
            "kind": "Công văn",
            "number": "1198",
            "symbol": "SGDĐT-VP",
            "issuer": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "parent_body": "UBND TỈNH BẮC SƠN",
            "place": "Bắc Sơn",
            "date": "2020-10-12",
            "subject": "hướng dẫn công tác thi đua, khen thưởng năm học 2020-2021",
        },
    ),
    (
        "party",
        """ĐẢNG BỘ XÃ TÂN LẬP                          ĐẢNG CỘNG SẢN VIỆT NAM
CHI BỘ TRƯỜNG THCS TÂN LẬP
        *                              Tân Lập, ngày 03 tháng 02 năm 2026
   Số 12-KH/CB

                         KẾ HOẠCH
             phát động thi đua lập thành tích chào mừng Đại hội
""",
        {
            "kind": "Kế hoạch",
            "number": "12",
            "symbol": "KH/CB",
            "issuer": "CHI BỘ TRƯỜNG THCS TÂN LẬP",
            "parent_body": "ĐẢNG BỘ XÃ TÂN LẬP",
            "place": "Tân Lập",
            "date": "2026-02-03",
            "subject": "phát động thi đua lập thành tích chào mừng Đại hội",
        },
    ),
    (
        "spaced symbol",
        """UBND HUYỆN KIM BẢNG
PHÒNG GD&ĐT
Số: 15 /KH - PGDĐT
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Kim Bảng, ngày 5 tháng 9 năm 2019
KẾ HOẠCH PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM HỌC 2019 - 2020
""",
        {
            "kind": "Kế hoạch",
            "number": "15",
            "symbol": "KH-PGDĐT",
            "issuer": "PHÒNG GD&ĐT",
            "parent_body": "UBND HUYỆN KIM BẢNG",
            "place": "Kim Bảng",
            "date": "2019-09-05",
            "subject": "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM HỌC 2019 - 2020",
        },
    ),
    (
        "two line date in column",
        """   SỞ GIÁO DỤC VÀ ĐÀO TẠO              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG THPT NGUYỄN TRÃI                Độc lập - Tự do - Hạnh phúc
    Số: 09/KH-THPTNT                      Thành phố Hồ Chí Minh, ngày 18
                                               tháng 11 năm 2025

                     KẾ HOẠCH
     Tổ chức phong trào thi đua chào mừng ngày 20/11
""",
        {
            "kind": "Kế hoạch",
            "number": "09",
            "symbol": "KH-THPTNT",
            "issuer": "TRƯỜNG THPT NGUYỄN TRÃI",
            "parent_body": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "place": "Thành phố Hồ Chí Minh",
            "date": "2025-11-18",
            "subject": "Tổ chức phong trào thi đua chào mừng ngày 20/11",
        },
    ),
    (
        "slash date dots",
        """UBND XÃ PHÚ AN
TRƯỜNG TIỂU HỌC PHÚ AN

Số: ……/KH-THPA

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Phú An, ngày 05/9/2026

KẾ HOẠCH

Thi đua năm học 2026 - 2027
""",
        {
            "kind": "Kế hoạch",
            "number": None,
            "symbol": "KH-THPA",
            "issuer": "TRƯỜNG TIỂU HỌC PHÚ AN",
            "parent_body": "UBND XÃ PHÚ AN",
            "place": "Phú An",
            "date": "2026-09-05",
            "subject": "Thi đua năm học 2026 - 2027",
        },
    ),
    (
        "md table one line",
        """| **ỦY BAN NHÂN DÂN**<br>**XÃ PHÚ AN** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
| --- | --- |
| Số: 21/KH-UBND | *Phú An, ngày 05 tháng 01 năm 2026* |

**KẾ HOẠCH**
**Phát động phong trào thi đua năm 2026**
""",
        {
            "kind": "Kế hoạch",
            "number": "21",
            "symbol": "KH-UBND",
            "issuer": "ỦY BAN NHÂN DÂN XÃ PHÚ AN",
            "parent_body": None,
            "place": "Phú An",
            "date": "2026-01-05",
            "subject": "Phát động phong trào thi đua năm 2026",
        },
    ),
    (
        "blank spaces date",
        """UBND THÀNH PHỐ C                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ GIÁO DỤC VÀ ĐÀO TẠO                      Độc lập - Tự do - Hạnh phúc

Số:        /KH-SGDĐT                   C, ngày      tháng      năm 2026

                            KẾ HOẠCH
                Phát động thi đua "Dạy tốt - Học tốt"
                            năm học 2026-2027
                            ____________
""",
        {
            "kind": "Kế hoạch",
            "number": None,
            "symbol": "KH-SGDĐT",
            "issuer": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
            "parent_body": "UBND THÀNH PHỐ C",
            "place": "C",
            "date": "2026",
            "subject": 'Phát động thi đua "Dạy tốt - Học tốt" năm học 2026-2027',
        },
    ),
    (
        "school under department lower title",
        """SỞ GD&ĐT TỈNH D
TRƯỜNG PTDTNT THCS&THPT
HUYỆN Y
---------
Số: 33/KH-DTNT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------
Y, ngày 10 tháng 9 năm 2024

Kế hoạch
Phát động phong trào thi đua năm học 2024-2025
""",
        {
            "kind": "Kế hoạch",
            "number": "33",
            "symbol": "KH-DTNT",
            "issuer": "TRƯỜNG PTDTNT THCS&THPT HUYỆN Y",
            "parent_body": "SỞ GD&ĐT TỈNH D",
            "place": "Y",
            "date": "2024-09-10",
            "subject": "Phát động phong trào thi đua năm học 2024-2025",
        },
    ),
    (
        "merged single blank",
        """UBND QUẬN E CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG TIỂU HỌC LÊ LỢI Độc lập - Tự do - Hạnh phúc
Số: 07/KH-LL Quận E, ngày 09 tháng 9 năm 2023
KẾ HOẠCH
Thực hiện phong trào thi đua năm học 2023 - 2024
""",
        {
            "kind": "Kế hoạch",
            "number": "07",
            "symbol": "KH-LL",
            "issuer": "TRƯỜNG TIỂU HỌC LÊ LỢI",
            "parent_body": "UBND QUẬN E",
            "place": "Quận E",
            "date": "2023-09-09",
            "subject": "Thực hiện phong trào thi đua năm học 2023 - 2024",
        },
    ),
    (
        "councils",
        """SỞ GIÁO DỤC VÀ ĐÀO TẠO F           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỘI ĐỒNG THI ĐUA -                      Độc lập - Tự do - Hạnh phúc
KHEN THƯỞNG
Số: 44/HD-HĐTĐKT                     F, ngày 01 tháng 3 năm 2023

                         HƯỚNG DẪN
      Bình xét thi đua, khen thưởng năm học 2022-2023
""",
        {
            "kind": "Hướng dẫn",
            "number": "44",
            "symbol": "HD-HĐTĐKT",
            "issuer": "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
            "parent_body": "SỞ GIÁO DỤC VÀ ĐÀO TẠO F",
            "place": "F",
            "date": "2023-03-01",
            "subject": "Bình xét thi đua, khen thưởng năm học 2022-2023",
        },
    ),
    (
        "decision",
        """ỦY BAN NHÂN DÂN
TỈNH QUẢNG HÀ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 1234/QĐ-UBND

Quảng Hà, ngày 15 tháng 3 năm 2024

QUYẾT ĐỊNH

Về việc phát động phong trào thi đua “Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập”

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
""",
        {
            "kind": "Quyết định",
            "number": "1234",
            "symbol": "QĐ-UBND",
            "issuer": "ỦY BAN NHÂN DÂN TỈNH QUẢNG HÀ",
            "parent_body": None,
            "place": "Quảng Hà",
            "date": "2024-03-15",
            "subject": "Về việc phát động phong trào thi đua “Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập”",
        },
    ),
    (
        "vv right / date then vv",
        """BỘ GIÁO DỤC VÀ ĐÀO TẠO        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                   Độc lập - Tự do - Hạnh phúc
Số: 4490/BGDĐT-VP
V/v: hướng dẫn thực hiện            Hà Nội, ngày 02 tháng 10 năm 2023
công tác thi đua năm học

Kính gửi: Các sở giáo dục và đào tạo
""",
        {
            "kind": "Công văn",
            "number": "4490",
            "symbol": "BGDĐT-VP",
            "issuer": "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
            "parent_body": None,
            "place": "Hà Nội",
            "date": "2023-10-02",
            "subject": "hướng dẫn thực hiện công tác thi đua năm học",
        },
    ),
    (
        "word date",
        """UBND PHƯỜNG G
TRƯỜNG MẦM NON SAO MAI
Số: 03/KH-MNSM
G, ngày mười lăm tháng chín năm hai nghìn không trăm hai mươi sáu
KẾ HOẠCH
Phong trào thi đua năm học 2026-2027
""",
        {
            "kind": "Kế hoạch",
            "number": "03",
            "symbol": "KH-MNSM",
            "issuer": "TRƯỜNG MẦM NON SAO MAI",
            "parent_body": "UBND PHƯỜNG G",
            "place": "G",
            "date": "2026-09-15",
            "subject": "Phong trào thi đua năm học 2026-2027",
        },
    ),
]


def plain(value):
    return " ".join((value or "").lower().split())


@pytest.mark.parametrize(("head", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_head_is_read_whatever_its_layout(head, expected):
    found = read_text(head + BODY).as_dict()
    assert {key: plain(found[key]) for key in expected} == {key: plain(value) for key, value in expected.items()}


@pytest.mark.parametrize("head", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_the_body_begins_after_the_head(head):
    reading = read_text(head + BODY)
    assert [citation.number for citation in reading.citations] == ["12/SGDĐT-VP"]
    assert next(heading.marker for heading in reading.tree if heading.marker) == "I."


def test_place_and_date_may_stand_at_the_end():
    reading = read_text(
        "KẾ HOẠCH\nPhát động thi đua năm 2026\n"
        + BODY.replace("Nơi nhận:", "Tân Lập, ngày 09 tháng 01 năm 2026\n\nNơi nhận:")
    )
    assert reading.header.place is not None
    assert (reading.header.place.value, reading.header.date.value) == ("Tân Lập", "2026-01-09")


def test_an_impossible_day_is_left_out():
    reading = read_text("Số: 5/KH-THCS\n\nTân Lập, ngày 31 tháng 02 năm 2026\n\nKẾ HOẠCH\nThi đua năm 2026\n" + BODY)
    assert reading.header.date.value == "2026-02"


def test_an_untyped_letter_keeps_the_words_of_its_title():
    found = read_text(
        "Số: 8/PGDĐT\n\nAn Phú, ngày 04 tháng 3 năm 2022\n\nPHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2022\n" + BODY
    ).as_dict()
    assert found["kind"] == "Phát động phong trào thi đua"
    assert found["subject"] == "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2022"


@pytest.mark.parametrize(
    ("tail", "signer"),
    [
        (
            "TM. HỘI ĐỒNG\nCHỦ TỊCH\n\nGIÁM ĐỐC\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nLê Thị Trà",
            ("TM. HỘI ĐỒNG", "CHỦ TỊCH", "Lê Thị Trà"),
        ),
        ("KT.HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\nThS. Vũ An", ("KT.HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Vũ An")),
        (
            "TM. ỦY BAN NHÂN\nDÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nĐào Mỹ",
            ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đào Mỹ"),
        ),
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC\n\nTrần Bình", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Bình")),
        ("TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nHồ Thị Na", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Hồ Thị Na")),
        ("HIỆU TRƯỞNG\n\nNGUYỄN VĂN SƠN", (None, "HIỆU TRƯỞNG", "NGUYỄN VĂN SƠN")),
        ("GIÁM ĐỐC", (None, "GIÁM ĐỐC", None)),
    ],
)
def test_signers(tail, signer):
    text = (
        "KẾ HOẠCH\nThi đua năm 2026\n\nI. NỘI DUNG\n\n1. Thi đua dạy tốt./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        + tail
        + "\n"
    )
    found = read_text(text).as_dict()
    assert tuple(found["signer"].values()) == signer
    assert found["recipients"] == ["Như trên", "Lưu: VT"]
