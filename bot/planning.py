"""`python -m bot plan`: one week in, the chosen days out, and why; `--stdin` answers line by line."""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Iterable

from bot.coach import reasons
from bot.coach.planner import Plan, plan
from bot.coach.says import Say
from bot.coach.weeks_typed import SHORT, NotAWeek, answer_line, days_line, parse_week
from bot.wording import Voice
from content.library import open_library

TAG = re.compile(r"<[^>]+>")


def main(arguments: list[str]) -> int:
    """Print the plan of a week (R rest, E easy, H hard, L long, X race; Monday first); returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot plan", description=main.__doc__)
    parser.add_argument("week", nargs="?", help='seven letters, like "R E R H R R L"')
    parser.add_argument("--days", type=int, choices=(1, 2, 3), default=2, help="strength days wanted (2)")
    parser.add_argument("--novice", action="store_true", help="within the first four weeks of strength")
    parser.add_argument("--stdin", action="store_true", help="read lines like 'R E R E R E R;2;novice'")
    chosen = parser.parse_args(arguments)
    if chosen.stdin:
        return from_lines(sys.stdin)
    if chosen.week is None:
        parser.error("a week is needed, or --stdin")
    return one_week(chosen.week, chosen.days, novice=chosen.novice)


def from_lines(lines: Iterable[str]) -> int:
    """One line of days for each line of weeks; a line that is no week is told on stderr, and as `?` on stdout."""
    code = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            print(answer_line(line), flush=True)
        except NotAWeek as refused:
            code = 2
            print("?", flush=True)
            print(spoken(Say(phrase=refused.phrase, facts=refused.facts)), file=sys.stderr)
    return code


def one_week(text: str, wanted: int, *, novice: bool) -> int:
    """The chosen days, then a line per day with score, flags and reason, then what the week needs saying."""
    try:
        found = plan(parse_week(text), wanted, novice=novice)
    except NotAWeek as refused:
        print(spoken(Say(phrase=refused.phrase, facts=refused.facts)), file=sys.stderr)
        return 2
    print(days_line(found))
    for day in range(7):
        print(day_line(found, day))
    for say in reasons.week_lines(found):
        print(spoken(say))
    return 0


def day_line(found: Plan, day: int) -> str:
    """A day's name, whether it is chosen, its score, its flags and its reason."""
    score = found.scores[day]
    points = "never" if score.points is None else str(score.points)
    flags = ",".join(score.flags) if day in found.days else ""
    mark = "*" if day in found.days else " "
    why = " ".join(spoken(say) for say in reasons.why(found, day))
    return f"{mark} {SHORT[day]} {points:>5} {flags or '-'} {why}"


def spoken(say: Say) -> str:
    """A Say as plain text."""
    voice = Voice(open_library().tongue("en"), None)
    return html.unescape(TAG.sub("", voice.phrase(say.phrase, say.facts)))
