"""The frame around every page: navigation by role, sign-in, refusals that say why, and valid, accessible markup."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from django.contrib.messages.constants import ERROR, INFO, SUCCESS, WARNING
from django.contrib.messages.storage.base import Message
from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.test import Client

from tests.factories.world import AT, FOUNDED
from thidua.accounts.actions import roles
from thidua.accounts.queries.demo import DEMO_PASSWORD
from thidua.core.access import SYSTEM, Actor, HeldRole, Role
from thidua.web import errors
from thidua.web.icons import icon_names
from thidua.web.navigation import AREAS, PUBLIC_AREAS, build_navigation, may_enter
from thidua.web.paging import Pager

VOID = {"meta", "link", "img", "input", "br", "hr", "rect", "path"}
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "data-dialog")


class Markup(HTMLParser):
    """Collects ids, references to ids and landmarks, and notices tags that do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.references: set[str] = set()
        self.tags: Counter[str] = Counter()
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags[tag] += 1
        if "id" in values:
            self.ids[values["id"]] += 1
        for name in REFERENCES:
            self.references.update((values.get(name) or "").split())
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.crossed.append(tag)


@pytest.fixture
def demo(settings):
    settings.DEMO = True


def labels(role: Role) -> set[str]:
    actor = Actor(1, "A", roles=(HeldRole(role, 1, "Đơn vị"),))
    return {area.label for _, areas in AREAS for area in areas if may_enter(actor, area)}


EVERYBODY = {"Việc của tôi", "Thư viện văn bản luật", "Bảng vàng công khai"}
MOVEMENT = {"Phong trào thi đua", "Văn bản", "Chỉ tiêu, số liệu"}
AWARDS = {"Đăng ký thi đua", "Hồ sơ khen thưởng", "Quyết định"}


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.SECRETARY, EVERYBODY | MOVEMENT | AWARDS | {"Hội đồng", "Đơn vị", "Nhân sự", "Nhật ký"}),
        (Role.HEAD, EVERYBODY | MOVEMENT | AWARDS | {"Hội đồng", "Đơn vị", "Nhân sự", "Nhật ký"}),
        (Role.BLOCK_HEAD, EVERYBODY | MOVEMENT | {"Đơn vị"}),
        (Role.STAFF, EVERYBODY | MOVEMENT | AWARDS | {"Đơn vị", "Nhân sự"}),
        (Role.ADMINISTRATOR, EVERYBODY | {"Đơn vị", "Nhân sự", "Nhật ký", "Vai trò"}),
    ],
)
def test_navigation_shows_what_the_role_may_do(role, seen):
    assert labels(role) == seen


def test_somebody_without_role_sees_only_what_is_for_everybody():
    assert {area.label for _, areas in AREAS for area in areas if may_enter(Actor(1, "A"), area)} == EVERYBODY


@pytest.mark.parametrize(
    ("path", "active"),
    [("/phong-trao/", ["Phong trào"]), ("/phong-trao/7/", ["Phong trào"]), ("/", ["Nhà"]), ("/x/", [])],
)
def test_navigation_marks_the_area_of_the_address(path, active, monkeypatch):
    monkeypatch.setattr("thidua.web.navigation.reverse", {"a": "/", "b": "/phong-trao/"}.__getitem__)
    areas = (("", (_area("Nhà", "a"), _area("Phong trào", "b"))),)
    monkeypatch.setattr("thidua.web.navigation.AREAS", areas)
    (group,) = build_navigation(Actor(1, "A"), path, {"b": 3})
    assert [item.label for item in group.items if item.active] == active
    assert [item.count for item in group.items] == [None, 3]


def _area(label, url_name):
    from thidua.web.navigation import Area

    return Area(label, "home", url_name)


def test_every_area_has_an_icon_of_the_sprite():
    assert {area.icon for _, areas in AREAS for area in areas} | {area.icon for area in PUBLIC_AREAS} <= icon_names()


def test_page_names_the_actor_and_the_role(demo, client_for):
    text = client_for("secretary").get("/thanh-phan/").content.decode()
    assert "Lò Thị Mai" in text
    assert "Chuyên viên thường trực thi đua<br>Sở Giáo dục và Đào tạo" in text
    assert 'action="/dang-xuat/"' in text


