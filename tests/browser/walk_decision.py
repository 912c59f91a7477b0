"""Steps 7-8 of the walk: the decision with its papers, and what the public sees of it, before and after the revocation."""

from contextlib import closing
from datetime import date

import pypdfium2
import zxingcpp

from tests.browser.office import Office
from tests.browser.walk_awards import TEACHER
from thidua.core.vietnamese.folding import fold

TITLE = "Khen thưởng đợt tháng này"


def decide(office: Office, today: date, dossier: str) -> list[str]:
    """7. The secretary drafts, the head issues; numbers, money, papers. What the QR codes of the certificates say."""
    secretary = office.seat("thuongtruc.xa").open(dossier)
    name = secretary.main.locator("h1").inner_text()
    secretary.open("/quyet-dinh/").follow("Lập dự thảo").fill({"Tên quyết định": TITLE})
    secretary.main.get_by_role("checkbox", name=name).check()
    secretary.press("Lưu dự thảo").see("Đã lập dự thảo", "đồng").shoot("08-du-thao")
    head = office.seat("chutich.xa").open("/viec-cua-toi/").follow("Ký ban hành quyết định", near=TITLE)
    head.follow("Ký ban hành").fill({"Ngày ký": f"{today:%d/%m/%Y}"}).shoot("08-ky-ban-hanh")
    head.press("Ký ban hành").see("Đã ban hành Quyết định số", office.name_of(TEACHER)).shoot("08-quyet-dinh")
    box = head.section("Văn bản")
    assert head.download("PDF", within=box).startswith(b"%PDF")
    assert head.download("Word", within=box).startswith(b"PK")
    codes = read_codes(head.download("In giấy chứng nhận"))
    head.follow("Toàn văn Quyết định", within=box, exact=False).see("QUYẾT ĐỊNH", "Điều 1").shoot("08-toan-van")
    return codes


def read_codes(pdf: bytes) -> list[str]:
    """What a phone would read from every page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [zxingcpp.read_barcodes(page.render(scale=2).to_pil())[0].text for page in document]


def look_in_public(office: Office, codes: list[str]) -> str:
    """8. A passer-by scans a certificate with the phone and reads the list of honours. The teacher's address is given back."""
    passer_by, name = office.guest(phone=True), office.name_of(TEACHER)
    pages = {code: passer_by.open(code).see("Có hiệu lực").main.inner_text() for code in codes}
    (mine,) = [code for code, words in pages.items() if name in words]
    passer_by.open(mine).shoot("09-xac-thuc")
    reader = office.guest().open("/cong-khai/bang-vang/")
    reader.fill({"Tìm theo tên": fold(name)}).press("Lọc").see(name, "Chiến sĩ thi đua cơ sở").shoot("09-bang-vang")
    teacher = office.seat(TEACHER, phone=True).open("/viec-cua-toi/")
    teacher.see("Chiến sĩ thi đua cơ sở")
    return mine


def revoke(office: Office, today: date, address: str) -> None:
    """The head takes the award back; the code behind the certificate says so at once, the honour list leaves it out."""
    name = office.name_of(TEACHER)
    head = office.seat("chutich.xa").open("/quyet-dinh/").follow(TITLE).follow(name).shoot("09-khen-thuong")
    head.follow("Thu hồi").tick("Gian dối trong việc kê khai thành tích")
    head.fill(
        {"Diễn giải": "Sáng kiến đã kê khai là của người khác.", "Ngày ký quyết định thu hồi": f"{today:%d/%m/%Y}"}
    )
    head.shoot("09-thu-hoi")
    head.press("Ký quyết định thu hồi").see("Đã thu hồi bằng Quyết định số")
    passer_by = office.guest(phone=True).open(address).see("Đã bị thu hồi", "không còn giá trị")
    passer_by.shoot("09-da-thu-hoi")
    row = passer_by.open(f"/cong-khai/bang-vang/?q={name}").main.get_by_role("row").filter(has_text=f"{today:%d/%m/%Y}")
    assert row.count() == 0
