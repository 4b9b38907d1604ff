"""Words that change the week: "long run moved to Sunday", "I'm away until the 5th", "make it two days".

A message is claimed only where its words are about the week and nothing else; what is half understood is asked
about, never applied. Questions, sets and pain are left to the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.coach.says import Fact
from bot.coach.weeks_change import Ask, Change, apply
from bot.coach.weeks_dates import When
from bot.coach.weeks_said import Sentence
from bot.coach.weeks_season import DAY, is_odd, kind_on, monday_of
from bot.coach.weeks_spans import away, back, ill, race
from bot.coach.weeks_strength import each_day, from_to, strength, wanted
from bot.coach.weeks_typed import LETTERS, NotAWeek, parse_week
from bot.coach.weeks_words import LONGEST, WeekWords
from storage.records import DayKind, Week

__all__ = ["Ask", "Change", "WeekWords", "apply", "understand"]

NO = ("none", "negated", "skip", "cancel", "missed")  # what turns a run into none


def understand(
    text: str, *, today: date, week: Week, words: WeekWords, planned: Sequence[date] = (), sure: bool = False
) -> Change | Ask | None:
    """What a message wants changed about the week; None where it is not about the week.

    `today` is the person's local day, `planned` the strength days ahead. With `sure` (they said yes to the
    question whether it was meant so) a half understood message counts as understood.
    """
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST:
        return None
    if typed := _typed(plain, today):
        return typed
    said = Sentence(words.tags(plain), today, week, tuple(planned))
    if spelled := _spelled(said):
        return spelled
    if not said.tags or said.has("pain", "story") or _denied(said) or _is_question(said, plain):
        return None
    found = next((answer for rule in RULES if (answer := rule(said)) is not None), None)
    if isinstance(found, Change) and not (sure or said.sure):
        return Ask(phrase="change-ask-meant", options=(found,))
    if isinstance(found, Ask) and not found.options and not said.sure:
        return None
    return found


def _typed(text: str, today: date) -> Change | Ask | None:
    """A typed week of letters, or two for weeks that alternate; a race letter is the next such date."""
    letters = [letter for letter in text.upper() if letter.isalpha()]
    spaced = len(letters) >= 5 and all(len(part) == 1 for part in text.replace(",", " ").split())
    if not letters or set(letters) - set(LETTERS) or not (spaced or len(letters) in (7, 14)):
        return None
    if len(letters) == 14:
        one, two = (parse_week("".join(half)) for half in (letters[:7], letters[7:]))
        return two_weeks(one, two, today)
    try:
        return pattern(parse_week("".join(letters)), today)
    except NotAWeek as mistake:
        return Ask(phrase=mistake.phrase, facts=mistake.facts)


def _spelled(said: Sentence) -> Change | None:
    """A week in words or letters: `rest easy rest hard rest rest long`, `Mon R, Tue E, …`."""
    loose: dict[str, DayKind] = {"easy_word": "easy", "hard_word": "hard", "long_word": "long"}
    exact: dict[str, DayKind] = {**{kind: kind for kind in LETTERS.values()}, **loose}
    days = [tag.value for tag in said.tags if tag.name == "weekday"]
    idle = (
        "weekday",
        "known",
        "move",
        "to",
        "make_it",
        "make",
        "please",
        "unit_week",
        "this",
        "every",
        "a",
        "ask_first",
    )
    rest = [tag for tag in said.tags if tag.name not in idle or tag.word.upper() in LETTERS]
    kinds = [exact.get(tag.name) or LETTERS.get(tag.word.upper()) for tag in rest]
    if len(kinds) != 7 or None in kinds or (days and days != list(range(7))):
        return None
    return pattern(tuple(kind for kind in kinds if kind is not None), said.today)


def pattern(days: tuple[DayKind, ...], today: date, alternate: tuple[DayKind, ...] | None = None) -> Change:
    """A new week, or two that alternate (`alternate`: the odd ones); a race letter is the next such date."""
    fresh = Week(runner_id=0, days=days, alternate=alternate)
    race_on = next((day for n in range(14) if kind_on(fresh, day := today + n * DAY) == "race"), None)
    other = _usual(alternate) if alternate else None
    return Change(kind="pattern", on=today, week=_usual(days), alternate=other, race_on=race_on)


def _usual(days: tuple[DayKind, ...]) -> tuple[DayKind, ...]:
    return tuple("long" if kind == "race" else kind for kind in days)


def alternating(said: Sentence) -> Change | Ask | None:
    """`every other week my long run is on saturday`: from this week on or from the next?"""
    if not any(tag.name == "alternate" and tag.word != "one week" for tag in said.tags):
        return None
    if said.has("strength") or len(said.kinds) != 1 or len(said.whens) != 1 or not said.whens[0].single:
        return Ask(phrase="change-ask-alternate")
    weekday, kind = said.whens[0].first.weekday(), said.kinds[0][1]
    base = said.week.alternate if said.week.alternate and is_odd(said.today) else said.week.days
    other = list(base)
    if kind == "long" and base.count("long") == 1:
        other[base.index("long")] = base[weekday]
    other[weekday] = kind
    pairs = (tuple(other), base), (base, tuple(other))
    options = tuple(two_weeks(this, following, said.today) for this, following in pairs)
    return Ask(phrase="change-ask-which-week", options=options) if tuple(other) != base else None


def two_weeks(this: tuple[DayKind, ...], following: tuple[DayKind, ...], today: date) -> Change:
    """Weeks that alternate, as seen from today's."""
    return pattern(following, today, this) if is_odd(today) else pattern(this, today, following)


