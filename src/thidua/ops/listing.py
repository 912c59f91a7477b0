"""What `thidua help` prints: one line for each command."""

from collections.abc import Mapping

from django.core.management import get_commands, load_command_class


def list_commands(plain: Mapping[str, str]) -> str:
    """The commands of `plain` (name to title), then those of our apps, then Django's and its packages', by name."""
    own: dict[str, str] = {}
    foreign: dict[str, str] = {}
    for name, app in sorted(get_commands().items()):
        summary = str(load_command_class(app, name).help).strip().split("\n")[0]
        (own if str(app).startswith("thidua.") else foreign)[name] = summary
    groups = {
        "Không cần cơ sở dữ liệu": dict(plain),
        "Dữ liệu và vận hành": own,
        "Của Django": foreign,
    }
    width = max(len(name) for commands in groups.values() for name in commands)
    lines = ["thidua LỆNH [THAM SỐ]        thidua help LỆNH cho biết cách dùng một lệnh"]
    for title, commands in groups.items():
        if commands:
            lines += ["", f"{title}:", *(f"  {name:<{width}} {summary}" for name, summary in commands.items())]
    return "\n".join(lines)
