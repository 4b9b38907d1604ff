"""The drawing process: the same pictures as drawn here, replaced when killed, gone with the bot, never left behind."""

import json
import os
import signal
import subprocess
import sys
from io import BytesIO

import psutil
import pytest

from bot.pictures import easel as place
from bot.pictures.draw import draw
from bot.pictures.easel import Broken, Easel
from content.library import open_library
from tests.bot.pictures.histories import CARDS

BODY = {"sets": {"core": 2, "calves": 5}}


@pytest.fixture
def easel():
    made = Easel()
    yield made
    made.close()
    made.rest()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_process_draws_what_would_be_drawn_here(easel, language):
    here = draw("body", BODY, open_library().tongue(language).phrase)
    assert easel.draw("body", BODY, language) == (here.mime, here.bytes)


def test_what_a_picture_tells_survives_the_way_to_the_process():
    for _, data in CARDS.values():
        assert json.loads(json.dumps(data, default=str)) == data


def test_a_killed_process_is_replaced(easel):
    easel.draw("body", BODY, "en")
    first = easel.process
    first.kill()
    first.wait()
    assert easel.draw("body", BODY, "en")[0] == "image/png"
    assert easel.process.pid != first.pid


def test_an_unknown_name_and_a_failure_are_told_and_the_next_one_is_drawn(easel):
    with pytest.raises(KeyError, match="weather"):
        easel.draw("weather", {}, "en")
    with pytest.raises(Broken, match="Error"):
        easel.draw("body", {"sets": 3}, "en")
    assert easel.draw("body", BODY, "en")[0] == "image/png"


def test_who_hangs_is_ended_and_who_dies_twice_is_told(easel, monkeypatch):
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(place, "PROCESS", sleeper)
    monkeypatch.setattr(place, "PATIENCE", 0.1)
    with pytest.raises(Broken, match="died"):
        easel.draw("body", BODY, "en")
    assert easel.process is None


def test_who_talks_nonsense_is_ended_so_that_no_later_picture_is_taken_for_this_one(easel, monkeypatch):
    talker = [sys.executable, "-c", "print('{}x', flush=True); import time; time.sleep(60)"]
    monkeypatch.setattr(place, "PROCESS", talker)
    with pytest.raises(Broken, match="died"):
        easel.draw("body", BODY, "en")
    assert easel.process is None


def test_resting_leaves_no_zombie(easel):
    easel.draw("body", BODY, "en")
    pid = easel.process.pid
    easel.rest()
    assert not psutil.pid_exists(pid)


def test_a_closed_easel_draws_nothing(easel):
    easel.close()
    with pytest.raises(Broken, match="closed"):
        easel.draw("body", BODY, "en")


def test_it_ends_with_a_bot_that_was_killed():
    code = (
        "import time; from bot.pictures.easel import Easel; easel = Easel(); easel.draw('body', {'sets': {}}, 'en');"
        "print(easel.process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as bot:
        drawing = psutil.Process(int(bot.stdout.readline()))
        os.kill(bot.pid, signal.SIGKILL)
    gone, _ = psutil.wait_procs([drawing], timeout=5)
    assert gone or drawing.status() == psutil.STATUS_ZOMBIE  # whoever adopted it may be slow to look


@pytest.mark.parametrize("half", [b"", b'{"mi', b'{"mime": "image/png", "size": 9}\nshort'])
def test_half_a_picture_is_none(half):
    with pytest.raises(EOFError):
        place._taken(BytesIO(half))
