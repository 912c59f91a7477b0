"""Step 5 of the walk and the first half of 6: registering, facts, the dossier until it is accepted."""

import re
from datetime import date
from io import BytesIO

from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.browser.office import Office, Seat, upload
from tests.browser.walk_plan import COMMUNE
from thidua.adapters.xlsx.write import write_table
from thidua.core.time.years import school_year_of

TEACHER, COLLEAGUES = "giaovien", 2
INITIATIVE = "Học liệu số cho bài thực hành hoá học lớp 8"


def register(office: Office) -> None:
    """5. The teacher registers with the phone."""
    teacher = office.seat(TEACHER, phone=True)
    teacher.page.get_by_text("Mục lục").click()
    teacher.shoot("05-muc-luc")
    with teacher.page.expect_navigation():
        teacher.page.get_by_role("link", name="Đăng ký thi đua").locator("visible=true").click()
    teacher.fill({"Danh hiệu, hình thức đăng ký": "Chiến sĩ thi đua cơ sở"})
    teacher.fill({"Việc sẽ làm để đạt": "Xây dựng 10 bài thực hành số, chia sẻ trong tổ chuyên môn."})
    teacher.shoot("05-dang-ky", teacher.section("Đăng ký mới"))
    teacher.press("Đăng ký").see("Đã đăng ký", "Xây dựng 10 bài thực hành số")


def enter_facts(office: Office, today: date) -> None:
    """The school's results go in with its own Excel sheet, the initiative with a form."""
    secretary = office.seat("thuongtruc.truong").open("/nhan-su/").follow("Nhập kết quả năm từ Excel")
    sheet = _fill_sheet(secretary.download("Tải tệp mẫu"), office.name_of(TEACHER))
    secretary.fill({"Năm học hoặc năm": school_year_of(today).label, "Tệp Excel": upload("ket-qua.xlsx", sheet)})
    secretary.press("Đọc tệp").see("không có lỗi").shoot("05-nhap-ket-qua")
    secretary.main.get_by_role("button", name=re.compile("^Lưu kết quả của")).click()
    secretary.see("Đã nhập kết quả năm").open("/sang-kien/").follow("Ghi nhận sáng kiến")
    author = secretary.main.get_by_label("Tác giả")
    author.select_option(label=author.locator("option", has_text=office.name_of(TEACHER)).text_content())
    secretary.fill({
        "Tên sáng kiến, đề tài": INITIATIVE, "Phạm vi ảnh hưởng": "Cơ sở",
        "Ngày công nhận, nghiệm thu": f"{today:%d/%m/%Y}", "Quyết định công nhận": "Quyết định số 15/QĐ-HĐSK",
    })  # fmt: skip
    secretary.shoot("05-sang-kien")
    secretary.press("Ghi nhận").see("Đã ghi nhận sáng kiến của")


def _fill_sheet(template: bytes, best: str) -> bytes:
    """Everybody worked the whole year and did well, the teacher of the walk excellently."""
    title, *_, head, rows = _read_sheet(template)
    done = []
    for row in rows:
        values = dict(zip(head, row, strict=True))
        rating = "Hoàn thành xuất sắc nhiệm vụ" if values["Họ và tên"] == best else "Hoàn thành tốt nhiệm vụ"
        values |= {"Xếp loại": rating, "Tham gia phong trào": "Có", "Số tháng làm việc": 12, "Số ngày nghỉ": 0}
        done.append(tuple(values.values()))
    return write_table(title, head, done)


def _read_sheet(data: bytes) -> tuple[str, list[str], list[list]]:
    """The title of the sheet, its column heads and its rows."""
    lines = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    start = next(place for place, line in enumerate(lines) if "Họ và tên" in line)
    return str(lines[0][0]), [str(cell) for cell in lines[start]], lines[start + 1 :]


