### Shaping a workout: what is never wanted, a light week, what comes after the ladder, a reminder asked for.

banned-later = <b>{ $new }</b> comes in its place today.
why-banned = This stands where an exercise was that you never want.

## A light week

deload-ask = Shall this be a light week, until Sunday?
deload-on = So this week is light, until Sunday. <b>Later</b> trains as planned.
button-light-keep = Keep it light
button-light-later = Later
deload-kept = A light week, until Sunday: two sets of each, same moves, plenty left at the end. Then on as before.
deload-refused = As planned, then. I bring up no light week for two weeks, unless you do.

## A reminder asked for

promised = I will remind you on { $when }.
promised-today = I will remind you at <b>{ $time }</b>.
promised-in = I will remind you in <b>{ $minutes }</b> { $minutes ->
    [one] minute
   *[other] minutes
 }.
promise-zone = For that I need to know your clock.
promise-when = When shall that be? For example <b>remind me in 2 hours</b>, or <b>remind me tomorrow at 7</b>.
promise-off = Then I leave it.
promise-now = You asked me to remind you: <b>{ $session }</b>. Shall we?
promise-open = You asked me to remind you: your workout is still open.
button-promise-off = Cancel it

## The length of a race

race-how-long = How long is the race? The days after it that stay free depend on that.
button-race-short = up to 10 km
button-race-half = half
button-race-long = marathon or more
race-length-kept = Noted. The three days before and the <b>{ $days }</b> { $days ->
    [one] day
   *[other] days
 } after stay free of strength.

## The top of a ladder

change-exercise-top = <b>{ $exercise }</b>: the top of its ladder, with some to spare. What comes next is weight (a packed rucksack, or dumbbells by /settings) or another exercise by <b>Swap</b>. Until then it stays as it is, slow and clean: that keeps what you have.
change-exercise-top-hold = <b>{ $exercise }</b>: the top of its ladder, with some to spare. Longer holds bring little more; what comes next is another exercise by <b>Swap</b>. Until then it stays as it is: that keeps what you have.
change-exercise-top-weight = <b>{ $exercise }</b>: { $was_kg } has become easy, and nothing harder is left with it. What comes next is { $kg }; tell me once you have it. Until then it stays as it is, slow and clean: that keeps what you have.