def _denied(said: Sentence) -> bool:
    """`don't move it`, `I'm not away`: what is said is that nothing changes."""
    verbs = ("move", "skip", "swap", "away", "cancel", "pause", "ill")
    return any(tag.name in verbs and said.led_by(n, "negated") for n, tag in enumerate(said.tags))


def _is_question(said: Sentence, text: str) -> bool:
    """A question asks; a request in the form of a question ("can we make it two days?") does not."""
    if said.tags[0].name in ("please", "please_move"):
        return False
    asks = said.has("ask") or said.tags[0].name == "ask_first"
    return asks or text.rstrip("!. ").endswith("?")


def swap(said: Sentence) -> Change | Ask | None:
    """`swap tuesday and thursday`, `move tuesday's run to wednesday`, `long run moved to sunday`."""
    if said.has("swap") and not said.whens and len(said.kinds) == 2:
        return _swapped_kinds(said)
    verb = said.has("move", "swap", "instead", "instead_of") or (said.has("to") and said.has("run"))
    if not verb or said.has("strength", "back") or not said.whens:
        return None
    if said.has("swap") and len(said.whens) == 1 and any(kind == "rest" for _, kind in said.kinds):
        return Ask(phrase="change-ask-swap")
    if len(said.whens) == 2:
        if not (said.kinds or said.has("run", "swap", "move")):
            return None
        source, target = from_to(said)
        return _exchange(said, source, target) if source and target else None
    kinds = {kind for _, kind in said.kinds}
    becomes = said.kinds and said.whens and said.whens[0].end <= said.kinds[0][0] and said.has("to", "make")
    one_run = len(said.whens) == 1 and len(kinds) == 1 and kinds <= {"long", "hard", "easy"}
    if one_run and said.whens[0].single and not becomes:
        return moved_run(said, next(iter(kinds)), said.whens[0])
    return None


def _swapped_kinds(said: Sentence) -> Change | Ask:
    """`swap my easy run and my long run`: this week's, where there is one of each."""
    monday = monday_of(said.today)
    days = [monday + n * DAY for n in range(7) if monday + n * DAY >= said.today]
    found = [[day for day in days if kind_on(said.week, day) == kind] for _, kind in said.kinds]
    if any(len(each) != 1 for each in found):
        return Ask(phrase="change-ask-swap")
    return Change(kind="swap", on=said.today, day=found[0][0], other=found[1][0])


def _exchange(said: Sentence, source: When, target: When) -> Change | Ask | None:
    if source.first == target.first:
        return Ask(phrase="change-nothing")
    lasting = source.recurring is not None or target.recurring is not None or said.has("every")
    return Change(kind="swap", on=said.today, day=source.first, other=target.first, lasting=lasting)


def moved_run(said: Sentence, kind: DayKind, target: When) -> Change | Ask:
    """A run of that kind goes to the target day: it changes places with what is there."""
    monday = monday_of(target.first)
    lasting = target.recurring is not None or said.has("every")
    days = [monday + n * DAY for n in range(7) if lasting or monday + n * DAY >= said.today]
    there = [
        day for day in days if (said.week.days[day.weekday()] if lasting else kind_on(said.week, day)) == kind
    ]
    if target.first in there:
        return Ask(phrase="change-nothing")
    if not there:
        return _put(said, {target.first: kind}, {target.first.weekday(): kind} if lasting else {})
    source = min(there, key=lambda day: abs((day - target.first).days))
    return Change(kind="swap", on=said.today, day=source, other=target.first, lasting=lasting)


def _put(said: Sentence, kinds: dict[date, DayKind], weekdays: dict[int, DayKind]) -> Change:
    return Change(kind="set", on=said.today, kinds={} if weekdays else kinds, weekdays=weekdays)


