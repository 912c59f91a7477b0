"""Own sample plans, each with what a careful reader finds in it (`.json` beside the text)."""

import json
from pathlib import Path
from typing import Any

from thidua.core.reading.model import Reading
from thidua.core.reading.reader import read_text

FOLDER = Path(__file__).parents[2] / "samples" / "plans"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def text_of(name: str) -> str:
    return next(FOLDER.glob(f"{name}_*.txt")).read_text("utf-8")


def gold_of(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def read_sample(name: str) -> dict[str, Any]:
    return json.loads(json.dumps(read_text(text_of(name)).as_dict()))


def plan(
    body: str, subject: str = "Phát động phong trào thi đua năm học 2026 - 2027", section: str = "NỘI DUNG"
) -> Reading:
    """A small complete plan around a few lines of body."""
    return read_text(
        f"TRƯỜNG THCS TÂN LẬP\nSố: 12/KH-THCS\n\nTân Lập, ngày 05 tháng 9 năm 2026\n\nKẾ HOẠCH\n{subject}\n\n"
        f"I. MỤC ĐÍCH\n\n1. Thi đua dạy tốt, học tốt.\n\nII. {section}\n\n{body}\n\n"
        "Nơi nhận:\n- Phòng VHXH (b/c);\n- Lưu: VT.\n\nHIỆU TRƯỞNG\n\nNguyễn Văn An\n"
    )
