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
