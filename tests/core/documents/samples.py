"""One document of each builder, as a department and a school of an invented province would write them."""

from datetime import datetime

from thidua.core.documents.builders.attendance import Attendee
from thidua.core.documents.builders.council_minutes import CouncilMinutesText, VoteLine, build_council_minutes
from thidua.core.documents.builders.count_minutes import CountMinutesText, build_count_minutes
from thidua.core.documents.builders.decision import DecisionText, build_decision
from thidua.core.documents.builders.letterhead import Honouree, Letterhead
from thidua.core.documents.builders.plan import PlanMilestone, PlanSection, PlanTarget, PlanText, build_plan
from thidua.core.documents.builders.submission import SubmissionText, build_submission
from thidua.core.documents.model import Document, Signer
from thidua.core.documents.signing import SigningForm, sign

DEPARTMENT = Letterhead(
    parent_body="Ủy ban nhân dân tỉnh Quảng Trung",
    issuer="Sở Giáo dục và Đào tạo",
    abbreviation="SGDĐT",
    place="Quảng Trung",
    number="5",
    date="2026-09-05",
)
SCHOOL = Letterhead(
    parent_body="Ủy ban nhân dân xã Tân Lập",
    issuer="Trường Tiểu học Nguyễn Văn Trỗi",
    abbreviation="THNVT",
    place="Tân Lập",
    number="31",
    date="2026-05-27",
)
COUNCIL = Letterhead(
    parent_body="Sở Giáo dục và Đào tạo tỉnh Quảng Trung",
    issuer="Hội đồng Thi đua - Khen thưởng",
    abbreviation="HĐTĐKT",
    place="Quảng Trung",
    number="7",
    date="2026-06-12",
)
LAW = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
PEOPLE = (
    Honouree(
        "Nguyễn Thị Ngọc Ánh", "Giáo viên, Trường Tiểu học Nguyễn Văn Trỗi", "Chiến sĩ thi đua cơ sở", "14/15, 93,33%"
    ),
    Honouree("Đặng Văn Đạt", "Hiệu trưởng, Trường THCS Lê Quý Đôn", "Chiến sĩ thi đua cơ sở", "15/15, 100%"),
    Honouree("Hoàng Thị Ước", "Nhân viên thư viện, Trường THPT Trần Phú", "Giấy khen", "13/15, 86,67%"),
)
COLLECTIVES = (Honouree("Tổ Khoa học tự nhiên", "Trường THCS Lê Quý Đôn", "Tập thể Lao động xuất sắc", "15/15, 100%"),)
VOTES = (
    VoteLine(
        "Nguyễn Thị Ngọc Ánh",
        "Giáo viên, Trường Tiểu học Nguyễn Văn Trỗi",
        "Chiến sĩ thi đua cơ sở",
        14,
        1,
        0,
        15,
        True,
    ),
    VoteLine("Trần Quốc Bảo", "Giáo viên, Trường THPT Trần Phú", "Chiến sĩ thi đua cơ sở", 9, 5, 1, 15, False),
)


def plan() -> Document:
    """A plan with every part."""
    return build_plan(
        PlanText(
            letterhead=DEPARTMENT,
            movement="Trường học an toàn, học sinh tích cực",
            period="năm học 2026 - 2027",
            theme="Kỷ cương - Sáng tạo - Vươn xa",
            legal_bases=(
                LAW,
                "Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh về công tác thi đua",
            ),
            purposes=(
                "Khơi dậy tinh thần thi đua của nhà giáo, người lao động và người học trong toàn ngành.",
                "Phát hiện, bồi dưỡng và nhân rộng các điển hình tiên tiến.",
            ),
            requirements=("Thi đua thiết thực, đúng thực chất, không chạy theo hình thức.",),
            contents=(
                PlanSection(
                    "Nâng cao chất lượng dạy học",
                    (
                        "Đổi mới phương pháp dạy học và kiểm tra, đánh giá theo năng lực người học; mỗi tổ chuyên môn có ít "
                        "nhất một chuyên đề được nhân rộng.",
                        "Tăng cường phụ đạo học sinh chưa đạt chuẩn, bồi dưỡng học sinh năng khiếu.",
                        "Ứng dụng công nghệ thông tin trong quản lý và dạy học.",
                        "Tổ chức hội thi giáo viên dạy giỏi các cấp.",
                        "Bảo đảm an toàn trường học.",
                    ),
                ),
                PlanSection(
                    "Xây dựng cơ sở vật chất", ("Rà soát, sửa chữa phòng học, nhà vệ sinh trước năm học mới.",)
                ),
            ),
            targets=(
                PlanTarget("Trường đạt chuẩn quốc gia", "83,91% (386/460 trường)"),
                PlanTarget("Học sinh bỏ học", "dưới 0,1%", "Tiểu học"),
            ),
            milestones=(
                PlanMilestone("Đợt 1", "từ ngày 05/9/2026 đến ngày 15/01/2027, sơ kết học kỳ I"),
                PlanMilestone("Đợt 2", "từ ngày 16/01/2027 đến ngày 31/5/2027, tổng kết năm học"),
            ),
            measures=("Tuyên truyền sâu rộng mục đích, ý nghĩa của phong trào.",),
            assignments=(
                PlanSection("Văn phòng Sở", ("Theo dõi, đôn đốc các đơn vị; tổng hợp kết quả báo cáo Giám đốc Sở.",)),
                PlanSection("Các cơ sở giáo dục", ("Ban hành kế hoạch của đơn vị trước ngày 20/9/2026.",)),
            ),
            recipients=("UBND tỉnh (để b/c)", "Các cơ sở giáo dục (để t/h)", "Lưu: VT, VP"),
            signer=sign("Phó Giám đốc", "Lê Thị Ẩn", form=SigningForm.DEPUTY, of="Giám đốc"),
        )
    )


