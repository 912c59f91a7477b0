"""`thidua serve`: the web server of one machine, for the demonstration and for development."""

import argparse
import os
import socket
import sys
from pathlib import Path

HOST = "127.0.0.1"


def main(argv: list[str]) -> int:
    """Print the address, then become granian, so that a signal to this process ends the server; 2 when the port is taken."""
    parser = argparse.ArgumentParser(prog="thidua serve", description=__doc__)
    parser.add_argument("--port", default=os.environ.get("PORT", "8000"), help="mặc định: $PORT, rồi 8000")
    parser.add_argument("--demo", action="store_true", help="trang đăng nhập liệt kê tài khoản mẫu")
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra cổng còn trống, không chạy máy chủ")
    options = parser.parse_args(argv)
    if problem := _port_problem(options.port):
        print(f"thidua serve: {problem}", file=sys.stderr)
        return 2
    if options.check:
        return 0
    address = f"http://{HOST}:{options.port}"
    os.environ.setdefault("THIDUA_BASE_URL", address)
    if options.demo:
        os.environ["THIDUA_DEMO"] = "1"
    print(f"\nThi Đua: {address}   (Ctrl-C để dừng)\n", flush=True)
    _become_granian(options.port)
    return 0


def _port_problem(port: str) -> str:
    """Why the server cannot listen there, with what to do; empty when it can."""
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        return f"“{port}” không phải là số cổng từ 1 đến 65535; ví dụ: make demo PORT=8123"
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(port)))
        except OSError as error:
            return f"không mở được cổng {port} ({error.strerror}); dừng chương trình đang dùng cổng, hoặc: make demo PORT=8123"
    return ""


def _become_granian(port: str) -> None:
    program = Path(sys.executable).with_name("granian")
    arguments = ["--interface", "wsgi", "--host", HOST, "--port", port, "--no-ws", "--log-level", "warning"]
    threads = ["--workers", "1", "--blocking-threads", "4"]
    os.execv(program, [str(program), *arguments, *threads, "thidua.config.wsgi:application"])  # noqa: S606 - our own program
