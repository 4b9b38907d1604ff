"""The cards of new, full, empty and odd histories: every word inside, none over another, in long words too."""

from itertools import combinations

import pytest

from bot.pictures.captions import caption
from bot.pictures.draw import card, draw
from content.library import open_library
from tests.bot.pictures.histories import CARDS, exercise, sets, week

LIBRARY = open_library()
WORDS = LIBRARY.tongue("en").phrase


def wordy(phrase, **facts):
    """A language in which every phrase is twice as long."""
    text = WORDS(phrase, **facts)
    return text if phrase.startswith(("picture-month", "picture-date", "picture-day")) else f"{text} {text}ñá"


def overlap(one, other):
    return min(one.right, other.right) - max(one.left, other.left) > 1 and (
        min(one.bottom, other.bottom) - max(one.top, other.top) > 1
    )


@pytest.mark.parametrize(
    "words",
    [wordy, *(LIBRARY.tongue(code).phrase for code in LIBRARY.languages)],
    ids=["long", *LIBRARY.languages],
)
@pytest.mark.parametrize("history", CARDS)
def test_words_stay_inside_and_apart(history, words):
    name, data = CARDS[history]
    made = card(name, data, words)
    for box in made.boxes:
        assert box.left >= 8, box
        assert box.right <= made.width - 8, box
        assert box.top >= 8, box
        assert box.bottom <= made.height - 4, box
    for one, other in combinations(made.boxes, 2):
        assert not overlap(one, other), (one, other)


@pytest.mark.parametrize("history", CARDS)
def test_cards_are_small_and_the_same_every_time(history):
    name, data = CARDS[history]
    one, other = draw(name, data, WORDS), draw(name, data, WORDS)
    assert one == other
    assert one.mime == "image/png"
    assert one.kind == "photo"
    assert 3_000 < len(one.bytes) < 200_000


@pytest.mark.parametrize("history", CARDS)
def test_captions_say_what_the_picture_shows(history):
    name, data = CARDS[history]
    told = caption(name, data, WORDS)
    assert told.endswith(".")
    assert "{" not in told


def test_the_caption_of_an_exercise_names_then_now_and_best():
    told = caption("progress:exercise", exercise(3, value=lambda i: (10, 14, 12)[i]), WORDS)
    assert all(number in told for number in ("10 reps", "12 on", "Best: 14"))


def test_the_week_counts_what_is_done_and_names_the_rest_days():
    data = week(
        ("rest", "easy", "rest", "easy", "easy", "easy", "easy"), ("", "done", "", "moved", "", "planned", "")
    )
    assert caption("week", data, WORDS) == "Strength on Tue, Sat: 1 of 2 done. Rest on Mon, Wed."


def test_five_hundred_sessions_are_shown_as_the_best_of_some_weeks():
    from bot.pictures.charts import MANY, thinned

    many = [{"on": p["on"], "value": p["value"]} for p in exercise(500)["points"]]
    from datetime import date

    many = [{**p, "on": date.fromisoformat(p["on"])} for p in many]
    shown = thinned(many)
    assert 40 <= len(shown) <= MANY
    assert max(p["value"] for p in shown) == max(p["value"] for p in many)
    assert thinned(many[:30]) == many[:30]


def test_the_arrow_prefers_the_rest_day_after():
    from bot.pictures.week import beside

    days = week(("rest", "easy", "rest", "easy", "easy", "easy", "easy"), [""] * 7)["days"]
    assert [beside(days, i) for i in range(7)] == [0, 1, 0, -1, 0, 0, 1]


def test_a_goal_that_is_missed_and_one_that_is_met_are_told_apart():
    from bot.pictures.style import GREEN, SKY

    for done, colour in ((35, SKY), (36, GREEN)):
        image = card("progress:sets", sets(1, done=lambda i, done=done: done), WORDS).finished()
        assert colour in {c for _, c in image.getcolors(1 << 20)}


def test_a_trained_muscle_is_coloured_and_an_untrained_one_is_not():
    from bot.pictures.style import MAIN

    def area(data):
        return {c: n for n, c in card("body", data, WORDS).finished().getcolors(1 << 20)}.get(MAIN, 0)

    legend = area({"sets": {}})
    assert area({"sets": {"hamstrings": 10}}) > legend + 2000


def test_a_long_text_gets_smaller_before_it_gets_shorter():
    from bot.pictures.card import Card

    made = Card(100)
    whole = made.text((10, 40), "Weighted lunge step-up", 40, room=350)
    short = made.text((10, 90), "Weighted lunge step-up", 40, room=90)
    assert whole.text == "Weighted lunge step-up"
    assert whole.right - whole.left <= 350
    assert short.text.endswith("…")
    assert short.right - short.left <= 90


def test_the_bar_of_a_muscle_is_as_dark_as_on_the_body_map():
    from bot.pictures.bodymap import shade

    image = card("progress:muscles", {"sets": {"core": 12, "glutes": 2}}, WORDS).finished()
    assert {shade(12), shade(2)} <= {colour for _, colour in image.getcolors(1 << 20)}
