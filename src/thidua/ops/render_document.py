"""thidua render_document IN.json OUT.docx|OUT.pdf: write an official document; --schema prints the form of IN.json."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from thidua.adapters.docx.official import render_docx
from thidua.adapters.pdf.fonts import MissingFontError
from thidua.adapters.pdf.official import render_pdf
from thidua.core.documents.errors import DocumentError
from thidua.core.documents.model import Document
from thidua.core.documents.parse import parse_document, schema

RENDERERS: dict[str, Callable[[Document], bytes]] = {".docx": render_docx, ".pdf": render_pdf}


class UsageError(Exception):
    """The input cannot be used; the message says why and what to do."""


def main(argv: list[str]) -> int:
    """Run the command; returns 0, or 2 with one line on stderr when the input cannot be used."""
    options = _parser().parse_args(argv)
    try:
        if options.schema:
            print(json.dumps(schema(), ensure_ascii=False, indent=2))
        elif not (options.source and options.target):
            raise UsageError("cần tệp JSON đầu vào và tệp .docx hoặc .pdf đầu ra (hoặc --schema)")
        else:
            _render(Path(options.source), Path(options.target))
    except (UsageError, DocumentError, MissingFontError) as error:
        print(f"render_document: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thidua render_document", description="Soạn văn bản theo Nghị định 30/2020/NĐ-CP"
    )
    parser.add_argument("source", nargs="?", metavar="IN.json", help="nội dung văn bản")
    parser.add_argument("target", nargs="?", metavar="OUT.docx|OUT.pdf", help="tệp kết quả")
    parser.add_argument("--schema", action="store_true", help="in JSON Schema của tệp đầu vào")
    return parser


def _render(source: Path, target: Path) -> None:
    renderer = RENDERERS.get(target.suffix.lower())
    if renderer is None:
        raise UsageError(f"tệp kết quả {target.name} cần có đuôi .docx hoặc .pdf")
    _write(target, renderer(parse_document(_read(source))))


def _read(source: Path) -> object:
    try:
        return json.loads(source.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"không đọc được {source}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{source} không phải văn bản UTF-8 (byte thứ {error.start + 1})") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{source} không phải JSON: dòng {error.lineno}, cột {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise UsageError(f"{source} lồng nhau quá sâu") from error


def _write(target: Path, content: bytes) -> None:
    """Write beside the target and rename, so that nobody ever sees half a document."""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as sink:
                sink.write(content)
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(name, 0o666 & ~umask)
            os.replace(name, target)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise UsageError(f"không ghi được {target}: {error.strerror}") from error


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
