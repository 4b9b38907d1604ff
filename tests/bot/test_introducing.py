"""Menu, descriptions and picture are what the content says; the table of commands is the only one."""

from pathlib import Path

from telegram.ext import CommandHandler

from bot import app as composition
from bot import introducing
from bot.conversations.general import COMMANDS, OWNER_COMMANDS
from content.library import open_library
from tests.dialogue import Me, Stage

LIBRARY = open_library()
SETS = ("setMyCommands", "setMyDescription", "setMyShortDescription", "setMyName", "setMyProfilePhoto")


def handled() -> set[str]:
    import importlib

    modules = [importlib.import_module(f"bot.{name}") for name in composition.CONVERSATIONS]
    handlers = [handler for module in modules for handler in module.handlers()]
    return {name for handler in handlers if isinstance(handler, CommandHandler) for name in handler.commands}


def test_commands_and_handlers_are_the_same():
    assert handled() == {*COMMANDS, *OWNER_COMMANDS}


def test_the_commands_of_the_architecture_are_there():
    fixed = "start today week plan undo history progress ask settings pause stop export privacy delete language help"
    assert set(COMMANDS) == set(fixed.split())
    assert set(OWNER_COMMANDS) == {"stats", "announce", "unanswered"}


def test_every_text_fits_telegrams_limits():
    for code in LIBRARY.languages:
        tongue = LIBRARY.tongue(code)
        for name in (*COMMANDS, *OWNER_COMMANDS):
            assert 1 <= len(tongue.phrase(f"command-{name}")) <= 60, (
                name
            )  # 256 is allowed, a phone shows less
        assert len(tongue.phrase(introducing.NAME)) <= 64
        assert len(tongue.phrase(introducing.ABOUT)) <= 512
        assert len(tongue.phrase(introducing.SHORT)) <= 120


async def test_help_lists_the_menu(me: Me):
    await me.says("/help")
    text = me.last["plain"]
    assert [name for name in COMMANDS if f"/{name} · " not in text] == ["start"]
    assert not any(f"/{name}" in text for name in OWNER_COMMANDS)


def calls(stage: Stage, *names: str) -> list[str]:
    return [made.method for made in stage.world.made if made.method in names]


async def test_the_menu_is_set_by_scope_and_language(stage: Stage):
    await stage.app.introduce()
    profile = stage.world.profile
    for language in LIBRARY.languages:
        tongue = LIBRARY.tongue(language)
        shown = profile.commands_for(1001, language)
        assert [one["command"] for one in shown] == list(COMMANDS)
        assert [one["description"] for one in shown] == [
            tongue.phrase(f"command-{name}") for name in COMMANDS
        ]
        assert profile.text("short_description", language) == tongue.phrase("profile-short")
        assert profile.text("description", language) == tongue.phrase("profile-description")
    assert profile.commands_for(1001, "fi")[1]["description"] == "Today's session"
    assert profile.photo
    assert profile.menu_button == {"type": "commands"}


async def test_a_second_start_changes_nothing(stage: Stage):
    await stage.app.introduce()
    before = len(calls(stage, *SETS))
    assert before
    await stage.restart()
    await stage.app.introduce()
    assert len(calls(stage, *SETS)) == before


async def test_what_is_right_already_is_not_set_again(stage: Stage):
    await stage.app.introduce()
    before = len(calls(stage, *SETS))
    await stage.app.notebook.turn(lambda page: page.ledger.drop(introducing.PROFILE))
    await stage.app.introduce()
    assert len(calls(stage, *SETS)) == before


async def test_the_owner_alone_has_more_commands(stage: Stage):
    owner = stage.person(77, "Olga")
    await owner.says("/start")
    await stage.stop()
    await stage.start(owner_chat_id=77)
    await stage.app.introduce()
    names = [one["command"] for one in stage.world.profile.commands_for(77, "en")]
    assert names == [*COMMANDS, *OWNER_COMMANDS]
    assert len(stage.world.profile.commands_for(1001, "en")) == len(COMMANDS)


async def test_a_refusal_stops_nobody(stage: Stage, me: Me):
    stage.refusals_meant = True
    stage.world.faults.add(method="setMyDescription", status=400, description="Bad Request: no")
    await stage.app.introduce()
    await me.says("/help")


def test_the_photo_is_a_real_picture(tmp_path: Path):
    import asyncio

    from bot.gallery import Gallery

    gallery = Gallery(LIBRARY, tmp_path)
    name, content = asyncio.run(gallery.draw({"picture": "profile"}))
    gallery.close()
    assert name.endswith(".jpg")
    assert content.startswith(b"\xff\xd8")
