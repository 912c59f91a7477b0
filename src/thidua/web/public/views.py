"""Pages that need no account."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from thidua.adapters.xlsx.write import write_table
from thidua.awards.queries.public import list_public_movements
from thidua.core.verification import normalise
from thidua.web.access import public
from thidua.web.downloads import excel_response
from thidua.web.public import pages
from thidua.web.public.limits import CHECKS_PER_MINUTE, EXPORTS_PER_MINUTE, may_check, may_export


class CodeForm(forms.Form):
    """Nhập mã xác thực."""

    code = forms.CharField(
        label="Mã xác thực",
        max_length=40,
        help_text="12 ký tự in dưới mã QR trên giấy khen, giấy chứng nhận, ví dụ ABCD-EFGH-JKMN. Chữ hoa hay thường đều được.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = normalise(self.cleaned_data["code"])
        if not code.isalnum():
            raise forms.ValidationError("Mã chỉ gồm chữ cái và chữ số. Hãy nhập lại như in trên giấy.")
        return code


@public
def public_home(request: HttpRequest) -> HttpResponse:
    return render(request, "web/public/home.html", {"page": pages.build_home(request.today), "form": CodeForm()})


@public
def public_honours(request: HttpRequest) -> HttpResponse:
    if request.GET.get("format") == "xlsx":
        if not may_export(request):
            return _too_many(request, EXPORTS_PER_MINUTE, "tải được {} tệp Excel")
        rows = pages.build_rows(list(pages.select_honours(request)))
        columns = ("Cá nhân, tập thể", "Đơn vị", "Danh hiệu, hình thức", "Năm", "Quyết định", "Ngày quyết định")
        cells = [(r.name, r.unit, r.honour, r.year, r.number, r.decided_on) for r in rows]
        return excel_response(write_table("Bảng vàng thi đua, khen thưởng", columns, cells), "bang-vang.xlsx")
    return render(request, "web/public/honours.html", {"page": pages.build_honours(request)})


@public
def public_movement(request: HttpRequest, pk: int) -> HttpResponse:
    movement = get_object_or_404(list_public_movements(), pk=pk)
    return render(request, "web/public/movement.html", {"page": pages.build_movement(movement, request.today)})


@public
def public_verify(request: HttpRequest) -> HttpResponse:
    """The form; a code typed here leads to its own address."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("web:public_verify_code", code=form.cleaned_data["code"])
    return render(request, "web/public/verify.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@public
def public_verify_code(request: HttpRequest, code: str) -> HttpResponse:
    """Valid, revoked or unknown, in plain words; the number of tries a minute is limited."""
    if not may_check(request):
        return _too_many(request, CHECKS_PER_MINUTE, "kiểm tra được {} mã")
    page = pages.build_verify(code)
    return render(request, "web/public/result.html", {"page": page}, status=404 if page.outcome == "unknown" else 200)


def _too_many(request: HttpRequest, limit: int, what: str) -> HttpResponse:
    response = render(request, "web/public/too_many.html", {"what": what.format(limit)}, status=429)
    response["Retry-After"] = "60"
    return response
