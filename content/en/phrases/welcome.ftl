### Welcome and the screens that settings use too: safety, kit, week, hour, zone.

welcome = Hello { $name }. I am <b>Strongstride</b>: short strength sessions that keep runners strong, on the days that suit your running. One question about safety, then three short screens.
welcome-there = there
welcome-back = Good to see you again. Two or three screens are still open.
welcome-open = Good to see you again. Your workout is open; this set is next:
welcome-known = Good to see you again. Next strength day: <b>{ $next }</b>. /today starts a session, /week shows the plan, and you can ask me anything about the muscles of running.

## Safety (brief 5.1)

safety-screen =
    <b>Before anything else.</b> Does any of these apply to you?
    • a doctor has told you of a heart condition or high blood pressure
    • chest pain, at rest or with effort
    • fainting or dizzy spells
    • medicine for your heart or blood pressure
    • a bone, joint or back problem that exercise could make worse
    • pregnant, or a birth not long ago
    • recent surgery
    • over 69 and not used to exercise
    Under 16? Then train only with a parent's agreement and a qualified coach.
button-none-apply = None of these
button-one-applies = One applies
button-safety-again = Answer again
safety-one-applies = Thank you for saying so. Please <b>check with a doctor first</b>. Until then I answer questions about running muscles and exercises, and plan no workouts. When you have the go-ahead, answer again.
safety-information-only = You told me that something on the safety list applies. Please <b>check with a doctor first</b>; until then I give information only, no workouts.
safety-clear-known = Noted. Your week is as it was. Ready when you are.

## Kit

kit-ask =
    <b>{ $step ->
        [0] Kit.
       *[other] { $step } of 3 · Kit.
    }</b> What do you train with?
button-kit-none = Just me
button-kit-dumbbells = Dumbbells
kit-kept-none = Bodyweight it is.
kit-kept-dumbbells = Dumbbells it is. Which do you have? Write them in kilograms or pounds, for example <b>4, 6 and 8 kg</b>.
weights-ask = One more thing, if you like: which dumbbells do you have? For example <b>4, 6 and 8 kg</b>. Without an answer I pick cautious weights.
weights-kept = Noted: { $weights }.

## The week

week-ask =
    <b>{ $step ->
        [0] Your running week.
       *[other] { $step } of 3 · Your running week.
    }</b> Tap a day to change it, pick a preset, or type it from Monday, like <code>R E R H R R L</code> (R rest, E easy, H hard, L long, X race).
    { $days }
week-line = { $day }: { $kind }
button-day = { $day } { $kind }
mark-rest = 💤
mark-easy = 🙂
mark-hard = 🔥
mark-long = 🛣
mark-race = 🏁
button-preset-0 = 3 easy runs
button-preset-1 = Easy, speed, long
button-preset-2 = 4 runs
button-preset-3 = 5 runs
button-wanted =
    { $count ->
        [one] 1 strength day
       *[other] { $count } strength days
    }
button-wanted-on = ● { $count }
button-week-ok = This is my week
button-alternate = My weeks alternate
button-other-week = The other week
button-all-alike = All weeks alike
week-which = { $which ->
        [now] <b>This week</b>, and every other one:
       *[next] <b>Next week</b>, and every other one:
    }
button-edit-week = Change my week
button-why-days = Why these days?

## The hour

hour-ask =
    <b>{ $step ->
        [0] The hour.
       *[other] { $step } of 3 · The hour.
    }</b> When shall I remind you on strength days? Tap, or type a time like <b>7:30</b> or <b>6 pm</b>.
button-hour = { $time }
hour-kept = Reminders come at <b>{ $time }</b>.

## The plan and the zone

plan = { $lines }
plan-no-zone = No reminders come until I know your time zone.
zone-ask = Where are you, so that reminders come at the right time? Type a city, send your location, or tell me the time, like <b>it's 7:40 here</b>. I keep the time zone, not the place.
button-location = 📍 Send my location
zone-kept = Your time zone is <b>{ $zone }</b>; it is <b>{ $time }</b> there now.
zone-changed = Your time zone is now <b>{ $zone }</b>; it is <b>{ $time }</b> there. Not what you meant? The button takes you back.
zone-next = First reminder: <b>{ $when }</b>. You can start today if you like.
zone-unclear = I do not know a place called “{ $text }”. Try the nearest big city, send your location, or tell me the time where you are.
next-none = none planned yet

button-start-other = Start { $session }
button-short = Start 10-minute version
button-choice = { $choice }
start-old = That was { $day }'s. Start today's?
today-planned = <b>Strength today</b>: { $session }, about { $low }–{ $high } min.
today-moves-first = The first two weeks go without weights, so that the moves sit before load comes.
today-free = No strength is planned today (next: { $next }), but you can train if you like: { $session }, about { $low }–{ $high } min.
today-done = Today's strength is done. Next: <b>{ $next }</b>.
workout-goes-on-at = A workout is open. <b>{ $exercise }</b>, set { $set } of { $sets }: { $target }.
fail-how-many = That happens. How many did you get? A number counts as the set; or take it easier, or leave it out.
summary-next = Next strength day: <b>{ $next }</b>.
button-keep-change = Keep
button-later = Later
zone-change-ask = Are you in { $place } now? Then reminders can follow its clock. For a journey, say until when, as in "in { $place } until Friday".
