"""What is read once and written together: records by their row, a page's dues, messages and their endings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from storage.records import Due, LoggedSet, Message, Runner, Slot, Workout

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ANN = Runner(id=1, name="Ann", created_at=NOW)


@dataclass
class End:
    state: str = "sent"
    message_id: int | None = None
    error: str | None = None


def message(key: str, chat: int = 1, **more) -> Message:
    return Message(dedupe=key, chat_id=chat, method="sendMessage", params={"text": key}, **more)


async def test_a_row_is_one_record_until_it_changes(notebook):
    await notebook.turn(lambda page: page.runners.keep(ANN))
    first, second = [await notebook.turn(lambda page: page.runners.get(1)) for _ in range(2)]
    assert first is second
    await notebook.turn(lambda page: page.runners.keep(replace(ANN, name="Anne")))
    assert (await notebook.turn(lambda page: page.runners.get(1))).name == "Anne"


async def test_a_page_knows_the_dues_that_it_kept_and_dropped(notebook):
    def page_of(page):
        page.runners.keep(ANN)
        page.dues.keep(Due(runner_id=1, kind="stale", at=NOW + timedelta(hours=2)))
        assert [due.kind for due in page.dues.of(1)] == ["stale"]
        page.dues.keep(Due(runner_id=1, kind="rest", at=NOW))
        assert [due.kind for due in page.dues.of(1)] == ["rest", "stale"]
        page.dues.drop(1, "stale", "hold")
        try:
            with page.apart():
                page.dues.keep(Due(runner_id=1, kind="close", at=NOW))
                raise RuntimeError
        except RuntimeError:
            pass
        return [due.kind for due in page.dues.of(1)]

    assert await notebook.turn(page_of) == ["rest"]
    assert await notebook.turn(lambda page: [due.kind for due in page.dues.of(1)]) == ["rest"]


async def test_only_the_first_of_a_page_is_claimed_and_only_where_nothing_waits(notebook):
    many = [message(f"m{n}") for n in range(20)]
    claimed = await notebook.turn(lambda page: page.outbox.add(many, NOW, claim_as="me"))
    assert [parcel.params["text"] for parcel in claimed] == ["m0"]
    assert await notebook.turn(lambda page: page.outbox.states()) == {"sending": 1, "pending": 19}
    assert await notebook.turn(lambda page: page.outbox.add([message("late")], NOW, claim_as="me")) == []
    assert await notebook.turn(lambda page: page.outbox.add([message("m0")], NOW, claim_as="me")) == []
    assert await notebook.turn(lambda page: page.outbox.states()) == {"sending": 1, "pending": 20}
    once = message("other", chat=2, policy="once")
    assert await notebook.turn(lambda page: page.outbox.add([once], NOW, claim_as="me")) == []


async def test_many_endings_retire_what_they_replace_and_free_what_is_next(notebook):
    chats = range(1, 71)  # more than one statement takes

    def begin(page):
        return [
            page.outbox.add([message(f"{chat}{part}", chat, about="line", retires="line") for part in "abc"], NOW, "me")[0]
            for chat in chats
        ]  # fmt: skip

    first = await notebook.turn(begin)

    def ended(page, parcels, offset):
        page.outbox.finish_all((parcel.id, End(message_id=offset + parcel.chat_id)) for parcel in parcels)
        stale = page.outbox.retired_by([parcel.id for parcel in parcels])
        return stale, page.outbox.claim(NOW, "me", chats=[parcel.chat_id for parcel in parcels])

    stale, second = await notebook.turn(lambda page: ended(page, first, 1000))
    assert stale == {}
    assert sorted(parcel.params["text"] for parcel in second) == sorted(f"{chat}b" for chat in chats)
    stale, third = await notebook.turn(lambda page: ended(page, second[:3], 2000))
    assert stale == {parcel.chat_id: [1000 + parcel.chat_id] for parcel in second[:3]}
    assert len(third) == 3
    assert await notebook.turn(lambda page: page.outbox.claim(NOW, "me", chats=list(chats))) == []


async def test_a_message_that_logged_a_set_is_known_with_the_open_workout(notebook):
    slot = Slot(exercise="air_squat", sets=3, low=10, high=15, rest=60)
    done = LoggedSet(slot=0, set=1, exercise="air_squat", reps=10, at=NOW, message_id=7)

    def opened(page):
        page.runners.keep(ANN)
        page.workouts.keep(
            Workout(
                id=None,
                runner_id=1,
                session="bodyweight",
                local_date=NOW.date(),
                opened_at=NOW,
                slots=(slot,),
            )
        )

    def logged(page):
        workout = page.workouts.current(1, 7)
        before = page.workouts.logged_by(1, 7)
        page.workouts.keep(replace(workout, sets=(done,)), workout)
        return before, page.workouts.logged_by(1, 7), page.workouts.logged_by(1, 8)

    await notebook.turn(opened)
    assert await notebook.turn(logged) == (False, True, False)
    again = await notebook.turn(lambda page: (page.workouts.current(1, 7), page.workouts.logged_by(1, 7)))
    assert again[1]
    assert again[0].sets == (done,)
    assert again[0].made == {0: 1}
