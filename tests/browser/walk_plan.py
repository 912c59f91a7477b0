"""Steps 1-4 of the walk: signing in, the plan from its file to the units' own plans, targets and figures."""

from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.office import Office, Seat, upload
from tests.browser.plan import NAME, as_docx, plan_text

SAMPLE_PLAN = Path(__file__).resolve().parents[1] / "samples" / "plans" / "s8_department_plan_2025_table.txt"
SCHOOL, COMMUNE = "Trường THCS Bình Minh", "Uỷ ban nhân dân phường Bình Minh"


def sign_in(office: Office) -> None:
    """1. The sample accounts stand on the page; one click fills in the form."""
    secretary = office.guest()
    secretary.open("/").see("Thi đua, khen thưởng ngành Giáo dục").shoot("01-trang-chu")
    secretary.open("/dang-nhap/").see("mau.thuongtruc.so")
    secretary.main.get_by_role("button", name="Điền tài khoản mau.thuongtruc.so").click()
    secretary.shoot("01-dang-nhap")
    secretary.press("Đăng nhập").see("Việc của tôi").shoot("01-viec-cua-toi")
    office.seats["thuongtruc.so", False] = secretary


def upload_text_and_discard(office: Office) -> None:
    """A plain text is read as well; what was uploaded by mistake is discarded in a dialogue, with its reason."""
    secretary = office.seat("thuongtruc.so").open("/phong-trao/doc-ke-hoach/")
    secretary.fill({"Tệp kế hoạch": upload("truong-hoc-so.txt", SAMPLE_PLAN.read_bytes())})
    secretary.press("Tải lên và đọc").see("Xây dựng trường học số")
    secretary.main.get_by_text("Thao tác khác").click()
    secretary.main.get_by_role("link", name="Bỏ kế hoạch này").click()
    dialog = secretary.page.get_by_role("dialog")
    secretary.fill({"Lý do": "Tải nhầm tệp của giai đoạn khác"}, within=dialog)
    secretary.press("Bỏ kế hoạch", within=dialog)


def read_plan(office: Office, today: date) -> None:
    """2. The Word file is read; every proposal stands beside its source; one is corrected; the movement is made."""
    secretary = office.seat("thuongtruc.so").open("/viec-cua-toi/")
    secretary.page.get_by_role("navigation").get_by_role("link", name="Phong trào thi đua").first.click()
    secretary.follow("Đọc kế hoạch từ tệp")
    secretary.fill({"Tệp kế hoạch": upload("ke-hoach-truong-hoc-so.docx", as_docx(plan_text(today)))})
    secretary.see("ke-hoach-truong-hoc-so.docx").shoot("02-tai-len")
    secretary.press("Tải lên và đọc").see("Rà soát kế hoạch", NAME).shoot("02-ra-soat")
    _correct_target(secretary)
    _drop_basis(secretary)
    for section in ("Thể thức văn bản", "Nhiệm vụ", "Nơi nhận"):
        accept_section(secretary, section)
    secretary.see("Rà soát (6/10 phần)").shoot("02-chi-tieu", secretary.section("Chỉ tiêu"))
    secretary.follow("Lập phong trào").see("Lấy từ bản rà soát").shoot("02-lap-phong-trao")
    secretary.press("Lập phong trào").see(NAME, "99,5%")


def _correct_target(secretary: Seat) -> None:
    """The plan promises 100% of digital report cards; the office lowers it to 99.5% while reviewing."""
    section = secretary.section("Chỉ tiêu")
    item = section.locator("li.p-item").filter(has_text="học bạ số")
    item.locator("summary").click()
    secretary.fill({"Giá trị": "99,5"}, within=item)
    accept_section(secretary, "Chỉ tiêu")


def _drop_basis(secretary: Seat) -> None:
    """The plan still cites a decree that is out of force: the basis goes, and how each finding was settled is written down."""
    basis = secretary.section("Căn cứ, văn bản viện dẫn").locator("li.p-item").filter(has_text="91/2017/NĐ-CP")
    secretary.tick("Bỏ", within=basis)
    accept_section(secretary, "Căn cứ, văn bản viện dẫn")
    found = secretary.section("Điểm cần xem lại")
    secretary.shoot("02-diem-xem-lai", found)
    for item, note in (("Thiếu số", "Số do sổ văn bản cấp khi ban hành"), ("91/2017", "Đã bỏ căn cứ này")):
        finding = found.locator("li.p-item").filter(has_text=item)
        finding.locator("summary").click()
        secretary.fill({"Cách xử lý": note}, within=finding)
    accept_section(secretary, "Điểm cần xem lại")


