"""The plan that the walk begins with: an invented department's, of the year in which the test runs."""

from datetime import date, timedelta
from io import BytesIO

from docx import Document

from thidua.core.time.years import school_year_of

NAME = "Trường học số, lớp học vui"
_TEXT = """UBND TỈNH AN LĨNH
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số:      /KH-SGDĐT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

An Lĩnh, ngày {today:%d} tháng {today:%m} năm {today:%Y}

KẾ HOẠCH
Phát động phong trào thi đua “{name}” năm học {year}

Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;
Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;
Căn cứ Kế hoạch số 08/KH-UBND ngày {province:%d/%m/%Y} của Uỷ ban nhân dân tỉnh về công tác thi đua, khen thưởng;

Sở Giáo dục và Đào tạo phát động phong trào thi đua năm học {year} với chủ đề “Mỗi tiết học một niềm vui”, cụ thể như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Động viên cán bộ quản lý, nhà giáo và học sinh đưa công nghệ vào dạy học một cách thiết thực.
2. Yêu cầu
Mỗi trường chọn việc vừa sức, làm đến đâu ghi nhận đến đó, không chạy theo hình thức.

II. NỘI DUNG THI ĐUA
1. Hưởng ứng phong trào thi đua “Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập”.
2. Xây dựng kho học liệu dùng chung của từng tổ chuyên môn.

III. CHỈ TIÊU
a) Tỷ lệ giáo viên có ít nhất hai bài giảng số trong kho học liệu đạt từ 85% trở lên.
b) Tỷ lệ học sinh có học bạ số đạt 100%.
c) Tỷ lệ học sinh bỏ học dưới 0,3%.
d) Tỷ lệ trường có thư viện số đạt 32/40 chiếm 80%.

IV. TỔ CHỨC THỰC HIỆN
1. Các đơn vị trực thuộc xây dựng kế hoạch của đơn vị, gửi về Sở trước ngày {plan_by:%d/%m/%Y}.
2. Phòng Giáo dục phổ thông hướng dẫn chuyên môn, kiểm tra việc thực hiện tại các trường.
3. Văn phòng Sở tổng hợp kết quả, báo cáo Giám đốc Sở trước ngày {report_by:%d/%m/%Y}.

Trên đây là Kế hoạch phát động phong trào thi đua, đề nghị các đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Uỷ ban nhân dân tỉnh (b/c);
- Uỷ ban nhân dân các xã, phường;
- Các đơn vị trực thuộc;
- Lưu: VT, TCCB.

GIÁM ĐỐC

Phạm Thị Thanh Yến
"""


def plan_text(today: date) -> str:
    """The plan as if it were written on the day; its deadlines lie three weeks and six months ahead."""
    return _TEXT.format(
        name=NAME, today=today, year=school_year_of(today).label, province=today - timedelta(30),
        plan_by=today + timedelta(21), report_by=today + timedelta(180),
    )  # fmt: skip


def as_docx(text: str) -> bytes:
    """The text as a Word file, one paragraph a line."""
    document, held = Document(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(held)
    return held.getvalue()