def usual_week(said: Sentence) -> Change | Ask | None:
    """`I run mon wed fri and long on sunday`: easy runs and one of another kind, asked as the usual week."""
    kinds = [(n, kind) for n, kind in said.kinds if kind in ("long", "hard")]
    begun = said.at("run")
    if (
        len(kinds) != 1
        or len(said.kinds) != 1
        or begun < 0
        or said.unknown
        or said.has("strength", "move", "swap")
    ):
        return None
    place, kind = kinds[0]
    days = [when for when in said.whens if when.start > begun]
    plain = [when for when in days if when.end <= place]
    named = [when for when in days if when.start > place]
    if len(plain) < 2 or not 1 <= len(named) <= 2 or not all(when.single for when in days):
        return None
    runs: dict[int, DayKind] = {when.first.weekday(): "easy" for when in plain}
    runs |= {when.first.weekday(): kind for when in named}
    week = pattern(tuple(runs.get(day, "rest") for day in range(7)), said.today)
    return Ask(phrase="change-ask-meant", options=(week,))


def listed(said: Sentence) -> Change | Ask | None:
    """`no run tomorrow`, `10k easy today`, `rest on fridays`, `mon rest, tue easy, …`."""
    meant = [(n, kind) for n, kind in said.kinds if not said.led_by(n, *NO)]
    kinds, whens = meant or said.kinds, said.whens
    if not kinds or not whens or said.has("strength"):
        return None
    if any((said.today - when.first).days > 7 for when in whens):
        return None
    if {kind for _, kind in kinds} == {"long"} and len(whens) == 2 and all(when.single for when in whens):
        source, target = whens[::-1] if said.before(whens[1], "instead_of", "negated") else whens
        return _exchange(said, source, target)
    pairs = _pairs(kinds, whens)
    if pairs is None:
        return None
    if (
        len({kind for _, kind in pairs}) == 1
        and len(pairs) == 1
        and pairs[0][1] == "long"
        and pairs[0][0].single
    ):
        return moved_run(said, "long", pairs[0][0])
    if len(pairs) >= 5 and len({when.first.weekday() for when, _ in pairs}) == len(pairs):
        weekdays = {when.first.weekday(): kind for when, kind in pairs}
    else:
        weekdays = {w.recurring: kind for w, kind in pairs if w.recurring is not None}
    if weekdays and said.has("every"):
        weekdays = {when.first.weekday(): kind for when, kind in pairs}
    days = {day: kind for when, kind in pairs for day in each_day([when])}
    return _put(said, days, weekdays)


def _pairs(kinds: Sequence[tuple[int, DayKind]], whens: Sequence[When]) -> list[tuple[When, DayKind]] | None:
    """Which kind goes with which date: one kind for all, or one for each in turn."""
    plain = [kind for _, kind in kinds]
    if len(set(plain)) == 1:
        return [(when, plain[0]) for when in whens]
    if len(whens) == 1 and len(kinds) == 2:
        return [(whens[0], plain[0])]
    if len(kinds) == len(whens):
        return list(zip(whens, plain, strict=True))
    return None


def dropped(said: Sentence) -> Change | Ask | None:
    """`no jogging tomorrow`, `missed my long run yesterday`, `no long run this week`: those days are rest."""
    kinds = [kind for n, kind in said.kinds if kind != "rest" and said.led_by(n, *NO)]
    if len(kinds) != len(said.kinds) or not kinds or len(said.whens) != 1 or said.has("strength", "race"):
        return None
    when = said.whens[0]
    days = [day for day in each_day([when]) if when.single or kind_on(said.week, day) == kinds[0]]
    if not days:
        return Ask(phrase="change-nothing")
    weekdays: dict[int, DayKind] = {when.recurring: "rest"} if when.recurring is not None else {}
    return _put(said, dict.fromkeys(days, "rest"), weekdays)


def unclear_run(said: Sentence) -> Change | Ask | None:
    """`I also run on friday`: which kind of run?"""
    if not said.has("run") or said.kinds or said.unknown or said.has("ran", "instead", "strength", "negated"):
        return None
    if len(said.whens) != 1:
        return Ask(phrase="change-ask-run-days") if said.whens else None
    when = said.whens[0]
    if when.first < said.today or not when.single:
        return None
    kinds: tuple[DayKind, ...] = ("easy", "hard", "long")
    options = tuple(_put(said, {when.first: kind}, {}) for kind in kinds)
    facts: dict[str, Fact] = {"day": when.first}
    return Ask(phrase="change-ask-kind", facts=facts, options=options)


def reset(said: Sentence) -> Change | Ask | None:
    """`back to my usual week`."""
    return Change(kind="reset", on=said.today) if said.has("reset") else None


RULES = (
    reset,
    ill,
    race,
    away,
    back,
    alternating,
    usual_week,
    strength,
    wanted,
    dropped,
    swap,
    listed,
    unclear_run,
)
