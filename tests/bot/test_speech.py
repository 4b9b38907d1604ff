"""The only sender: the table of outcomes, order, edits, retirements, at most once, rates."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.coach.says import Erase, Passing, Picture, Say
from storage.records import Message
from tests.bot.engine import NOON, Engine, Talk, engine


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/a.db"


def says(**by_text):
    return Talk(turn=lambda _page, _context, text: by_text.get(text, [Say(phrase=f"heard {text}")]))


async def states(bot):
    return await bot.look(lambda page: page.outbox.states())


async def later(bot, seconds):
    bot.clock.jump(timedelta(seconds=seconds))
    bot.app.speech.wake()
    await bot.settled()


async def hello(bot, number=1001):
    person = bot.world.person(number)
    person.send("hello")
    await bot.settled()
    return person


@pytest.mark.parametrize(
    ("fault", "after", "shown"),
    [
        ({"refuse": True}, 2, 1),  # nothing left the machine: goes again
        ({"status": 429, "retry_after": 3}, 4, 1),
        ({"status": 502}, 2, 1),  # unknown, a reply: goes again
        ({"status": 502, "delivered": True}, 2, 2),  # … and may be there twice: it says where we stand
        ({"drop": True, "delivered": True}, 2, 2),
        ({"drop": True, "times": 5}, 60, 0),  # three tries, then unknown
    ],
)
async def test_replies_go_again(url, fault, after, shown):
    async with engine(url) as bot:
        person = await hello(bot)
        bot.world.faults.add(method="sendMessage", **fault)
        person.send("x")
        await bot.settled()
        await later(bot, after)
        await later(bot, after)
        assert bot.texts(1001)[1:] == ["heard x"] * shown
        assert await states(bot) == ({"sent": 2} if shown else {"sent": 1, "unknown": 1})


@pytest.mark.parametrize(
    ("fault", "state", "shown"),
    [
        ({"refuse": True}, "sent", 1),
        ({"status": 429, "retry_after": 3}, "sent", 1),
        ({"status": 502}, "unknown", 0),
        ({"status": 502, "delivered": True}, "unknown", 1),
        ({"drop": True}, "unknown", 0),
        ({"drop": True, "delivered": True}, "unknown", 1),
    ],
)
async def test_reminders_go_at_most_once(url, fault, state, shown):
    talk = Talk(dues={"reminder": lambda _page, _due, _now: [Say(phrase="train!", once=True, priority=1)]})
    async with engine(url, talk=talk) as bot:
        await hello(bot)
        await bot.due(1001, "reminder", NOON)
        bot.world.faults.add(method="sendMessage", **fault)
        await bot.app.tick.once()
        await bot.settled()
        for _ in range(4):
            await later(bot, 30)
        assert bot.texts(1001)[1:] == ["train!"] * shown
        assert (await states(bot)).get(state, 0) == (2 if state == "sent" else 1)
        assert (await bot.counted()).get("unknown", 0) == (state == "unknown")


@pytest.mark.parametrize("status", [403, 400])
async def test_who_cannot_be_reached_is_left_alone_until_they_write(url, status):
    from storage.records import Runner

    async with engine(url) as bot:
        person = await hello(bot)
        await bot.look(lambda page: page.runners.keep(Runner(id=1001, name="R", created_at=NOON)))
        words = {"description": "Bad Request: chat not found"} if status == 400 else {}
        bot.world.faults.add(method="sendMessage", status=status, **words)
        person.send("x")
        person.send("y")
        await bot.settled()
        assert not (await bot.look(lambda page: page.runners.get(1001))).reachable
        assert (await states(bot))["dead"] >= 1


async def test_what_telegram_refuses_goes_once_more_as_plain_words(url):
    async with engine(url, talk=says(x=[Say(phrase="<b>bold</b> &amp; <x>")])) as bot:
        person = await hello(bot)
        bot.world.faults.add(method="sendMessage", status=400)
        person.send("x")
        await bot.settled()
        assert bot.texts(1001)[-1] == "bold &"
        assert await states(bot) == {"sent": 2}


async def test_what_telegram_refuses_in_every_form_is_dead_and_the_owner_hears(url):
    async with engine(url, settings={"owner_chat_id": 99}) as bot:
        person = await hello(bot)
        await hello(bot, 99)
        bot.world.faults.add(method="sendMessage", status=400, times=2, chat=1001)
        person.send("x")
        await bot.settled()
        assert (await states(bot))["dead"] == 1
        assert bot.texts(99)[-1] == "owner-message-dead"


async def test_an_edit_finds_the_last_message_about_it_or_goes_out_anew(url):
    talk = says(
        card=[Say(phrase="card", about="card:1")],
        edit=[Say(phrase="edited", about="card:1", edit=True)],
        other=[Say(phrase="other", about="card:2", edit=True)],
        same=[Say(phrase="edited", about="card:1", edit=True)],
    )
    async with engine(url, talk=talk) as bot:
        person = bot.world.person(1001)
        for text in ("card", "edit", "other", "same"):
            person.send(text)
            await bot.settled()
        assert bot.texts(1001) == ["edited", "other"]
        assert await states(bot) == {"sent": 4}


async def test_an_edit_of_a_deleted_message_goes_out_anew(url):
    talk = says(
        card=[Say(phrase="card", about="card:1")], edit=[Say(phrase="edited", about="card:1", edit=True)]
    )
    async with engine(url, talk=talk) as bot:
        person = bot.world.person(1001)
        person.send("card")
        await bot.settled()
        bot.world.faults.add(
            method="editMessageText", status=400, description="Bad Request: message to edit not found"
        )
        person.send("edit")
        await bot.settled()
        assert bot.texts(1001) == ["card", "edited"]


async def test_older_lines_are_deleted_once_a_newer_one_is_there(url):
    talk = Talk(turn=lambda _p, _c, text: [Say(phrase=text, about="line", retires="line")])
    async with engine(url, talk=talk) as bot:
        person = bot.world.person(1001)
        for n in range(5):
            person.send(f"{n}")
            await bot.settled()
        assert bot.texts(1001) == ["4"]


async def test_erase_deletes_what_was_delivered(url):
    talk = says(line=[Say(phrase="line", about="line")], gone=[Erase(about="line"), Say(phrase="clean")])
    async with engine(url, talk=talk) as bot:
        person = bot.world.person(1001)
        for text in ("line", "line", "gone"):
            person.send(text)
            await bot.settled()
        assert bot.texts(1001) == ["clean"]


async def test_a_newer_edit_replaces_an_unsent_one(url):
    talk = Talk(turn=lambda _p, _c, text: [Say(phrase=text, about="card", edit=text != "0")])
    async with engine(url, talk=talk) as bot:
        person = bot.world.person(1001)
        bot.app.gate.close(5)
        for n in range(6):
            person.send(f"{n}")
        async with asyncio.timeout(10):
            while len(bot.talk.heard) < 6:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await later(bot, 6)
        assert bot.texts(1001) == ["5"]
        assert (await states(bot))["replaced"] == 4


def passing(text: str, made: list[str] | None = None) -> Passing:
    """An edit in passing, which notes when it is thought out."""

    def make() -> Say:
        if made is not None:
            made.append(text)
        return Say(phrase=text, about="card", edit=True)

    return Passing(about="card", make=make)


async def test_fleeting_edits_leave_no_row_and_the_newest_is_shown(url):
    talk = Talk(turn=lambda _p, _c, text: [passing(text) if text != "0" else Say(phrase=text, about="card")])
    async with engine(url, talk=talk) as bot:
        person = bot.world.person(1001)
        person.send("0")
        await bot.settled()
        for n in range(1, 20):
            person.send(f"{n}")
        await bot.settled()
        assert bot.texts(1001) == ["19"]
        assert await states(bot) == {"sent": 1}


async def test_an_edit_in_passing_is_thought_out_when_it_goes(url):
    made = []
    talk = Talk(
        turn=lambda _p, _c, text: [passing(text, made) if text != "0" else Say(phrase=text, about="card")]
    )
    async with engine(url, talk=talk) as bot:
        person = bot.world.person(1001)
        person.send("0")
        await bot.settled()
        bot.app.gate.close(5)
        for n in range(1, 4):
            person.send(f"{n}")
        async with asyncio.timeout(10):
            while len(bot.talk.heard) < 4:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert made == []


async def test_two_messages_of_a_chat_at_the_gate_are_both_known(url, monkeypatch):
    """Who is erased while an answer waits there: its row is gone, and the goodbye comes at once."""
    async with engine(url) as bot:
        await hello(bot)
        opened, speech = asyncio.Event(), bot.app.speech
        monkeypatch.setattr(bot.app.gate, "slot", lambda _priority: opened.wait())

        def erased(page):
            page.outbox.forget(1001)
            last = Message(dedupe="bye", chat_id=1001, method="sendMessage", params={"text": "bye"})
            return page.outbox.add([last], bot.clock.now(), claim_as=speech.name)

        for _ in range(2):
            speech.wake(await bot.app.notebook.turn(erased), ())
            await asyncio.sleep(0.01)
        assert len(speech.held) == 2
        opened.set()
        await bot.settled()
        tries = await bot.look(
            lambda page: page.db.exec_driver_sql("SELECT state, attempts FROM outbox").all()
        )
        assert tries == [("sent", 0)]
        assert speech.held == {}


async def test_messages_of_one_chat_keep_their_order_over_trouble(url):
    talk = Talk(turn=lambda _p, _c, text: [Say(phrase=f"{text}a"), Say(phrase=f"{text}b")])
    async with engine(url, talk=talk) as bot:
        person = await hello(bot)
        bot.world.faults.add(method="sendMessage", status=502, times=1, skip=1)
        bot.world.faults.add(method="sendMessage", refuse=True, times=2, skip=2)
        for n in range(4):
            person.send(f"{n}")
        await bot.settled()
        for _ in range(5):
            await later(bot, 5)
        assert bot.texts(1001)[2:] == [f"{n}{x}" for n in range(4) for x in "ab"]


async def test_what_came_too_late_is_never_sent(url):
    talk = Talk(dues={"reminder": lambda *_: [Say(phrase="train!", once=True, priority=1, expires_in=7200)]})
    async with engine(url, talk=talk) as bot:
        await hello(bot)
        bot.app.gate.close(10_000)
        await bot.due(1001, "reminder", NOON)
        await bot.app.tick.once()
        await later(bot, 7201)
        await later(bot, 3000)
        assert bot.texts(1001) == ["heard hello"]
        assert await states(bot) == {"sent": 1, "expired": 1}


async def test_a_picture_is_uploaded_once_and_words_go_where_there_is_none(url):
    class Draw:
        drawn = 0

        def digest(self, picture):
            return f"d:{picture['picture']}"

        async def draw(self, picture):
            if picture["picture"] == "broken":
                raise OSError("no font")
            self.drawn += 1
            return "a.png", b"\x89PNG\r\n\x1a\n" + bytes(40)

    talk = Talk(turn=lambda _p, _c, text: [Say(phrase=text, picture=Picture(name=text))])
    draw = Draw()
    bot = Engine(url, talk=talk)
    await bot.start(draw=draw)
    person = bot.world.person(1001)
    for text in ("squat", "squat", "broken"):
        person.send(text)
        await bot.settled()
    assert bot.texts(1001) == ["squat", "squat", "broken"]
    assert [made.method for made in bot.world.made if made.method.startswith("send")] == [
        "sendPhoto",
        "sendPhoto",
        "sendMessage",
    ]
    assert draw.drawn == 1
    await bot.app.stop()


async def test_who_waits_too_long_for_a_picture_gets_words(url, monkeypatch):
    class Draw:
        def digest(self, picture):
            return picture["picture"]

        async def draw(self, picture):
            await asyncio.sleep(3600)

    monkeypatch.setattr("bot.envelopes.DRAWN", 0.05)
    bot = Engine(url, talk=Talk(turn=lambda _p, _c, text: [Say(phrase=text, picture=Picture(name=text))]))
    await bot.start(draw=Draw())
    bot.world.person(1001).send("squat")
    await bot.settled()
    assert bot.texts(1001) == ["squat"]
    assert bot.world.made[-1].method == "sendMessage"
    await bot.app.stop()


async def test_a_picture_that_many_want_at_once_goes_up_once(url):
    class Draw:
        drawn = 0

        def digest(self, picture):
            return picture["picture"]

        async def draw(self, picture):
            self.drawn += 1
            return "a.png", b"\x89PNG\r\n\x1a\n" + bytes(40)

    draw = Draw()
    bot = Engine(url, talk=Talk(turn=lambda _p, _c, text: [Say(phrase=text, picture=Picture(name=text))]))
    await bot.start(draw=draw)
    bot.world.faults.add(method="sendPhoto", slow=0.2)
    for number in range(1001, 1009):
        bot.world.person(number).send("squat")
    await bot.settled()
    assert [bot.texts(number) for number in range(1001, 1009)] == [["squat"]] * 8
    assert draw.drawn == 1
    bot.world.faults.add(
        method="sendPhoto", status=500, times=1
    )  # an upload that fails is somebody else's turn
    for number in range(1001, 1004):
        bot.world.person(number).send("bridge")
    await bot.settled()
    await later(bot, 3)
    assert draw.drawn >= 2
    assert [bot.texts(number)[-1] for number in range(1001, 1004)] == ["bridge"] * 3
    await bot.app.stop()


@pytest.mark.parametrize("once", [False, True])
async def test_what_was_on_its_way_at_a_kill(url, once):
    """A reply goes again, a reminder never does: it is unknown, and counted."""
    talk = Talk(dues={"reminder": lambda *_: [Say(phrase="train!", once=once, priority=1)]})
    bot = Engine(url, talk=talk)
    await bot.start()
    await hello(bot)
    await bot.due(1001, "reminder", NOON)
    bot.world.faults.add(method="sendMessage", slow=30, delivered=True)
    await bot.app.tick.once()
    await asyncio.sleep(0.05)
    await bot.app.crash()
    bot.world.faults.clear()
    await bot.start()
    await later(bot, 10)
    assert bot.texts(1001)[1:] == ([] if once else ["train!"])
    assert (await states(bot)) == ({"sent": 1, "unknown": 1} if once else {"sent": 2})
    await bot.app.stop()


async def test_nothing_leaves_while_telegram_says_wait(url):
    async with engine(url) as bot:
        people = [await hello(bot, 1000 + n) for n in range(5)]
        bot.world.faults.add(method="sendMessage", status=429, retry_after=7)
        people[0].send("x")
        while not bot.app.gate.closed_for():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        before = len(bot.calls("sendMessage"))
        for person in people:
            person.send("y")
        await asyncio.sleep(0.1)
        assert len(bot.calls("sendMessage")) == before
        await later(bot, 8)
        assert all(bot.texts(person.id)[-1] == "heard y" for person in people)


async def test_replies_pass_reminders_and_rates_are_kept(url):
    talk = Talk(dues={"reminder": lambda *_: [Say(phrase="train!", once=True, priority=1)]})
    from bot.clock import Clock

    async with engine(url, talk=talk, settings={"send_rate": 100, "send_rate_chat": 50}) as bot:
        bot.app.gate.steady = Clock().steady
        people = [await hello(bot, 1000 + n) for n in range(60)]
        for person in people[:59]:
            await bot.due(person.id, "reminder", NOON)
        before = len(bot.world.made)
        start = asyncio.get_running_loop().time()
        await bot.app.tick.once()
        await asyncio.sleep(0.1)
        people[59].send("now")
        await bot.settled()
        took = asyncio.get_running_loop().time() - start
        texts = [
            made.values["text"] for made in list(bot.world.made)[before:] if made.method == "sendMessage"
        ]
        assert texts.count("train!") == 59
        assert texts.index("heard now") < 45
        assert took > 0.3