def nominate(office: Office, today: date) -> str:
    """The school makes its dossier, sees what the law says, adds the papers; its head submits. The dossier's address."""
    secretary = office.seat("thuongtruc.truong").open("/ho-so/").follow("Lập hồ sơ")
    secretary.fill({"Năm xét khen thưởng": f"Năm học {school_year_of(today).label}"})
    secretary.main.get_by_label(re.compile(f"^{COMMUNE}")).check()
    secretary.shoot("06-lap-ho-so")
    secretary.press("Lập hồ sơ và chọn người").see("Đã lập hồ sơ")
    dossier = secretary.page.url.split("chon/")[0]
    _show(secretary, "Chiến sĩ thi đua cơ sở").tick(f"Chọn {office.name_of(TEACHER)}").shoot("06-chon-nguoi")
    secretary.press("Thêm người đã chọn vào hồ sơ").see("Đã thêm 1 đề nghị vào hồ sơ").open(f"{dossier}chon/")
    others = _show(secretary, "Lao động tiên tiến").main.get_by_role("checkbox", name=re.compile("^Chọn ."))
    for place in range(COLLEAGUES):
        others.nth(place).check()
    secretary.press("Thêm người đã chọn vào hồ sơ").see(f"Đã thêm {COLLEAGUES} đề nghị vào hồ sơ")
    _ground(office, secretary, dossier)
    _attach_papers(secretary, dossier)
    secretary.open(dossier).shoot("06-ho-so")
    submit(office, dossier, picture="06-trinh-ho-so")
    return dossier


def _show(secretary: Seat, honour: str) -> Seat:
    """Whom the law lets through for the honour."""
    choice = {"Danh hiệu, hình thức": honour, "Kết quả đối chiếu": "Đủ điều kiện"}
    return secretary.fill(choice, within=secretary.main.get_by_role("search")).press("Lọc")


def _ground(office: Office, secretary: Seat, dossier: str) -> None:
    """What the teacher achieved, on the ground of the initiative; the law's conditions one by one."""
    secretary.open(dossier).follow(office.name_of(TEACHER)).see("Từng điều kiện theo quy định", "Căn cứ")
    choice = secretary.main.get_by_label("Sáng kiến, đề tài làm căn cứ")
    choice.select_option(label=choice.locator("option", has_text=INITIATIVE).text_content())
    secretary.fill({"Tóm tắt thành tích": "Chất lượng môn Hoá học của bốn lớp 8 được nâng lên."})
    secretary.press("Lưu và đối chiếu lại").see("Đã lưu thành tích").shoot("06-doi-chieu")


def _attach_papers(secretary: Seat, dossier: str) -> None:
    """Every paper that the law asks for and that the system does not make itself."""
    options = secretary.open(dossier).main.get_by_label("Là giấy tờ nào").locator("option").all_text_contents()
    for part in [option for option in options if option != "Tài liệu khác"]:
        secretary.fill({"Tệp": upload("giay-to.pdf", b"%PDF-1.7 " + part.encode()), "Là giấy tờ nào": part})
        secretary.press("Thêm giấy tờ").see("Đã thêm")


def submit(office: Office, dossier: str, picture: str = "") -> None:
    head = office.seat("hieutruong").open(dossier)
    head.main.get_by_role("button", name="Trình hồ sơ").click()
    dialog = head.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    if picture:
        head.shoot(picture)
    head.press("Ban hành tờ trình và trình", within=dialog).see("Tờ trình")


def appraise(office: Office, dossier: str) -> None:
    """6. The commune's secretary returns the dossier with a reason; the school answers it; then it is accepted."""
    reason = "Ghi rõ tỷ lệ học sinh đạt khá, giỏi trước và sau khi áp dụng sáng kiến."
    secretary = office.seat("thuongtruc.xa").see("Thẩm định hồ sơ khen thưởng").open(dossier)
    secretary.shoot("07-tham-dinh")
    secretary.main.get_by_role("button", name="Trả lại").click()
    dialog = secretary.page.get_by_role("dialog")
    secretary.fill({"Lý do": reason}, within=dialog)
    secretary.shoot("07-tra-lai")
    secretary.press("Trả lại hồ sơ", within=dialog)
    school = office.seat("thuongtruc.truong").open(dossier).see(reason).shoot("07-bi-tra-lai")
    school.follow(office.name_of(TEACHER))
    school.fill({"Tóm tắt thành tích": "Tỷ lệ học sinh khá, giỏi môn Hoá học lớp 8 tăng từ 41% lên 58%."})
    school.press("Lưu và đối chiếu lại").see("Đã lưu thành tích")
    submit(office, dossier)
    secretary.open(dossier).press("Tiếp nhận sau thẩm định").see("Đã tiếp nhận hồ sơ")
