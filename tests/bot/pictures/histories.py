"""Data for the pictures of people with new, full, empty and odd histories."""

from datetime import date, timedelta

TODAY = date(2026, 11, 22)
MUSCLES = {"quadriceps": 12, "glutes": 9, "core": 6, "hamstrings": 2, "calves": 3}


def exercise(count, *, step=3, kg=False, gap=0, unit="reps", name="Air squat", value=None):
    points, on = [], TODAY - timedelta(days=count * step + gap)
    for i in range(count):
        on += timedelta(days=step + (gap if i == count // 2 else 0))
        reps = value(i) if value else 10 + (i * 7 % 5) % 4
        load = 4 + i // 9 * 0.5 if kg else None
        points.append({"on": on.isoformat(), "value": reps, "kg": load, "level": 1 + (i > count * 0.6)})
    return {"name": name, "unit": unit, "points": points}


def week(runs, strength, today=2):
    monday = date(2026, 11, 16)
    return {
        "days": [
            {"run": run, "strength": what, "light": what == "planned" and i == 5, "today": i == today}
            | {"on": (monday + timedelta(days=i)).isoformat()}
            for i, (run, what) in enumerate(zip(runs, strength, strict=True))
        ]
    }


def sets(count, goal=36, done=lambda i: (i * 7) % 45):
    monday = date(2026, 11, 16)
    weeks = [
        {"on": (monday - timedelta(weeks=count - 1 - i)).isoformat(), "sets": done(i)} for i in range(count)
    ]
    return {"weeks": weeks, "goal": goal}


def days(count, step=2):
    on = [
        {"on": (TODAY - timedelta(days=i * step)).isoformat(), "sets": [6, 18, 12, 15][i % 4]}
        for i in range(count)
    ]
    return {"days": on, "until": TODAY.isoformat()}


def workout(rows, **more):
    names = (
        "Deadlift",
        "Weighted squat and press",
        "Weighted lunge step-up",
        "Weighted hip bridge",
        "Bent-over row",
    )
    told = [{"name": names[i % 5], "text": "10 × 7.5 kg · 10 × 7.5 kg · 10 × 7.5 kg"} for i in range(rows)]
    return {"on": "2026-11-22", "sets": 18, "reps": 180, "muscles": MUSCLES, "rows": told} | more


RESTFUL = ("rest", "easy", "rest", "easy", "rest", "easy", "rest")
HARD = ("easy", "hard", "easy", "hard", "rest", "easy", "long")
CARDS = {
    "week: done and planned": ("week", week(RESTFUL, ("", "done", "", "", "", "planned", ""))),
    "week: missed and moved": ("week", week(HARD, ("", "missed", "", "moved", "", "planned", ""), 6)),
    "week: a race, no strength": (
        "week",
        week(("rest", "easy", "hard", "easy", "rest", "easy", "race"), [""] * 7),
    ),
    "week: no rest day": ("week", week(("easy",) * 7, ("planned", "", "planned", "", "planned", "", ""))),
    "week: round the corner": (
        "week",
        week(("rest",) * 6 + ("easy",), ("planned", "", "done", "", "", "", "planned")),
    ),
    "exercise: new": ("progress:exercise", exercise(0)),
    "exercise: one session": ("progress:exercise", exercise(1)),
    "exercise: one loaded session": ("progress:exercise", exercise(1, kg=True)),
    "exercise: two on one day": ("progress:exercise", exercise(2, step=0)),
    "exercise: three months": ("progress:exercise", exercise(26)),
    "exercise: weights": ("progress:exercise", exercise(40, kg=True, name="Weighted lunge forward step-up")),
    "exercise: a long gap": ("progress:exercise", exercise(30, gap=90)),
    "exercise: 500 sessions": ("progress:exercise", exercise(500)),
    "exercise: 500 loaded sessions": ("progress:exercise", exercise(500, kg=True)),
    "exercise: a hold": (
        "progress:exercise",
        exercise(20, unit="seconds", name="Plank", value=lambda i: 30 + i * 5),
    ),
    "exercise: always the same": ("progress:exercise", exercise(20, value=lambda i: 12)),
    "exercise: huge": ("progress:exercise", exercise(9, value=lambda i: 10 ** (i % 6))),
    "sets: none": ("progress:sets", sets(0)),
    "sets: only empty weeks": ("progress:sets", sets(4, done=lambda i: 0)),
    "sets: one week": ("progress:sets", sets(1, done=lambda i: 18)),
    "sets: just below the goal": ("progress:sets", sets(8, done=lambda i: 33 + i % 5)),
    "sets: no goal": ("progress:sets", sets(12, goal=None)),
    "sets: five years": ("progress:sets", sets(260)),
    "muscles: none": ("progress:muscles", {"sets": {}}),
    "muscles: one": ("progress:muscles", {"sets": {"core": 3}}),
    "muscles: most": ("progress:muscles", {"sets": MUSCLES}),
    "muscles: many": ("progress:muscles", {"sets": dict.fromkeys(MUSCLES, 1234) | {"hip_flexors": 999}}),
    "calendar: none": ("progress:calendar", days(0)),
    "calendar: one": ("progress:calendar", days(1)),
    "calendar: 500 sessions": ("progress:calendar", days(500)),
    "body: new": ("body", {"sets": {}}),
    "body: full": ("body", {"sets": MUSCLES, "title": "November"}),
    "muscle": ("muscle:hip_flexors", {}),
    "summary: bodyweight": ("summary", workout(6, title="Session A · bodyweight", minutes=34)),
    "summary: dumbbells": ("summary", workout(9, title="Session B · dumbbells", minutes=41, kg=12480)),
    "summary: one hold": ("summary", workout(1, reps=0, sets=1, muscles={"core": 1})),
}