def submission() -> Document:
    """A school's submission with people and a collective."""
    return build_submission(
        SubmissionText(
            letterhead=SCHOOL,
            addressees=("Ủy ban nhân dân xã Tân Lập", "Phòng Văn hóa - Xã hội xã Tân Lập"),
            period="năm học 2025 - 2026",
            council="Biên bản họp Hội đồng Thi đua - Khen thưởng ngày 25/5/2026",
            legal_bases=(LAW,),
            individuals=PEOPLE,
            collectives=COLLECTIVES,
            enclosures=("biên bản họp Hội đồng", "báo cáo thành tích", "giấy xác nhận sáng kiến"),
            recipients=("Như trên", "Lưu: VT"),
            signer=sign("Hiệu trưởng", "Phạm Thị Hòa"),
        )
    )


def decision() -> Document:
    """A decision on two titles and a commendation, with money."""
    return build_decision(
        DecisionText(
            letterhead=DEPARTMENT,
            authority="Giám đốc Sở Giáo dục và Đào tạo",
            period="năm học 2025 - 2026",
            achievement="đã có thành tích xuất sắc trong năm học 2025 - 2026",
            titles=frozenset({"Chiến sĩ thi đua cơ sở", "Tập thể Lao động xuất sắc"}),
            legal_bases=(LAW, "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ"),
            proposer="Chánh Văn phòng Sở",
            individuals=PEOPLE,
            collectives=COLLECTIVES,
            total_money=9_477_000,
            money_source="quỹ thi đua, khen thưởng của Sở",
            responsible="Chánh Văn phòng Sở",
            recipients=("Như Điều 4", "Sở Nội vụ", "Lưu: VT, VP"),
            signer=sign("Giám đốc", "Trần Văn Hữu"),
        )
    )


def council_minutes() -> Document:
    """Minutes of a meeting with a secret vote."""
    return build_council_minutes(
        CouncilMinutesText(
            letterhead=COUNCIL,
            council="Hội đồng Thi đua - Khen thưởng Sở Giáo dục và Đào tạo",
            subject="Họp xét danh hiệu thi đua năm học 2025 - 2026",
            opened_at=datetime(2026, 6, 12, 8, 0),
            closed_at=datetime(2026, 6, 12, 11, 30),
            venue="Phòng họp số 2, Sở Giáo dục và Đào tạo",
            present=(
                Attendee("Ông Trần Văn Hữu", "Giám đốc Sở", "Chủ tịch Hội đồng"),
                Attendee("Bà Lê Thị Ẩn", "Phó Giám đốc Sở", "Phó Chủ tịch Hội đồng"),
            ),
            absent=(Attendee("Ông Vũ Ngọc Khánh", "Trưởng phòng Tổ chức cán bộ", "Ủy viên, có lý do"),),
            discussion=(
                "Thư ký Hội đồng báo cáo kết quả thẩm định hồ sơ.",
                "Các thành viên thảo luận từng trường hợp.",
            ),
            votes=VOTES,
            threshold="từ 70% tổng số thành viên trở lên",
            conclusions=("Trình Giám đốc Sở quyết định theo kết quả bỏ phiếu.",),
            chair=sign("Chủ tịch Hội đồng", "Trần Văn Hữu", extra="Giám đốc Sở Giáo dục và Đào tạo"),
            secretary=Signer("Thư ký", "Ngô Thị Phương"),
        )
    )


def count_minutes() -> Document:
    """Minutes of the count of that vote."""
    return build_count_minutes(
        CountMinutesText(
            letterhead=COUNCIL,
            council="Hội đồng Thi đua - Khen thưởng Sở Giáo dục và Đào tạo",
            subject="Kiểm phiếu xét danh hiệu thi đua năm học 2025 - 2026",
            counted_at=datetime(2026, 6, 12, 10, 15),
            venue="Phòng họp số 2, Sở Giáo dục và Đào tạo",
            committee=(Attendee("Bà Ngô Thị Phương", "", "Trưởng ban"), Attendee("Ông Bùi Văn Ý", "", "Ủy viên")),
            head_of_count=Signer("Trưởng ban", "Ngô Thị Phương"),
            counters=(Signer("Ủy viên", "Bùi Văn Ý"),),
            members=15,
            present=15,
            issued=15,
            collected=15,
            valid=14,
            votes=VOTES,
            threshold="từ 70% tổng số thành viên Hội đồng trở lên",
        )
    )


ALL = (plan, submission, decision, council_minutes, count_minutes)
