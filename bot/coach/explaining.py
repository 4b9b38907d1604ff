"""From what a question is about to what is said: the topic's card or facet, with its source and the next steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from bot.coach.answers import Finding
from bot.coach.says import Button, Fact, Lines, Listing, Picture, Ref, Say
from bot.coach.taps import tap
from content.library import Library
from storage.records import Runner

MUSCLES = ("quadriceps", "glutes", "hip_flexors", "calves", "core", "hamstrings")
TOPICS: Mapping[str, str] = {  # topics that are one answer of the content
    "muscles:overview": "muscles_overview",
    "schedule": "schedule",
    "sets_reps_rest": "sets_reps_rest",
    "soreness": "soreness",
}
NAMES: Mapping[str, str] = {
    "muscles:overview": "topic-overview",
    "schedule": "topic-schedule",
    "sets_reps_rest": "topic-sets",
    "soreness": "topic-soreness",
}
ROOM = 55  # characters of a button that other topics may take
ASIDES: Mapping[str, str] = {"out_of_scope": "out-of-scope", "smalltalk": "small-talk"}
FACETS = ("does", "why", "weak", "train", "where")


def known(label: str, library: Library) -> bool:
    """Whether there is something to say about a label."""
    kind, _, name = label.partition(":")
    shelves: Mapping[str, Mapping[str, object]] = {
        "muscle": library.muscles, "exercise": library.exercises, "session": library.sessions, "run": library.runs,
    }  # fmt: skip
    return label in TOPICS or name in shelves.get(kind, {})


def name_of(label: str) -> Ref:
    """A topic's name in the person's language."""
    return Ref(f"phrase.{NAMES[label]}") if label in NAMES else Ref(f"{label.replace(':', '.')}.name")


def topic_button(label: str) -> Button:
    """A button that opens a topic."""
    return Button("button-topic", tap("topic", label.replace(":", ".")), {"topic": name_of(label)})


def menu() -> tuple[tuple[Button, ...], ...]:
    """The topics to choose from: six muscles, days, sets, soreness."""
    labels = [*(f"muscle:{muscle}" for muscle in MUSCLES), *TOPICS]
    buttons = [topic_button(label) for label in labels]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def answer(finding: Finding, library: Library, runner: Runner, *, turn: int = 0) -> Say:
    """The one message that answers a question."""
    if (aside := _aside(finding, library, turn)) is not None:
        return aside
    if finding.ask:
        return Say(
            phrase="answer-which",
            buttons=tuple((topic_button(label),) for label in finding.ask if known(label, library)),
        )
    if finding.exercise is not None and finding.faq is None and finding.facet != "in_plan":
        return exercise(finding.exercise, finding, library)
    if finding.best.startswith("exercise:") and finding.facet == "train" and known(finding.best, library):
        return _topic(finding, library, runner)
    if finding.faq is not None and finding.faq in library.tongue("en").answer:
        return _faq(finding, library)
    if len(finding.compared) == 2:
        return _two(finding)
    if not known(finding.best, library):
        return Say(phrase="not-understood", facts={"turn": turn}, buttons=menu()[:3])
    return _topic(finding, library, runner)


def _aside(finding: Finding, library: Library, turn: int) -> Say | None:
    """What is no question about training: gibberish, small talk, other fields; None for all others."""
    rude = finding.best == "smalltalk" and finding.chat == "rude"
    if finding.faq is not None and not rude and finding.best in ASIDES:
        return _faq(finding, library)
    if finding.best == "smalltalk" and finding.chat is not None:
        return Say(phrase=f"small-talk-{finding.chat}")
    if not finding.sure:
        return Say(phrase="not-understood", facts={"turn": turn}, buttons=menu()[:3])
    if finding.best in ASIDES:
        return Say(phrase=ASIDES[finding.best], facts={"turn": turn})
    return None


def _faq(finding: Finding, library: Library) -> Say:
    where = f"answer.{finding.faq}"
    facts: dict[str, Fact] = {
        "title": Ref(f"{where}.title"),
        "text": Ref(f"{where}.text"),
        "credit": Ref(f"credit.{_sources('answer', str(finding.faq), library)}"),
    }
    return Say(phrase="answer", facts=facts, buttons=_below(finding, library), about="answer")


def _sources(kind: str, name: str, library: Library, facet: str = "") -> str:
    sources = getattr(library.tongue("en"), kind)[name].sources
    chosen = sources.get(facet) or next(iter(sources.values())) if isinstance(sources, Mapping) else sources
    return ",".join(chosen)


def _two(finding: Finding) -> Say:
    first, second = finding.compared
    field = "does" if first.startswith("muscle:") else "card"
    facts: dict[str, Fact] = {
        "first": name_of(first),
        "text": Ref(f"{first.replace(':', '.')}.{field}"),
        "second": name_of(second),
        "other": Ref(f"{second.replace(':', '.')}.{field}"),
    }
    return Say(
        phrase="answer-two",
        facts=facts,
        buttons=((topic_button(first), topic_button(second)),),
        about="answer",
    )


def _topic(finding: Finding, library: Library, runner: Runner) -> Say:
    kind, _, name = finding.best.partition(":")
    if finding.best in TOPICS:
        kind, name = "answer", TOPICS[finding.best]
    if kind == "muscle" and finding.facet == "in_plan":
        return in_plan(name, library, runner, finding)
    if kind == "exercise":
        return exercise(name, finding, library)
    asked = finding.facet if kind == "muscle" and finding.facet in FACETS else None
    field = asked or ("text" if kind == "answer" else "card")
    facts: dict[str, Fact] = {
        "title": Ref(f"{kind}.{name}.{'title' if kind == 'answer' else 'name'}"),
        "text": Ref(f"{kind}.{name}.{field}"),
        "credit": Ref(f"credit.{_sources(kind, name, library, field)}"),
    }
    picture = Picture(name=f"muscle:{name}") if kind == "muscle" and field in ("card", "where") else None
    return Say(
        phrase="answer", facts=facts, buttons=_below(finding, library), picture=picture, about="answer"
    )


def exercise(name: str, finding: Finding, library: Library) -> Say:
    """How an exercise goes, or how much of it, or how to make it easier or harder."""
    here = f"exercise.{name}"
    if finding.facet == "amount":
        return Say(
            phrase="answer-amount",
            facts=_amount(name, library),
            buttons=_below(finding, library),
            about="answer",
        )
    if finding.facet == "easier":
        facts: dict[str, Fact] = {"easier": Ref(f"{here}.easier"), "harder": Ref(f"{here}.harder")}
        return Say(
            phrase="answer-easier-harder", facts=facts, buttons=_below(finding, library), about="answer"
        )
    if finding.facet in ("does", "why", "train", "where", "weak"):
        return _trains(name, finding, library)
    facts = {
        "name": Ref(f"{here}.name"),
        "start": Ref(f"{here}.start"),
        "cues": Lines(
            tuple(
                Say(phrase="answer-cue", facts={"number": n + 1, "cue": Ref(f"{here}.cues.{n}")})
                for n in range(len(library.tongue("en").exercise[name].cues))
            )
        ),
        "breathing": Ref(f"{here}.breathing"),
        "tempo": Ref(f"{here}.tempo"),
    }
    picture = Picture(name=f"figure:{name}", moving=True)
    return Say(
        phrase="answer-how", facts=facts, buttons=_below(finding, library), picture=picture, about="answer"
    )


def _trains(name: str, finding: Finding, library: Library) -> Say:
    """Which muscles an exercise trains and, asked what for, what the first of them does in the stride."""
    say = Say(phrase="answer-exercise-muscles", facts=_muscles(name, library))
    main = library.exercises[name].main
    if finding.facet in ("does", "why") and main:
        facts: dict[str, Fact] = {
            "muscles": Lines((say,)),
            "muscle": Ref(f"muscle.{main[0]}.name"),
            "does": Ref(f"muscle.{main[0]}.does"),
        }
        say = Say(phrase="answer-exercise-why", facts=facts)
    return replace(say, buttons=_below(finding, library), about="answer")


def _muscles(name: str, library: Library) -> dict[str, Fact]:
    """The muscle groups an exercise trains, main and helping ones by name."""
    found = library.exercises[name]
    main, helper = (
        [Ref(f"phrase.muscle-{m.replace('_', '-')}") for m in group] for group in (found.main, found.helper)
    )
    return {
        "exercise": Ref(f"exercise.{name}.name"),
        "main": Listing(tuple(main)) if main else "none",
        "helper": Listing(tuple(helper)) if helper else "none",
    }


def _amount(name: str, library: Library) -> dict[str, Fact]:
    facts = library.exercises[name]
    kind = "seconds" if facts.unit == "seconds" else ("range" if facts.high > facts.low else "reps")
    each = {"per_side": "-each", "total": "-total", "both": ""}[facts.sided] if kind != "seconds" else ""
    target = Say(phrase=f"target-{kind}{each}", facts={"low": facts.low, "high": facts.high})
    return {
        "name": Ref(f"exercise.{name}.name"),
        "sets": facts.sets,
        "target": Lines((target,)),
        "low": facts.rest_low,
        "high": facts.rest_high,
    }


def in_plan(muscle: str, library: Library, runner: Runner, finding: Finding) -> Say:
    """Which exercises of the person's session train a muscle, and the add-on that is ours where none does."""
    session = library.sessions["dumbbell" if runner.kit == "dumbbells" else "bodyweight"]
    facts = library.muscles[muscle]
    main = [name for name in session.exercises if name in facts.main]
    helper = [name for name in session.exercises if name in facts.helper]
    say = Say(
        phrase="answer-in-plan",
        facts={"muscle": Ref(f"muscle.{muscle}.name"), "main": _names(main), "helper": _names(helper)},
        buttons=_below(finding, library),
        about="answer",
    )
    if main or not facts.addons:
        return say
    addon = Say(phrase="answer-addon", facts={"addon": _names(facts.addons)})
    return Say(
        phrase="lines",
        facts={"lines": Lines((Say(phrase=say.phrase, facts=say.facts), addon))},
        buttons=say.buttons,
    )


