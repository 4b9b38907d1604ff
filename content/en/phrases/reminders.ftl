### Reminders and the answers to their buttons.

remind-day = <b>Strength today</b> · { $session }. Run done, or none today? Then this is the moment.
remind-day-light = <b>Light strength today</b> · { $session }. { $sets ->
        [1] One easy set of each, no more.
       *[other] Two easy sets of each, with plenty left.
    }
remind-late = Sorry, this should have reached you earlier.
remind-snooze = Here is the nudge you asked for: <b>{ $session }</b>, whenever you are ready.
remind-nudge = Still up for { $session } today? Ten minutes count too. If not, tell me and I will find another day.
remind-eve = Tomorrow, { $day }, is a strength day. I will remind you at { $time }.
button-in-an-hour = In 1 h
button-tonight = Tonight
button-tomorrow = Tomorrow
button-skip-day = Skip
snoozed = I will ask again at <b>{ $time }</b>.
snooze-too-late = That would be too late for today. Now, tomorrow, or leave it out?
day-skipped = Left out today. Nothing is doubled up later. Next strength day: <b>{ $next }</b>.
day-moved = Moved to tomorrow. Next strength day: <b>{ $next }</b>.
day-not-moved = Tomorrow does not fit next to your runs, so I left today's out. Next strength day: <b>{ $next }</b>.
day-moved-to = Moved to { $date }. Next strength day: <b>{ $next }</b>.
remind-start = Good. Here you go.
remind-tired = Tired legs are a reason. Rest counts as training too.
remind-running = Then the run it is; strength moves if the days allow it.
remind-done = Well done. Did you log it? Start it here to keep the numbers, tell me what you did (<b>3x10 squats</b>), or leave it out.
remind-past = That time is past for today. Another one?
remind-dropped = I was not there to remind you on { $day }; sorry. Nothing is lost and nothing is doubled up.
remind-me-how = I remind you on strength days, at one hour. Once a reminder is there, you can put it off. Which hour shall it be?
