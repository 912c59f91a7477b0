"""Step 6 of the walk, second half: the council meets, votes on phones, and its minutes are drawn up."""

from datetime import date

from playwright.sync_api import expect

from tests.browser.office import Office

MEMBERS = ("chutich.xa", "hoidong1", "hoidong2", "hoidong3", "hoidong4")  # of the sample commune's council
MEETING = "Xét khen thưởng đợt tháng này"


def meet(office: Office, today: date, dossier: str) -> str:
    """The secretary plans the meeting, fills its agenda, opens it and calls the roll. The meeting's address."""
    secretary = office.seat("thuongtruc.xa").open(dossier)
    title = secretary.main.locator("h1").inner_text()
    secretary.open("/hoi-dong/")
    secretary.follow("Lên lịch phiên họp")
    secretary.fill({"Nội dung phiên họp": MEETING, "Ngày họp": f"{today:%d/%m/%Y}", "Địa điểm": "Phòng họp số 1"})
    secretary.press("Lên lịch").see("Đã lên lịch phiên họp")
    secretary.main.get_by_role("checkbox", name=title).check()
    secretary.press("Đưa vào chương trình").see("Đã đưa hồ sơ vào chương trình").shoot("07-chuong-trinh")
    secretary.press("Khai mạc").see("Phiên họp đã khai mạc")
    roll = secretary.section("Điểm danh")
    for box in roll.get_by_role("checkbox").all():
        box.check()
    secretary.shoot("07-diem-danh", roll)
    secretary.press("Lưu điểm danh").see("Đã ghi điểm danh")
    return secretary.press("Mở bỏ phiếu").see("Tình hình bỏ phiếu").page.url


def vote(office: Office, meeting: str) -> None:
    """Every member finds the ballot among what is waiting and votes with the phone; a second paper is not taken."""
    for account in MEMBERS:
        member = office.seat(account, phone=True).open("/viec-cua-toi/").follow("Bỏ phiếu kín", near=MEETING)
        for paper in member.main.get_by_role("group").all():
            paper.get_by_label("Đồng ý", exact=True).check()
        if account == "hoidong1":
            member.shoot("07-phieu-kin")
        member.press("Gửi phiếu").see("Đã nhận phiếu của bạn")
        member.open(f"{meeting}phieu/").see("Mỗi thành viên chỉ bỏ phiếu một lần")
    member.shoot("07-da-bo-phieu")


def count(office: Office, meeting: str) -> None:
    """The papers are counted with the hands; nobody can tell who chose what; the minutes come as Word and PDF."""
    secretary = office.seat("thuongtruc.xa").open(meeting).follow("Kiểm phiếu").see("5/5")
    for hands in secretary.main.get_by_label(": đồng ý").all():
        hands.fill("5")
    secretary.shoot("07-kiem-phieu")
    secretary.press("Kiểm phiếu và kết thúc").see("Đã kiểm phiếu")
    expect(secretary.main.get_by_text("Không thông qua")).to_have_count(0)
    secretary.press("Lập biên bản").see("Biên bản họp", "Biên bản kiểm phiếu").shoot("07-ket-qua")
    box = secretary.section("Biên bản")
    for which in (0, 1):
        for words, start in (("Word", b"PK"), ("PDF", b"%PDF")):
            assert secretary.download(words, within=box.locator("p.t-actions").nth(which)).startswith(start)
