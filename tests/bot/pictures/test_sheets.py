"""The command that builds pictures, and the contact sheets."""

import pytest
from PIL import Image

from bot.pictures import command, sheets, studio
from content.library import open_library
from tests.bot.pictures.histories import CARDS


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(sheets, "exercises", lambda: ["air_squat", "plank"])
    monkeypatch.setattr(studio, "statics", lambda: iter([("muscle:core", True), ("profile", False)]))


def test_the_command_builds_once_and_says_what(few, tmp_path, capsys):
    assert command.main([str(tmp_path), "--sheets"]) == 0
    languages = len(open_library().languages)
    assert f"{languages + 2} pictures drawn" in capsys.readouterr().out
    assert (tmp_path / "figures.sheet.png").exists()
    command.main([str(tmp_path)])
    assert "0 pictures drawn" in capsys.readouterr().out


def test_an_older_look_is_replaced(few, tmp_path, monkeypatch):
    command.main([str(tmp_path)])
    before = {path.name for path in tmp_path.iterdir()}
    monkeypatch.setattr("bot.pictures.draw.EDITION", "next")
    command.main([str(tmp_path)])
    after = {path.name for path in tmp_path.iterdir()}
    assert len(after) == len(before)
    assert not after & before


def test_a_contact_sheet_of_cards(tmp_path):
    shown = dict(list(CARDS.items())[:6])
    path = sheets.contact_cards(tmp_path / "cards.png", shown, open_library().tongue("en").phrase)
    with Image.open(path) as image:
        assert image.width == 4 * 408
