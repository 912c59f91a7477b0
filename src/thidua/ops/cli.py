"""The command `thidua`: everything the command line can do, documents and law without waiting for Django."""

import io
import os
import sys
from importlib import import_module

# Each is a module thidua.ops.<name> with `main(argv) -> exit code`; none needs a database.
PLAIN_COMMANDS = {
    "read_document": "đọc kế hoạch, văn bản (.txt, .docx, .pdf) và in kết quả dạng JSON",
    "render_document": "trình bày văn bản hành chính theo Nghị định 30/2020/NĐ-CP ra .docx hoặc .pdf",
    "check_award": "đối chiếu một trường hợp khen thưởng với quy định của pháp luật tại thời điểm đó",
    "award_money": "tính tiền thưởng kèm theo danh hiệu, hình thức khen thưởng",
    "serve": "chạy máy chủ web trên 127.0.0.1:$PORT (mặc định 8000)",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 on success, 2 on input that cannot be used."""
    argv = sys.argv[1:] if argv is None else argv
    _speak_utf8()
    name, *rest = argv or ["help"]
    if name in {"help", "--help", "-h"} and rest:
        name, rest = rest[0], ["--help"]
    try:
        code = int(import_module(f"thidua.ops.{name}").main(rest)) if name in PLAIN_COMMANDS else _django(name, rest)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has what it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _speak_utf8() -> None:
    """Vietnamese goes in and out whole whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _django(name: str, rest: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
    import django
    from django.core.management import ManagementUtility, get_commands
    from django.db.utils import OperationalError, ProgrammingError

    django.setup()  # before get_commands(), which else knows Django's own alone
    if name in {"help", "--help", "-h"}:
        from thidua.ops.listing import list_commands

        print(list_commands(PLAIN_COMMANDS))
        return 0
    if name not in get_commands() and name not in {"version", "--version"}:
        print(f"thidua: không có lệnh “{name}”; xem các lệnh bằng: thidua help", file=sys.stderr)
        return 2
    try:
        ManagementUtility(["thidua", name, *rest]).execute()
    except (OperationalError, ProgrammingError) as error:
        if "--traceback" in rest:
            raise
        reason = str(error).splitlines()[0]
        print(
            f"thidua: cơ sở dữ liệu: {reason}. Đã chạy “thidua migrate” chưa? DATABASE_URL đúng chưa?", file=sys.stderr
        )
        return 2
    return 0
