### A workout: the card, the line after each set, rest, holds, undo, stop and the summary.

## The done button. Its text names the set, and others rely on it.

button-done = ✅ Done · { $exercise } { $set }

## The card: at most six lines

figure = { $exercise }
card = { $lines }
card-head = <b>{ $exercise }</b> · set <b>{ $set }</b> of { $sets }
card-target = { $target }
card-last = Last time { $last }
card-rung = <i>{ $rung }</i>
card-cue = { $cue }
card-foot = { $bar } { $done }/{ $total } · next: { $next }
card-foot-last = { $bar } { $done }/{ $total } · the last exercise
card-foot-rest = { $bar } { $done }/{ $total } · rest { $seconds } s
card-foot-ready = { $bar } { $done }/{ $total } · get into position for <b>{ $seconds } s</b>
card-foot-hold = { $bar } { $done }/{ $total } · <b>{ $seconds } s</b> to go

target-reps = <b>{ $low }</b> { $low ->
        [one] rep
       *[other] reps
    }
target-range = <b>{ $low }–{ $high }</b> reps
target-seconds = hold <b>{ $low } s</b>
target-reps-total = <b>{ $low }</b> { $low ->
        [one] rep
       *[other] reps
    }, both sides together
target-range-total = <b>{ $low }–{ $high }</b> reps, both sides together
target-reps-each = <b>{ $low }</b> { $low ->
        [one] rep
       *[other] reps
    } each side
target-range-each = <b>{ $low }–{ $high }</b> reps each side
target-with-weight = { $target } with <b>{ $kg }</b>

did-reps = { $count }
did-reps-sides = { $left } left, { $right } right
did-seconds = { $count } s
did-seconds-sides = { $left } s left, { $right } s right
did-weight = { $did } × { $kg }

button-plus = +15 s
button-go = Go now
button-rest-off = No rest timer
button-hold = Start { $seconds } s
button-down = I'm down
button-skip = Skip
button-swap = Swap
button-how = Show me
button-hurts = Hurts
button-stop = Stop
button-effort-easy = { $exercise }: easy
button-effort-right = right
button-effort-hard = too hard
button-start = Start
button-start-again = Start another
button-undo = Undo

## Opening

workout-begins =
    { $sets ->
        [one] <b>One set</b> in all. Reply <b>done</b> after it.
       *[other] <b>{ $sets } sets</b> in all, { $exercise } first. Warm up for five minutes if you can, then reply <b>done</b> after each set.
    }

## The line after a set

line = { $lines }
line-done = { $exercise } { $set }: <b>{ $did }</b>
line-done-many =
    { $many ->
        [one] { $exercise } { $set }: <b>{ $did }</b>
       *[other] { $exercise }: <b>{ $many } sets</b> saved, the last <b>{ $did }</b>
    }
line-down = <b>And down.</b> { $lines }
line-typo = I read that as done. Reply <b>undo</b> if it was not.
line-rest = rest { $rest } s, then set { $set }
line-rest-new = rest { $rest } s, then { $exercise }
line-next = now set { $set }
line-next-new = now { $exercise }

same-set = <b>{ $exercise }</b>, set { $set } of { $sets } is still open: { $target }.
rest-over = <b>Set { $set } of { $sets }.</b> { $exercise }, { $target }.
hold-over = <b>And down.</b> Next: { $exercise }, set { $set } of { $sets }, { $target }.
toast-hold = Get into position
toast-plus = 15 seconds more
toast-go = Go!
toast-rest-off = No rest timer for this exercise
toast-effort = Noted
toast-stale = This button is no longer valid.

set-already-logged = { $exercise } { $set } is already logged. Now: { $due } { $due-set }.
message-already-logged = That message is logged already. <b>{ $exercise }</b>, set { $set } of { $sets } is due: { $target }.
set-not-due = { $exercise } { $set } is not due yet. Now: { $due } { $due-set }.
all-sets-done = Every set of this workout is done.
no-workout = No workout is open. Start today's?
ask-another = Done twice within two seconds. Log another set?
button-another-yes = Yes, log it
button-another-no = No, that was one
another-dropped = Fine, one set it is.

