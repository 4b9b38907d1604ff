### Shaping a workout: kit, time, warm-up, soreness, pains kept in mind, add-ons, mending past workouts, why.

## Kit today

kit-today-none = No dumbbells today, then: bodyweight it is. Tomorrow everything is as before.
kit-today-dumbbells = Dumbbells today. Good.
kit-rebuilt-none = No dumbbells today: what is left goes on without them. What you did is saved.
kit-rebuilt-dumbbells = Dumbbells it is: today's session is the one with weights.

## Little time

short-now =
    { $sets ->
        [one] { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }: <b>one more set</b>, the most useful. It counts as a session.
       *[other] { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }: <b>{ $sets } more sets</b>, the most useful ones. It counts as a session.
    }
short-fits = { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    } are enough for all of it.

## Warm-up

button-warm-up = Warm-up, 5 min
warm-up =
    <b>Warm-up</b>, five minutes, not counted:
    { $lines }
    Skip it whenever you like. Then: set 1.
warm-up-1 = • 2 min brisk walk or easy jog on the spot
warm-up-2 = • 10 leg swings each side, holding on to something
warm-up-3 = • 10 slow half squats
warm-up-4 = • 10 arm circles and 10 hip circles each way

## Rest timer

rest-timer-off = No more rest timer. Take the rest you need; <b>rest timer on</b> or /settings brings it back.
rest-timer-on = The rest timer is on again, for every exercise.

## Soreness

sore-ask = How sore, from 0 to 10?
button-sore-low = 0–3
button-sore-mid = 4–6
button-sore-high = 7 or more
sore-fine = A little soreness is fine to train with; it usually eases once you move.
sore-less = Sore muscles: one set less of each today. Or wait a day, that is just as good.
button-start-lighter = Start, one set less
sore-long = Very bad muscle pain, or soreness with swelling, weakness or dark urine: go to an emergency department now. Sore for more than seven days: show it to a doctor or physio soon.

## Pains kept in mind

pain-note-ask = May I keep this pain in mind and ask about it next time? Only the exercise and how strong it was; /delete erases it.
button-pain-note-yes = Yes, ask me
button-pain-note-no = No
pain-note-yes = I will ask next time.
pain-note-no = Then I keep nothing of it.
pain-last-time = Last time { $exercise } hurt. How is it today?
button-relief-fine = Fine
button-relief-easier = Easier version
button-relief-out = Leave out
relief-fine = Good. { $exercise } stays as planned; stop as soon as it hurts.
relief-easier = { $exercise } comes in an easier version today.
relief-out = { $exercise } is left out today.

## Why

why-as-article = <b>{ $exercise }</b> is as in the article: { $sets } { $sets ->
        [one] set
       *[other] sets
    }, the same for everybody to begin with. It changes when your sets do.
why-as-ours = <b>{ $exercise }</b> is our own idea, not the article's.
why-light = This day is a light one: fewer sets, so that the runs around it stay good.
why-swap = You swapped <b>{ $exercise }</b> in for today.
why-swapped = You swapped { $exercise } out.
why-skipped = You left { $exercise } out.
why-easier = You took the easier version of <b>{ $exercise }</b> today. Its aim for next time stays where it was.
why-pain = { $exercise } is left out because it hurt.
why-kit = <b>{ $exercise }</b> stands in because there are no dumbbells today.

## Muscles of an exercise

answer-exercise-muscles =
    { $main ->
        [none] <b>{ $exercise }</b> has none of the six running muscle groups as its main target. { $helper ->
            [none] { "" }
           *[other] It helps train { $helper }.
        }
       *[other] <b>{ $exercise }</b> mainly trains { $main }. { $helper ->
            [none] { "" }
           *[other] It also works { $helper }.
        }
    }

answer-exercise-why =
    { $muscles }
    <b>{ $muscle }:</b> { $does }
muscle-quadriceps = quads
muscle-glutes = glutes
muscle-hip-flexors = hip flexors
muscle-calves = calves
muscle-core = core
muscle-hamstrings = hamstrings

## Add-ons

button-addon = Add { $exercise }
addon-added = { $exercise } follows your sessions from now on. Our idea, not the article's; /settings takes it out again.
settings-addons = Add-ons
addons = Exercises of ours behind your sessions. Tap one to take it out:
addons-none = No add-ons. Ask me about calves or hip flexors, and I offer one.
button-addon-out = Take out { $exercise }
addon-removed = { $exercise } is out again.
addon-now = { $exercise } is in, today as well.

## Mending a past workout

button-mend = Correct a set
mend-which = Which exercise?
button-mend-exercise = { $exercise }
mend-set = <b>{ $exercise }</b>. Which set?
button-mend-set = { $set }: { $did }
mend-how = { $exercise } { $set } was { $did }. What should it be? For example <b>9</b>, or <b>9 × 12 kg</b>.
button-mend-remove = Remove this set
mended = { $exercise } { $set } is now <b>{ $did }</b>. Next time's aims follow.
mend-removed = { $exercise } { $set } ({ $did }) is gone. Next time's aims follow.
mend-unclear = I need a number there, like <b>9</b> or <b>9 × 12 kg</b>. Nothing was changed.
