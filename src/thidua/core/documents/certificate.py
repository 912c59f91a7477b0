"""What is printed on a certificate, and on what sheet. Sizes and wording are data: the law changed them before."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CertificateDesign:
    """Mẫu phôi: the sheet and frame in mm, colours as #rrggbb, and the type sizes in points.

    frame_mm is the distance of the outer frame from the edge. The authority and the honour are printed in
    `accent`, as on printed forms; the national emblem is left to the printed form.
    """

    width_mm: float = 297.0
    height_mm: float = 210.0
    frame_mm: float = 10.0
    accent: str = "#b3121d"
    gold: str = "#b8860b"
    ink: str = "#1a1a1a"
    authority_pt: float = 22.0
    honour_pt: float = 40.0
    name_pt: float = 26.0
    text_pt: float = 16.0
    small_pt: float = 12.0
    signature_room_mm: float = 26.0


A4_LANDSCAPE = CertificateDesign()


@dataclass(frozen=True)
class Certificate:
    """Bằng, giấy khen, giấy chứng nhận: the words of one certificate, ready to print.

    authority: who awards, with the unit ("Giám đốc Sở Giáo dục và Đào tạo tỉnh ..."). verb: "Tặng", "Công nhận".
    honour: "Giấy khen", "Chiến sĩ thi đua cơ sở". detail: post and unit of the person, or place of the collective.
    decision: "Quyết định số 12/QĐ-SGDĐT ngày 05 tháng 02 năm 2026". book_number: number in the book of honour, may be
    empty. signer_lines: capacity and post, one per line. verify_url goes into the QR code, short_code is printed.
    """

    authority: str
    verb: str
    honour: str
    name: str
    detail: str
    achievement: str
    decision: str
    place_date: str
    signer_lines: tuple[str, ...]
    signer_name: str
    verify_url: str
    short_code: str
    book_number: str = ""
    design: CertificateDesign = A4_LANDSCAPE