def _names(exercises: list[str] | tuple[str, ...]) -> Fact:
    return Listing(tuple(Ref(f"exercise.{name}.name") for name in exercises)) if exercises else "none"


def _below(finding: Finding, library: Library) -> tuple[tuple[Button, ...], ...]:
    label = finding.best
    first = (
        (Button("button-answer-more", tap("more", label.replace(":", "."))),)
        if more(label, library) is not None
        else ()
    )
    also = [other.replace(":", ".") for other in finding.also if known(other, library)]
    while len("".join(also)) + len(also) > ROOM:
        also.pop()
    second = (Button("button-answer-other", tap("other", *also)),) if also else ()
    kind, _, name = label.partition(":")
    ours = library.muscles[name].addons if kind == "muscle" and name in library.muscles else ()
    add = tuple(
        (Button("button-addon", tap("addon", other), {"exercise": Ref(f"exercise.{other}.name")}),)
        for other in ours
    )
    return (*(((*first, *second),) if first or second else ()), *add)


def more(label: str, library: Library) -> Say | None:
    """The longer text of a topic; None where there is none."""
    kind, _, name = label.partition(":")
    if label in TOPICS:
        kind, name = "answer", TOPICS[label]
    shelf = (
        getattr(library.tongue("en"), kind, None) if kind in ("muscle", "session", "run", "answer") else None
    )
    if not isinstance(shelf, Mapping) or name not in shelf or not shelf[name].more:
        return None
    facts: dict[str, Fact] = {
        "title": Ref(f"{kind}.{name}.{'title' if kind == 'answer' else 'name'}"),
        "text": Ref(f"{kind}.{name}.more"),
        "credit": Ref(f"credit.{_sources(kind, name, library, 'more')}"),
    }
    return Say(phrase="answer", facts=facts)


def country(zone: str) -> str:
    """The ISO country of an IANA zone; empty where the zone table does not say."""
    return _countries().get(zone, "")


@cache
def _countries() -> Mapping[str, str]:
    rows = files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines()
    fields = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return {row[2]: row[0] for row in fields if len(row) > 2}