## Skip, undo, correct

skipped = { $exercise } left out. Next: <b>{ $next }</b>.
skipped-last = { $exercise } left out.
skip-nothing = There is nothing left to skip.
undone = Taken back: { $exercise } { $set } ({ $did }). Now: <b>{ $due } { $due-set }</b>.
undone-closed = Taken back: { $exercise } { $set } ({ $did }). The workout stays closed.
unskipped = { $exercise } is back in. Now: <b>{ $due } { $due-set }</b>.
unskipped-closed = { $exercise } is back in.
undo-nothing = There is no set to take back.
corrected = { $exercise } { $set } is now <b>{ $did }</b>.

## Stop, pause, close

stop-ask = Stop here? <b>{ $done } of { $total }</b> sets are saved either way.
button-end = End workout
button-keep = Keep going
stopped =
    { $sets ->
        [0] Closed. Nothing was logged, and that is fine.
        [one] Closed with <b>one set</b> saved. The next aim builds on it.
       *[other] Closed with <b>{ $sets } sets</b> saved. The next aims build on them.
    }
paused = Paused. Your place is kept; reply <b>done</b> or press the button when you are back.
resumed = On we go: <b>{ $exercise }</b>, set { $set } of { $sets }: { $target }.
stale-ask = Your workout is still open at { $exercise }, set { $set }. Go on, or close it?
closed-by-itself =
    { $sets ->
        [0] I closed the workout that stood open; nothing was logged in it.
        [one] I closed the workout that stood open: <b>one set</b>, { $minutes } min.
       *[other] I closed the workout that stood open: <b>{ $sets } sets</b>, { $minutes } min.
    }

summary = { $lines }
summary-head =
    { $sets ->
        [one] <b>Done.</b> One set in { $minutes } min.
       *[other] <b>Done.</b> { $sets } sets in { $minutes } min.
    }
summary-head-short =
    { $sets ->
        [one] One set in { $minutes } min.
       *[other] { $sets } sets in { $minutes } min.
    }
summary-week = <b>{ $done } of { $wanted }</b> this week.
button-why = Why?

## Pain

pain-where = Stopped { $exercise }. How strong is it now, from 0 to 10?
button-pain-low = 0–3
button-pain-mid = 4–5
button-pain-high = 6 or more
pain-kind = Is it sharp or sudden, does the joint give way or swell, or do you feel numbness?
button-pain-sharp = Yes, one of these
button-pain-dull = No, none
pain-stop = Then this exercise is over for today, and so is anything that brings the same pain. A joint that locks or swells, or a leg that you cannot stand on: see a doctor today. A joint that gives way, or numbness: within days. Other pain that lasts two weeks or returns on every run: a doctor or physio.
pain-mild = Up to 3 and not growing is usually fine to watch. At 4 or 5 take the easier version or leave it out, and stop if it grows. Compare tomorrow morning: worse than before means a step easier next time; if it stays, have it looked at.
button-pain-easier = Easier version
button-pain-swap = Another exercise
button-pain-leave = Leave it out
button-pain-end = End workout
pain-easier = { $exercise }, an easier version: { $rung }
swapped = { $old } is out, <b>{ $new }</b> is in.
swap-which = What shall it be instead of { $exercise }?
swap-none = I have no other exercise for that today. Skip it?
banned = { $exercise } is off your list. /settings brings it back.
button-exercise = { $exercise }
button-never = Never again
easier-none = There is no easier version of this one. Another exercise, or leave it out?
how =
    <b>{ $exercise }</b>
    { $start }
    { $cues }
    Common mistake: { $mistake }
    Breathing: { $breathing }
how-cue = • { $cue }

## Told afterwards

told =
    Logged for <b>{ $date }</b>:
    { $lines }
told-future = That day is still to come. I log what was done.
told-undone = Taken back; nothing of it is logged.
