"""The weekly rule written a second time, by brute force and straight from the text, to compare the planner with."""

from itertools import combinations

NEVER = None


def day_score(week, day, novice):
    race = "race" in week
    kind = week[day]
    tomorrow = ("unknown" if race else week[0]) if day == 6 else week[day + 1]
    yesterday = ("unknown" if race else week[6]) if day == 0 else week[day - 1]
    if race:
        for x in [n for n in range(7) if week[n] == "race"]:
            if day in (x - 3, x - 2, x - 1, x, x + 1, x + 2):
                return NEVER
        if kind == "hard":
            return NEVER
    if kind in ("long", "race"):
        return NEVER
    if kind == "hard" and (novice or tomorrow in ("hard", "long", "race")):
        return NEVER
    rest_days = [n for n in range(7) if week[n] == "rest"]
    if rest_days == [day]:
        return NEVER
    if kind == "easy":
        base = 100 if tomorrow == "rest" else 95 if yesterday == "rest" else 70
    elif kind == "rest":
        base = 90 if tomorrow == "rest" else 85 if yesterday == "rest" else NEVER if race else 40
    else:
        base = {"rest": 55, "easy": 45}[tomorrow]
    if base is NEVER:
        return NEVER
    base -= {"hard": 60, "long": 55}.get(tomorrow, 0)
    base -= {"long": 15, "hard": 10}.get(yesterday, 0)
    return base


def round_gaps(days):
    if len(days) == 1:
        return [7]
    return [(days[(n + 1) % len(days)] - days[n]) % 7 for n in range(len(days))]


def choose(week, wanted, novice):
    race = "race" in week
    scores = [day_score(week, day, novice) for day in range(7)]
    for k in range(min(wanted, 1) if race else wanted, 0, -1):
        best = None
        for days in combinations(range(7), k):
            if any(scores[d] is NEVER or scores[d] < {3: 55, 2: 35, 1: 25}[k] for d in days):
                continue
            if k > 1 and min(round_gaps(days)) < 2:
                continue
            rest = [n for n in range(7) if week[n] == "rest"]
            if rest and not [n for n in rest if n not in days]:
                continue
            total = sum(scores[d] for d in days) + (10 if k == 2 and min(round_gaps(days)) >= 3 else 0)
            before_rest = sum((week[d + 1] if d < 6 else ("" if race else week[0])) == "rest" for d in days)
            key = (
                total,
                min(round_gaps(days)),
                before_rest,
                -sum(week[d] == "hard" for d in days),
                [-d for d in days],
            )
            if best is None or key > best[0]:
                best = (key, days, total)
        if best:
            return best[1], best[2]
    return (), 0


def suggest(week, wanted, novice):
    days, _ = choose(week, wanted, novice)
    if "race" in week:
        return None
    easy = [n for n in range(7) if week[n] == "easy"]
    hard = [n for n in range(7) if week[n] == "hard"]
    if "rest" not in week:
        trials = [(n, "rest") for n in (easy if easy else hard)]
    elif len(days) < wanted:
        trials = [(n, "rest") for n in easy] + [(n, "easy") for n in hard]
    else:
        return None
    best = None
    for n, kind in trials:
        changed = [*week]
        changed[n] = kind
        then, total = choose(tuple(changed), wanted, novice)
        key = (len(then), total, -n)
        if best is None or key > best[0]:
            best = (key, n, kind, then)
    if best is None or ("rest" in week and len(best[3]) <= len(days)):
        return None
    return best[1:]
