"""1,000 certificates with QR codes in one PDF, against the naive way: one compilation for each certificate.

The naive way is timed on fewer certificates and scaled, as each costs the same. Wall time is what a clerk waits.
"""

import time

from bench.support import cpu_seconds, row
from thidua.adapters.pdf.certificates import render_certificates
from thidua.core.documents.certificate import Certificate

COUNT = 1000
NAIVE_COUNT = 25
REPEAT = 3


def run() -> list[dict[str, object]]:
    """Return wall and CPU seconds for 1,000 certificates both ways."""
    many = [_certificate(number) for number in range(COUNT)]
    few = [_certificate(COUNT + number) for number in range(NAIVE_COUNT)]
    scale = COUNT / NAIVE_COUNT
    name = f"1,000 certificates with QR in one PDF (baseline: one by one, {NAIVE_COUNT} scaled to 1,000)"
    together, apart = lambda: render_certificates(many), lambda: [render_certificates([item]) for item in few]
    return [
        row(name, _wall_seconds(together), _wall_seconds(apart) * scale, "s wall"),
        row(f"{name}, CPU", cpu_seconds(together, REPEAT), cpu_seconds(apart, REPEAT) * scale),
    ]


def _wall_seconds(work) -> float:
    """The shortest of a few runs: other work on the machine only ever adds."""
    times = []
    for _ in range(REPEAT):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def _certificate(number: int) -> Certificate:
    return Certificate(
        authority="Giám đốc Sở Giáo dục và Đào tạo tỉnh Quảng Trung",
        verb="Tặng",
        honour="Giấy khen",
        name=f"Bà Nguyễn Thị Ngọc Ánh {number}",
        detail=f"Giáo viên Trường Trung học cơ sở số {number % 40 + 1}",
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua đổi mới, sáng tạo năm học 2025 - 2026",
        decision="Quyết định số 128/QĐ-SGDĐT ngày 05 tháng 7 năm 2026",
        book_number=str(number),
        place_date="Quảng Trung, ngày 05 tháng 7 năm 2026",
        signer_lines=("Giám đốc",),
        signer_name="Trần Văn Hữu",
        verify_url=f"https://thidua.example.vn/xac-minh/AB12CD{number:05d}",
        short_code=f"AB12-CD{number:05d}",
    )
