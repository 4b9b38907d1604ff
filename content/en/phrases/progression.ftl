# Changes: what is proposed for next time, and why. Shown with Keep / Later.
change-exercise-reps = <b>{ $exercise }</b>: { $to } { $to ->
        [one] rep
       *[other] reps
    } next time instead of { $was }. All your sets went well, so one more in each.
change-exercise-seconds = <b>{ $exercise }</b>: { $to } s next time instead of { $was }. You held every set, so a little longer.
change-exercise-reps-first = <b>{ $exercise }</b>: { $to } { $to ->
        [one] rep
       *[other] reps
    } next time. The next weight is { $kg }, a big jump, so a few more reps come first.
change-exercise-set-first = <b>{ $exercise }</b>: a fourth set next time. The next weight is { $kg }, a big jump, so one more set comes first.
change-exercise-weight = <b>{ $exercise }</b>: { $kg } next time instead of { $was_kg }, back to { $to } { $to ->
        [one] rep
       *[other] reps
    }. Two sessions in a row you had reps to spare at the top.
change-exercise-lighter = <b>{ $exercise }</b>: { $kg } next time instead of { $was_kg }. That was hard; clean reps come before weight.
change-exercise-level = <b>{ $exercise }</b>: time for a harder variation, from { $to }: { $variation }. Two sessions in a row you had some to spare at the top.
change-exercise-side = <b>{ $exercise }</b>: from now on we count each side, { $to } per side. The work stays about the same; from there it grows.
change-exercise-set-back = <b>{ $exercise }</b>: back to { $sets } { $sets ->
        [one] set
       *[other] sets
    } next time. This one went well.
change-exercise-fewer-sets = <b>{ $exercise }</b>: { $sets } { $sets ->
        [one] set
       *[other] sets
    } next time instead of { $was }. That was hard; same move, a little less of it.
change-exercise-easier = <b>{ $exercise }</b>: an easier variation next time, from { $to }: { $variation }. It lets you keep two or three good ones in reserve.
change-exercise-push-up = <b>{ $exercise }</b>: an easier kind first, one that lets you do 8 to 12: { $variation }.
change-exercise-deload = <b>{ $exercise }</b>: two hard sessions in a row, so next time is light: { $sets } { $sets ->
        [one] set
       *[other] sets
    } of { $to }. Rest is when you get stronger.
change-exercise-variation = <b>{ $exercise }</b>: three weeks at the same mark, so another variation from { $to }: { $variation }. A new stimulus, no extra weight.

# Reasons for a lighter workout
why-deload = A light week: two sets, same moves, with plenty left at the end of each.
why-deload-due = Some weeks of steady work are behind you, so this one is light: two sets of each.
why-deload-two-hard = Two hard sessions in a row, so a light week: two sets of each.
why-deload-sore = Still sore after three days, so a light week: two sets of each.
why-deload-tired = After an illness or poor sleep a light week helps more: two sets of each.
why-deload-big-week = Your biggest running week yet, so strength is light: two sets of each.
why-gap = You have had a break, so we start a little below where you were.
why-restart = More than four weeks off: we begin again as in week one, and build up from there.
why-ill = First sessions after being ill: short and easy. They grow again once you feel well the morning after.
why-race = Your race is near: less strength now, so that the legs are fresh.
why-after-race = First session after the race: one easy set of each.
why-sore = Sore muscles: one set less today, and only as far as it feels fine.
why-rest-sore = That sore, rest is the better training today. An easy walk is fine.
why-short = The short version: two sets of what matters most. It counts as a session.
why-gentle = A gentle start: two sets of each in the first two weeks.