@pytest.mark.parametrize("sent", [False, True])
def test_gallery_markup_nests_and_its_references_lead_somewhere(demo, client_for, sent):
    client = client_for("secretary")
    response = client.post("/thanh-phan/", {}) if sent else client.get("/thanh-phan/?q=a&sort=-name&page=3")
    text = response.content.decode()
    assert response.status_code == 200
    assert re.findall(r"<c-|</c-|\{\{|\{%|\{#", text) == []
    markup = Markup(text)
    assert markup.crossed == []
    assert markup.open == []
    assert {name for name, times in markup.ids.items() if times > 1} == set()
    assert markup.references - {""} <= set(markup.ids)
    assert (markup.tags["h1"], markup.tags["main"]) == (1, 1)


def test_gallery_needs_demo_or_debug(settings, client, db):
    settings.DEMO = settings.DEBUG = False
    assert client.get("/thanh-phan/").status_code == 404


def test_sign_in_lists_sample_accounts_in_demo_only(settings, client, world):
    add_demo_account(world)
    settings.DEMO = False
    assert "mau.truong" not in client.get("/dang-nhap/").content.decode()
    settings.DEMO = True
    text = client.get("/dang-nhap/").content.decode()
    assert "<code>mau.truong</code>" in text
    assert f"<code>{DEMO_PASSWORD}</code>" in text
    assert f'data-username="mau.truong" data-password="{DEMO_PASSWORD}"' in text
    assert "Thủ trưởng đơn vị" in text


def add_demo_account(world):
    user = roles.open_account(
        username="mau.truong",
        password=DEMO_PASSWORD,
        name="Trần Văn Đức",
        person=None,
        unit=world.school,
        by=SYSTEM,
        at=AT,
    )
    roles.assign(user=user, role=Role.HEAD, unit=world.school, starts_on=FOUNDED, by=SYSTEM, at=AT)


def test_wrong_password_keeps_the_name_and_says_so(client, world):
    text = client.post("/dang-nhap/", {"username": "head", "password": "sai"}).content.decode()
    assert "Chưa đăng nhập được" in text
    assert 'value="head"' in text
    assert 'value="sai"' not in text


def test_many_wrong_passwords_lock_with_the_time_to_wait(client, world):
    for _ in range(5):
        response = client.post("/dang-nhap/", {"username": "head", "password": "sai"})
    text = response.content.decode()
    assert response.status_code == 429
    assert "Tạm khoá đăng nhập" in text
    assert "đợi 15 phút" in text


def test_security_policy_allows_nothing_inline(client, db):
    policy = client.get("/dang-nhap/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_missing_page_says_what_to_do(client, db):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()


@pytest.mark.parametrize(("level", "tone"), [(SUCCESS, "good"), (WARNING, "warn"), (ERROR, "bad"), (INFO, "info")])
def test_messages_have_the_tone_of_their_level(rf, level, tone):
    text = render_to_string("web/parts/messages.html", {"messages": [Message(level, "Đã lưu <A>.")]}, rf.get("/"))
    assert f"t-alert t-tone-{tone}" in text
    assert "Đã lưu &lt;A&gt;." in text


def test_refusal_shows_its_reasons_escaped(rf):
    response = errors.forbidden(rf.get("/"), PermissionDenied("Cần vai trò <Thủ trưởng>.", "Đã khoá sổ."))
    text = response.content.decode()
    assert response.status_code == 403
    assert "Cần vai trò &lt;Thủ trưởng&gt;." in text
    assert "Đã khoá sổ." in text


def test_refusal_without_reason_still_explains(rf):
    assert "không có quyền này" in errors.forbidden(rf.get("/"), PermissionDenied()).content.decode()


def test_stale_form_says_what_to_do(db):
    response = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert "tải lại trang rồi gửi lại" in response.content.decode()


def test_failure_page_needs_no_database(rf, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = errors.server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Hệ thống gặp lỗi" in response.content.decode()


@pytest.mark.parametrize(("total", "shown"), [(0, "Không có mục nào"), (3, "3 mục")])
def test_list_says_how_many_or_what_to_do(rf, total, shown):
    text = render_to_string("web/list_base.html", {"page": {"pager": Pager(1, total)}}, rf.get("/"))
    assert shown in text
    assert ("t-empty" in text) is (total == 0)
