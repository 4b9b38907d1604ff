### Answers to the coach's own questions, a workout that is held, and short words that are no set.

## Pain: the question is open

pain-open-level = Nothing is logged while { $exercise } hurts. First: how strong is it now, from 0 to 10?
pain-open-kind = Nothing is logged yet. Is it sharp or sudden, does the joint give way or swell, or is it numb? <b>yes</b> or <b>no</b>.
pain-open-choose = { $exercise } is stopped because it hurt, so I log nothing for it. What next?

## A workout that is held

held-ask = You told me about a warning sign that has to be looked at. Nothing is logged. Go on <b>only if a professional said it is fine</b>.
held-ask-soon = You told me about something that should be looked at in the next days. Nothing is logged. Go on only if it does not hurt and a professional said it is fine.
button-held-go = They said it is fine: go on
held-kept = Good decision. The workout rests; it closes by itself, and what you did is saved.

## Yes or no

much-ask = <b>{ $count }</b>? That is a lot for { $exercise }. Log it?
button-much-yes = Yes, { $count }
button-much-no = No
much-no = Nothing was logged. How many was it?
erase-how = To be sure: type <b>delete</b>, or press the button. Nothing is erased yet.

## Words that are no set

rest-longer = { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    } more rest.
rest-none = No rest is running. The next set is yours whenever you are ready.
rest-ended = Go!
effort-noted = Noted: { $exercise } was { $effort ->
    [easy] easy
    [hard] too hard
   *[right] right
 }. Next time's aim follows.
effort-later = Good to know. Tell me again after the last set of { $exercise }; that is when I change the aim. For a set, reply <b>done</b>.
no-weight = { $exercise } counts without weight, so { $kg } is not logged. How many was it?
hold-cancelled = The hold is off; nothing was logged.
edit-nothing = That edit changes nothing; { $exercise } { $set } stays { $did }.
screen-first = One question comes before everything else:
zone-guess = I am not sure about “{ $text }”. Is this your clock? If not, type the nearest big city or send your location.

## A workout of the week that is only begun

week-day-begun = { $day }: { $kind } · ◐ strength begun
week-day-begun-today = <b>{ $day }: { $kind } · ◐ strength begun</b> (today)

## Said in the middle of a set
fell = <b>Are you hurt?</b> A blow to the head with confusion, sickness or a bad headache, or a leg that will not carry you: call { $number }. Anything else that hurts: stop, and tell me where. Nothing is logged.
button-fell-hurts = It hurts
button-fell-fine = I am fine, go on
timer-skipped = The timer is off, this once.
timer-none = No timer is running.
mid-feeling = I believe you. Take the time you need; the next set waits.
mid-boring = Fair. Another exercise for the same muscles is one tap away.
set-skipped = One set of { $exercise } left out: now set { $set } of { $sets }.
mid-position = { $exercise }, set { $set } of { $sets }. { $left ->
    [one] One set
   *[other] { $left } sets
} to go, about { $minutes } min; { $gone } min so far.
mid-hurts-button = <b>Hurts</b> stops this exercise and asks two short questions: how strong, and whether it is sharp. Then you choose: easier, another exercise, or leave it out. Nothing is logged meanwhile.
weight-left-out = { $exercise } counts without weight, so { $kg } is not kept.
without-today = Today without { $exercise }.

## A pain with no workout under way
ache-ask = Sorry to hear that. How strong is it now, from 0 to 10, and since when? What it comes from I cannot tell. If it is sharp, swollen or numb, gives way, or you cannot stand on it: no training with it, and have it looked at.
ache-low = Up to 3 and dull is usually fine to train with: watch it, and stop what makes it grow or makes you limp. Worse tomorrow morning means a step easier. Beyond two weeks, or back on every run: a doctor or physio.
ache-mid = At 4 or 5 do only what does not raise it: easier versions, less depth, a set less. It has to be back to normal the next morning, else leave it out. Beyond two weeks, or back on every run: a doctor or physio.
ache-high = Then leave out everything that brings it. If you limp or cannot stand on it, if it swells, locks or gets worse: see a doctor today. If it does not ease within days: a doctor or physio.
ache-better = Good to hear. Come back gently: start with what does not hurt, and if it returns, tell me.
