"""With the keyboard alone, with an impatient finger, and without JavaScript."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, expect

from tests.browser import walk_awards
from tests.browser.office import Office, Seat


def focused(seat: Seat) -> str:
    """The words of what holds the focus."""
    return seat.page.evaluate("document.activeElement.textContent.trim()")


def test_the_first_key_leads_past_the_navigation(office: Office):
    seat = office.seat("thuongtruc.so").open("/phong-trao/")
    seat.page.keyboard.press("Tab")
    skip = seat.page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    seat.page.keyboard.press("Enter")
    seat.page.keyboard.press("Tab")
    assert seat.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_leads_on_and_closes_by_keyboard(office: Office):
    seat = office.seat("giaovien", phone=True).open("/viec-cua-toi/")
    menu = seat.page.locator("summary", has_text="Mục lục")
    menu.focus()
    seat.page.keyboard.press("Enter")
    seat.page.keyboard.press("Tab")
    assert focused(seat).startswith("Việc của tôi")
    seat.page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(seat.page.locator("details[open]")).to_have_count(0)


def test_a_dialogue_takes_the_focus_and_gives_it_back(office: Office):
    seat = begin_dossier(office)
    seat.main.get_by_text("Thao tác khác").focus()
    seat.page.keyboard.press("Enter")
    opener = seat.main.get_by_role("link", name="Bỏ hồ sơ nháp")
    opener.focus()
    seat.page.keyboard.press("Enter")
    dialog = seat.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    seat.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def begin_dossier(office: Office) -> Seat:
    """The school's secretary on the page of a new dossier."""
    seat = office.seat("thuongtruc.truong").open("/ho-so/lap/")
    seat.main.get_by_role("radio").first.check()
    seat.press("Lập hồ sơ và chọn người").follow("Về hồ sơ")
    return seat


def test_a_double_click_makes_one_dossier(office: Office):
    seat = office.seat("thuongtruc.truong")
    before = count_dossiers(seat)
    seat.open("/ho-so/lap/").main.get_by_role("radio").first.check()
    with seat.page.expect_navigation():
        seat.main.get_by_role("button", name="Lập hồ sơ và chọn người").dblclick()
    seat.see("Đã lập hồ sơ")
    assert count_dossiers(seat) == before + 1


def count_dossiers(seat: Seat) -> int:
    words = seat.open("/ho-so/").main.locator(".t-list-line").inner_text()
    return int(re.match(r"\d*", words)[0] or 0)


def test_school_work_needs_no_javascript(chromium: Browser, address: str, tmp_path: Path):
    """Signing in, registering, importing facts, nominating and submitting, dialogue included."""
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    office = Office(chromium, address, tmp_path, javascript=False)
    walk_awards.register(office)
    walk_awards.enter_facts(office, today)
    dossier = walk_awards.nominate(office, today)
    expect(office.seat("hieutruong").open(dossier).main).to_contain_text("Đã trình")
    office.close()
    assert office.complaints == []
