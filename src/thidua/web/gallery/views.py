"""Every component with its attributes, for those who write pages. Served only in demo and debug mode."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.web.access import public
from thidua.web.gallery.forms import SampleForm
from thidua.web.icons import icon_names
from thidua.web.paging import pager_of

SAMPLE_ROWS = (
    ("HS-014", "Nguyễn Thị Ánh", "Trường Tiểu học Hoa Sen", "good", "Đã thẩm định", 12_480_000),
    ("HS-015", "Trần Văn Đức", "Trường THCS Bình Minh", "busy", "Đã trình", 2_340_000),
    ("HS-016", "Lê Thị Ẩn", "Trường Mầm non Sao Mai", "bad", "Trả lại để bổ sung", None),
)
TONES = (
    ("neutral", "Đang lập"),
    ("busy", "Đang thẩm định"),
    ("good", "Đạt"),
    ("warn", "Sắp đến hạn"),
    ("bad", "Quá hạn"),
    ("done", "Đã khoá sổ"),
    ("honour", "Chiến sĩ thi đua cơ sở"),
)


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """GET shows the components; POST shows the sample form with its errors and stores nothing."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    context = {
        "form": SampleForm(request.POST, request.FILES) if request.method == "POST" else SampleForm(),
        "wrong_form": SampleForm(
            {"name": "", "starts_on": "31/02/2026", "kind": "regular"}, prefix=None, auto_id="wrong_%s"
        ),
        "rows": SAMPLE_ROWS,
        "tones": TONES,
        "icons": sorted(icon_names()),
        "share": 83.91,
        "pager": pager_of(request, total=1_234),
        "now": request.now,
        "earlier": request.now - timedelta(days=3, hours=4),
        "crumbs": (("Sở Giáo dục và Đào tạo", "#"), ("Trường THCS Bình Minh", "")),
        "options": (("2025-2026", "2025-2026"), ("2026-2027", "2026-2027")),
        "reasons": ("Chưa có biên bản họp Hội đồng.", "Cần ít nhất một sáng kiến được công nhận."),
    }
    return render(request, "web/gallery.html", context)