def accept_section(secretary: Seat, title: str) -> None:
    """Save a section and mark it as reviewed; htmx puts it in its place again."""
    secretary.section(title).get_by_role("button", name="Lưu và chấp nhận").click()
    secretary.section(title).get_by_text("Đã rà soát").wait_for()


def launch(office: Office, today: date) -> None:
    """3. The plan gets its format from the secretary, its number from the head, and goes to the units chosen."""
    secretary = office.seat("thuongtruc.so").follow("Soạn kế hoạch")
    secretary.press("Lưu dự thảo").see("Đã lưu dự thảo kế hoạch").shoot("03-soan-ke-hoach")
    head = office.seat("giamdoc.so").see("Phát động phong trào")
    head.follow("Phát động phong trào", near=NAME).follow("Phát động").tick(
        "Từng đơn vị được chọn", SCHOOL, COMMUNE, "Trường THPT Lam Kinh"
    )
    head.fill({"Hạn các đơn vị ban hành kế hoạch của mình": f"{today + timedelta(21):%d/%m/%Y}"})
    head.shoot("03-phat-dong", head.section("Nơi nhận và thời hạn"))
    head.press("Ban hành và phát động").see("ban hành Kế hoạch số", "gửi đến 3 đơn vị")
    head.follow(NAME, exact=False)
    box = head.section("Kế hoạch")
    assert head.download(".pdf", within=box).startswith(b"%PDF")
    assert head.download(".docx", within=box).startswith(b"PK")
    head.shoot("03-phong-trao")


def answer(office: Office) -> None:
    """The school acknowledges the plan and issues its own from it; the department's board says so."""
    head = office.seat("hieutruong").see("Xác nhận đã nhận kế hoạch")
    head.follow("Xác nhận đã nhận kế hoạch", near=NAME).see("Gửi và nhận").shoot("03-ke-hoach-den")
    head.press("Xác nhận đã nhận").see("Đã xác nhận nhận Kế hoạch số")
    head.press("Ban hành kế hoạch của đơn vị").see("theo cấp trên", "99,5%").shoot("03-ke-hoach-truong")
    head.follow("Soạn kế hoạch").press("Lưu dự thảo").follow("Xong").follow("Phát động")
    head.press("Ban hành và phát động").see("Đã phát động phong trào")
    secretary = office.seat("thuongtruc.so").open(office.seat("giamdoc.so").page.url + "don-vi/")
    row = secretary.main.get_by_role("row").filter(has=secretary.page.get_by_role("rowheader", name=SCHOOL))
    expect(row).to_contain_text("KH-")
    secretary.shoot("03-don-vi-thuc-hien")


def follow_targets(office: Office, today: date) -> None:
    """4. A target is allotted, the school reports numerator, denominator and evidence, the chart shows it."""
    head = office.seat("giamdoc.so").follow("Giao và theo dõi").see("Chỉ tiêu của phong trào")
    head.follow("Giao đơn vị", near="học liệu")
    head.fill({"Hạn báo cáo": f"{today + timedelta(10):%d/%m/%Y}", SCHOOL: "85", COMMUNE: "90"})
    head.shoot("04-giao-chi-tieu")
    head.press("Giao chỉ tiêu").see("Đã giao chỉ tiêu cho")
    school = office.seat("thuongtruc.truong").see("Báo cáo số liệu chỉ tiêu")
    school.follow("Báo cáo số liệu chỉ tiêu", near="học liệu")
    school.fill({"Tử số (số đạt)": "27", "Mẫu số (tổng số)": "30", "Giải trình": "Ba giáo viên đang nghỉ thai sản."})
    school.fill({"Minh chứng": upload("danh-sach-hoc-lieu.pdf", b"%PDF-1.7 danh sach" * 4000)})
    school.shoot("04-bao-cao-so-lieu")
    school.press("Gửi số liệu").see("Đã ghi nhận số liệu")
    head.open(head.page.url).see("90% (27/30)")
    expect(head.main.locator("svg.t-chart-svg")).to_be_visible()
    head.shoot("04-ket-qua-chi-tieu")
