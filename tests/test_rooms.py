"""The house as it is drawn: the rooms, and a thinking part that pulls in neither Telegram nor SQL."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = {"bot", "storage", "content", "tests"}


def test_the_top_level_holds_the_given_rooms_and_what_a_repository_needs() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folders = {line.split("/")[0] for line in tracked.splitlines() if "/" in line}
    assert folders == ROOMS | {".ci", ".github"}


def test_thinking_needs_neither_telegram_nor_sql() -> None:
    modules = [
        f"bot.coach.{path.stem}" for path in (ROOT / "bot/coach").glob("*.py") if path.stem != "__init__"
    ]
    check = "print([m for m in ('telegram', 'sqlalchemy', 'aiohttp') if m in sys.modules])"
    code = f"import sys, {', '.join(modules)}; {check}"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_package_files_are_empty() -> None:
    for room in ("bot", "storage", "content"):
        for path in (ROOT / room).rglob("__init__.py"):
            assert not path.read_text().strip(), path


def test_every_function_with_words_for_people_is_in_the_content() -> None:
    """No Say, Button or Key names its words itself: the first argument is a phrase id."""
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Say", "Button", "Key", "Nod"}:
                given = [arg for arg in node.args[:1] if isinstance(arg, ast.Constant)]
                given += [
                    key.value
                    for key in node.keywords
                    if key.arg == "phrase" and isinstance(key.value, ast.Constant)
                ]
                assert all(" " not in str(each.value) for each in given), f"{path}:{node.lineno}"
