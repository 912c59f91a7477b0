"""The walk of one plan from its file to an award that anybody can check, page by page, on the days of its year."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from django.test import Client

from tests.journeys.stage import MEMBERS, Stage
from tests.journeys.visitor import Visitor, upload
from thidua.adapters.xlsx.write import write_table
from thidua.awards.models import Award, AwardDecision, Dossier, Nomination
from thidua.core.sheets.yearly import COLUMNS
from thidua.councils.models import CouncilMeeting
from thidua.movements.models import Movement, PlanReading
from thidua.records.models import Dispatch

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ADDED = "Trường tổ chức ít nhất một chuyên đề đổi mới dạy học mỗi học kỳ"


@dataclass(frozen=True)
class Journey:
    """Một văn bản và năm của nó. `targets` is the least number of targets the reader must find."""

    file: Path
    year: str
    launch_on: date
    nominate_on: date
    decide_on: date
    targets: int
    movement: str
    period_kind: str
    honour: str
    coefficient_money: int
    law: str


@contextmanager
def on(day: date) -> Iterator[None]:
    with time_machine.travel(datetime(day.year, day.month, day.day, 9, 0, tzinfo=ZONE), tick=False):
        yield


class Walk:
    """Each step is a method named as in the issue; `run` takes them in order."""

    def __init__(self, stage: Stage, journey: Journey) -> None:
        self.stage, self.journey = stage, journey

    def run(self) -> None:
        journey = self.journey
        with on(journey.launch_on):
            self.upload_and_confirm()
            self.launch()
            self.answer()
            self.allot_and_report()
            self.register()
        with on(journey.nominate_on):
            self.enter_facts()
            self.nominate()
            self.appraise()
            self.meet_and_vote()
        with on(journey.decide_on):
            self.decide()
            self.verify_in_public()
            self.revoke()

    # 2 Upload the plan
    def upload_and_confirm(self) -> None:
        journey, secretary = self.journey, self.stage.visitor("thuongtruc")
        secretary.open("/phong-trao/doc-ke-hoach/")
        secretary.press("Tải lên và đọc", file=upload(journey.file.name, journey.file.read_bytes()))
        reading = PlanReading.objects.get()
        assert len(reading.draft["sections"]["targets"]["items"]) >= journey.targets
        secretary.open(f"/phong-trao/doc-ke-hoach/{reading.pk}/lap/")
        secretary.press("Lập phong trào", name=journey.movement, period_kind=journey.period_kind, year=journey.year)
        self.movement = Movement.objects.get(reading=reading)
        if not self.movement.targets.exists():
            self._add_target(secretary)

    def _add_target(self, secretary: Visitor) -> None:
        """A plan without targets: the person adds one, so that there is something to follow."""
        secretary.open(f"/phong-trao/{self.movement.pk}/sua/targets/")
        form, _ = secretary._find("Lưu")
        key = [value for name, value in form.form_values() if name == "key"][-1]
        secretary.press("Lưu", **{f"{key}-subject": ADDED, f"{key}-comparator": ">=", f"{key}-value": "90"})
        assert self.movement.targets.get().subject == ADDED

    # 3 Launch
    def launch(self) -> None:
        movement, secretary, head = self.movement, self.stage.visitor("thuongtruc"), self.stage.visitor("thutruong")
        secretary.open(f"/phong-trao/{movement.pk}/ke-hoach/").press("Lưu")
        secretary.open(f"/phong-trao/{movement.pk}/phat-dong/", status=403)
        head.open(f"/phong-trao/{movement.pk}/phat-dong/").press("Ban hành và phát động", mode="all", respond_by="")
        movement.refresh_from_db()
        assert (movement.state, movement.plan.number, movement.plan.issued_on) == (
            "launched",
            1,
            self.journey.launch_on,
        )
        for fmt, start in (("pdf", b"%PDF"), ("docx", b"PK")):
            assert head.download(f"/van-ban/{movement.plan_id}/tai/{fmt}/").startswith(start)

    def answer(self) -> None:
        """The school opens, acknowledges, issues its own plan from the one above; the authority sees it."""
        dispatch = Dispatch.objects.get(unit=self.stage.school)
        school = self.stage.visitor("hieutruong").open(f"/phong-trao/den/{dispatch.pk}/")
        school.press("Xác nhận đã nhận")
        school.open(f"/phong-trao/den/{dispatch.pk}/").press("Ban hành kế hoạch của đơn vị")
        child = Movement.objects.get(parent=self.movement)
        assert child.targets.count() == self.movement.targets.count()
        assert child.legal_bases.first().number == self.movement.plan.code
        school.open(f"/phong-trao/{child.pk}/ke-hoach/").press("Lưu")
        school.open(f"/phong-trao/{child.pk}/phat-dong/").press("Ban hành và phát động", mode="none")
        child.refresh_from_db()
        board = self.stage.visitor("thuongtruc").open(f"/phong-trao/{self.movement.pk}/don-vi/")
        board.expect(child.plan.code)

    # 4 Targets
    def allot_and_report(self) -> None:
        target = self.movement.targets.first()
        head = self.stage.visitor("thutruong").open(f"/chi-tieu/{target.pk}/giao/")
        school = self.stage.school
        values = {f"unit_{school.pk}": "80", f"unit_{self.stage.other_school.pk}": ""}
        head.press("Giao chỉ tiêu", due_on=f"{self.journey.decide_on:%d/%m/%Y}", **values)
        reporter = self.stage.visitor("thuky").open(f"/chi-tieu/{target.pk}/bao-cao/{school.pk}/")
        share = target.unit == "%"
        figure = {"numerator": "45", "denominator": "50"} if share else {"value": "45"}
        reporter.press("Gửi số liệu", evidence=upload("bang-ke.pdf", b"%PDF-1.7 bang ke"), **figure)
        head.open(f"/chi-tieu/{target.pk}/").expect("90% (45/50)" if share else "45", "1/1")

    # 5 Register and nominate
    def register(self) -> None:
        teacher = self.stage.visitor("giaovien").open("/dang-ky/cua-toi/")
        teacher.press("Đăng ký", honour=self.journey.honour, pledge="Dạy tốt, có sáng kiến được áp dụng trong trường")
        teacher.expect("Dạy tốt, có sáng kiến")

    def enter_facts(self) -> None:
        """The unit's facts from Excel, a recognised initiative from a form."""
        rows = [
            (f"HT-{key}", self.stage.people[key].full_name, "", rating, "Có", 12, 2, 0, "")
            for key, rating in (("giaovien", "HTXS"), ("dongnghiep", "HTT"), ("thuky", "HTT"), ("hieutruong", "HTT"))
        ]
        sheet = write_table("Kết quả năm", [column.title for column in COLUMNS], rows)
        secretary = self.stage.visitor("thuky").open(f"/don-vi/{self.stage.school.pk}/nhap-ket-qua/")
        secretary.press("Đọc tệp", year=self.journey.year, sheet=upload("ket-qua.xlsx", sheet))
        secretary.press("Lưu kết quả của 4 người")
        secretary.open("/sang-kien/them/").press(
            "Ghi nhận",
            person=str(self.stage.people["giaovien"].pk), title="Biện pháp rèn kỹ năng đọc hiểu", scope="co_so",
            recognised_on=f"{self.journey.nominate_on:%d/%m/%Y}", recognised_by="Quyết định số 15/QĐ-HĐSK",
        )  # fmt: skip

    def nominate(self) -> None:
        journey, stage, secretary = self.journey, self.stage, self.stage.visitor("thuky")
        secretary.open("/ho-so/lap/").press("Lập hồ sơ", year=journey.year, deciding_unit=str(stage.authority.pk))
        self.dossier = Dossier.objects.get()
        for honour, key in ((journey.honour, "giaovien"), ("LDTT", "dongnghiep")):
            secretary.open(f"/ho-so/{self.dossier.pk}/chon/?honour={honour}")
            secretary.press("Thêm người đã chọn", candidate=[str(stage.people[key].pk)])
        nomination = Nomination.objects.get(honour=journey.honour)
        secretary.open(f"/ho-so/de-nghi/{nomination.pk}/").expect(journey.law)
        initiative = stage.people["giaovien"].initiatives.get()
        secretary.press(
            "Lưu và đối chiếu lại", achievement="Học sinh tiến bộ rõ rệt về đọc hiểu", initiative=str(initiative.pk)
        )
        assert set(Nomination.objects.values_list("outcome", flat=True)) <= {"ELIGIBLE", "NEEDS_HUMAN"}
        self._attach_papers(secretary)
        self._submit()

    def _attach_papers(self, secretary: Visitor) -> None:
        """Every paper that the law asks for and that the system does not make itself."""
        for _ in range(8):
            secretary.open(f"/ho-so/{self.dossier.pk}/")
            parts = secretary.page.xpath("//select[@name='part']/option[@value!='']/@value")
            missing = [part for part in parts if not self.dossier.papers.filter(part=part).exists()]
            if not missing:
                return
            secretary.press(
                "Thêm giấy tờ", part=missing[0], file=upload("giay-to.pdf", b"%PDF-1.7 " + missing[0].encode())
            )

    def _submit(self) -> None:
        head = self.stage.visitor("hieutruong").open(f"/ho-so/{self.dossier.pk}/")
        head.press("Ban hành tờ trình và trình")
        self.dossier.refresh_from_db()
        assert self.dossier.state == "submitted", head.text[:2000]

    # 6 Appraise and vote
    def appraise(self) -> None:
        secretary, path = self.stage.visitor("thuongtruc"), f"/ho-so/{self.dossier.pk}/"
        secretary.open(path).press("Trả lại hồ sơ", reason="Ghi rõ thành tích bằng số liệu.")
        self.stage.visitor("thuky").open(path).expect("Ghi rõ thành tích bằng số liệu.")
        self._submit()
        secretary.open(path).press("Tiếp nhận sau thẩm định")
        self.dossier.refresh_from_db()
        assert self.dossier.state == "accepted"

    def meet_and_vote(self) -> None:
        secretary, authority = self.stage.visitor("thuongtruc"), self.stage.authority
        secretary.open("/hoi-dong/thanh-lap/").press(
            "Thành lập",
            unit=str(authority.pk),
            name="Hội đồng Thi đua - Khen thưởng",
            starts_on=f"{self.journey.nominate_on:%d/%m/%Y}",
        )
        council = secretary.path
        for index, key in enumerate(MEMBERS):
            role = {0: "chair", 1: "secretary"}.get(index, "member")
            code = self.stage.people[key].code
            secretary.open(f"{council}thanh-vien/").press("Thêm", person=code, role=role)
        held_on = f"{self.journey.nominate_on:%d/%m/%Y}"
        secretary.open(f"{council}phien-hop/").press(
            "Lên lịch", title="Xét khen thưởng", held_on=held_on, place="Phòng họp số 1"
        )
        meeting = CouncilMeeting.objects.get()
        path = f"/hoi-dong/phien-hop/{meeting.pk}/"
        secretary.open(path).press("Đưa vào chương trình", dossiers=[str(self.dossier.pk)])
        secretary.open(path).press("Khai mạc")
        present = {f"present_{member.pk}": "on" for member in meeting.council.members.all()}
        secretary.open(path).press("Lưu điểm danh", **present)
        secretary.open(path).press("Mở bỏ phiếu")
        self._vote(path)
        secretary.open(f"{path}kiem-phieu/")
        hands = {name: "5" for name in secretary.page.xpath("//input/@name") if name.startswith("yes_")}
        secretary.press("Kiểm phiếu và kết thúc", **hands)
        meeting.refresh_from_db()
        assert meeting.state == "closed", secretary.text[:1500]
        assert set(meeting.items.values_list("is_carried", flat=True)) == {True}
        secretary.open(path).press("Lập biên bản")
        meeting.refresh_from_db()
        for fmt, start in (("pdf", b"%PDF"), ("docx", b"PK")):
            assert secretary.download(f"/van-ban/{meeting.minutes_id}/tai/{fmt}/").startswith(start)

    def _vote(self, path: str) -> None:
        for key in MEMBERS:
            member = self.stage.visitor(key).open(f"{path}phieu/")
            choices = dict.fromkeys(set(member.page.xpath("//input[@type='radio']/@name")), "yes")
            member.press("Gửi phiếu", **choices).expect("Đã nhận phiếu của bạn")
        self.stage.visitor("thuky").open(f"{path}phieu/", status=403)

    # 7 Decide
    def decide(self) -> None:
        journey, secretary, head = self.journey, self.stage.visitor("thuongtruc"), self.stage.visitor("thutruong")
        secretary.open("/quyet-dinh/du-thao/").press(
            "Lưu dự thảo", title=f"Khen thưởng năm {journey.year}", dossiers=[str(self.dossier.pk)]
        )
        decision = AwardDecision.objects.get()
        path = f"/quyet-dinh/{decision.pk}/"
        secretary.open(f"{path}ban-hanh/", status=403)
        head.open(f"{path}ban-hanh/").press("Ký ban hành", on=f"{journey.decide_on:%d/%m/%Y}")
        decision.refresh_from_db()
        assert (decision.state, decision.decided_on) == ("issued", journey.decide_on)
        self.award = Award.objects.get(honour=journey.honour)
        assert self.award.money == journey.coefficient_money
        for name in ("van-ban.pdf", "giay-chung-nhan.pdf"):
            assert head.download(f"{path}{name}").startswith(b"%PDF")
        assert head.download(f"{path}van-ban.docx").startswith(b"PK")
        person = self.stage.people["giaovien"].pk
        self.stage.visitor("giaovien").open(f"/nhan-su/{person}/").expect(self.award.decision_number)

    # 8 In public
    def verify_in_public(self) -> None:
        page = Client().get("/cong-khai/bang-vang/", {"q": "lo thi ngoc anh"}).content.decode()
        assert "Lò Thị Ngọc Ánh" in page
        assert "Khen thưởng này có thật và đang có hiệu lực" in self._public()

    def revoke(self) -> None:
        head = self.stage.visitor("thutruong").open(f"/quyet-dinh/khen-thuong/{self.award.pk}/thu-hoi/")
        head.press(
            "Ký quyết định thu hồi",
            ground="fraud",
            explanation="Sáng kiến không phải của tác giả",
            on=f"{self.journey.decide_on:%d/%m/%Y}",
        )
        assert "Khen thưởng này đã bị thu hồi" in self._public()

    def _public(self) -> str:
        return Client().get(f"/xac-thuc/{self.award.code}/").content.decode()
