### The week: days, reasons, changes, zones, hours and reminders.

## Names of days and of what a day holds

plan-day-0 = Monday
plan-day-1 = Tuesday
plan-day-2 = Wednesday
plan-day-3 = Thursday
plan-day-4 = Friday
plan-day-5 = Saturday
plan-day-6 = Sunday
plan-day-short-0 = Mon
plan-day-short-1 = Tue
plan-day-short-2 = Wed
plan-day-short-3 = Thu
plan-day-short-4 = Fri
plan-day-short-5 = Sat
plan-day-short-6 = Sun
plan-kind-rest = rest
plan-kind-easy = easy run
plan-kind-hard = hard run
plan-kind-long = long run
plan-kind-race = race

## Why a day was chosen: the base row

why-day-easy-rest-tomorrow = <b>{ $day }</b>: an easy run with a rest day after it. Your legs get to recover straight away.
why-day-easy-rest-yesterday = <b>{ $day }</b>: an easy run, and you come to it fresh from a rest day.
why-day-free-rest-tomorrow = <b>{ $day }</b>: no run that day, and the next day stays free too.
why-day-free-rest-yesterday = <b>{ $day }</b>: no run that day, and the day before it stays free.
why-day-easy-only = <b>{ $day }</b>: no rest day beside it, so it goes after an easy run, the second-best place.
why-day-hard-rest-tomorrow = <b>{ $day }</b>: the day before your rest day. Do the hard run first, strength six hours later or more.
why-day-hard-easy-tomorrow = <b>{ $day }</b>: the best place left: hours after the hard run, so your easy days stay easy. That is our coaching rule.
why-day-free-single = <b>{ $day }</b>: no running day suits strength here, so I use one free day. Another stays completely free.
why-day-by-hand = <b>{ $day }</b>: you picked this day yourself.

why-day-moved = <b>{ $day }</b>: moved here from { $other }.
why-day-instead = <b>{ $day }</b>: takes the place of { $other }, with at least one day between strength days.
why-day-but-long = It is your long run's day, so keep it short and do it hours after the run.
why-day-but-only-rest = It is your only rest day; a full day off would do you good.
why-day-but-novice-hard = You are new to strength and run hard that day: run first, and keep it light.
why-day-but-hard-before-hard = You run hard that day and again the next; both may suffer.
why-day-but-race-week-hard = It is race week and a hard day; leaving it out is fine.
why-day-but-race-week-free = It is race week; leaving it out is fine.

## Why a day was not chosen

why-day-long = <b>{ $day }</b>: the long run is enough for one day.
why-day-race = <b>{ $day }</b>: race day.
why-day-near-race = <b>{ $day }</b>: too near the race. The three days before it and two to seven after, by its length, stay free of strength.
why-day-only-rest = <b>{ $day }</b>: your only rest day. It stays free.
why-day-novice-hard = <b>{ $day }</b>: in your first weeks of strength, hard running days stay for running.
why-day-hard-before-hard = <b>{ $day }</b>: a hard run with another demanding run the next day; no room for strength.
why-day-race-week-hard = <b>{ $day }</b>: no strength on a hard day in race week.
why-day-race-week-free = <b>{ $day }</b>: in race week a single free day stays free.
why-day-blocked = <b>{ $day }</b>: not available.
why-day-closed-paused = <b>{ $day }</b>: coaching is paused.
why-day-closed-away = <b>{ $day }</b>: you are away.
why-day-closed-ill = <b>{ $day }</b>: you are ill. Rest comes first.
why-day-closed-just-well = <b>{ $day }</b>: just well again; one day free before strength starts over.
why-day-closed-race = <b>{ $day }</b>: too near the race. The three days before it and two to seven after, by its length, stay free of strength.
why-day-too-low = <b>{ $day }</b>: { $reason }
why-day-too-close = <b>{ $day }</b>: too close to { $other }. At least one day lies between two strength days.
why-day-last-rest = <b>{ $day }</b>: then no rest day would stay free.
why-day-good-too = <b>{ $day }</b>: a fair day as well; the chosen ones sit better together.
why-day-before-hard = a hard run comes the next day.
why-day-before-long = the long run comes the next day.
why-day-low = the days around it suit strength less.

## What goes with a chosen day

why-day-light-hard = A hard run follows, so this one is light.
why-day-light-long = The long run follows, so this one is light.
why-day-light-race = It is race week, so this one is light.
why-day-taper = The race is near: two sets are enough now.
why-day-after-race = The first one after the race: one set, easy.
why-day-after-ill-1 = The first one after being ill: one easy set of each.
why-day-after-ill-2 = The second one after being ill: two sets.

## About the whole week

plan-days = <b>Strength on { $days }.</b>
plan-none = I plan no strength this week: no day is left that would suit it.
plan-fewer-1 = I found only one good day this week; a second would cost you quality or recovery. One a week keeps what you have.
plan-fewer-2 = I found two good days this week; a third would cost you quality or recovery. Two are enough.
plan-race-week = Race week: one light session at most, and leaving it out is fine too.
plan-no-rest-day = A week without a rest day carries its own risk.
plan-suggest-rest = If you made { $day } a rest day, strength would fit on { $days }. Only if you like.
plan-suggest-easy = If { $day } were an easy run, strength would fit on { $days }. Only if you like.
plan-suggest-rest-none = Make { $day } a rest day and I will look again.
plan-two-eased = Easing two days ({ $first } an easy run, { $second } free) would make room for a good session on { $days }.
plan-three-novice = Three a week is the ceiling. New to strength? Two are plenty to begin with.

## Typed weeks that I cannot read

plan-typed-letters = A week is seven letters from Monday to Sunday: R rest, E easy, H hard, L long, X race. For example: R E R H R R L
plan-typed-count = I need seven days, Monday to Sunday, and counted { $count }.
plan-typed-wanted = Strength comes on one, two or three days a week.

## Hours and zones

hour-which = Is that in the morning or in the evening, or another minute? Tap the time you mean.
hour-choice = { $time }
hour-none = “{ $text }” is no time of day that I know. Try <b>7:30</b>, <b>19:00</b> or <b>7 pm</b>.
hour-shifted = On { $day } the clocks skip { $time }; that day I come at <b>{ $really }</b>.
zone-which = More than one place fits “{ $text }”. Which is yours?
zone-offset = “{ $text }” alone does not tell me when your clocks change for summer. Which of these is nearest to you? Or type your city.
zone-no-offset = No place on earth fits “{ $text }” right now. Type the nearest big city, or send your location.
zone-unknown = I know no time zone “{ $text }”. Type the nearest big city, or send your location.
zone-clock = These places have that time right now. Which is yours? Or type your city.
zone-travel = Somewhere else for now? Tap, and reminders follow your clock there through <b>{ $date }</b>. Otherwise everything stays as it is.
zone-travelling = Through <b>{ $date }</b>; then I ask whether you are home.
zone-home-again = Home again? Then reminders follow the clock in { $place }.
button-zone-back = Back to { $place }
button-zone-stay = Stay with { $place }
zone-choice = { $place } · { $time }

## What was understood of a change of the week

change-said-set = Noted for { $days }.
change-said-set-lasting = Noted for every { $days } from now on.
change-said-swap = { $day } and { $other } change places.
change-said-swap-lasting = { $day } and { $other } change places, every week.
change-said-pattern = Your week is new: { $week }.
change-said-alternate = This week { $this }, next week { $following }, and so on.
change-said-wanted-1 = One strength day a week from now on.
change-said-wanted-2 = Two strength days a week from now on.
change-said-wanted-3 = Three strength days a week from now on.
change-said-away = Away from { $first } through { $last }. No reminders on those days.
change-said-ill = Ill from { $first } through { $last }. No strength on those days, and the first two sessions after it are short.
change-said-ill-open = Ill since { $first }. Rest; no reminders come. Tell me when you are well again. With fever, chest symptoms or body aches, no training at all.
change-said-back = Welcome back. The plan goes on from { $day }.
change-said-well = Good to hear. { $day } stays free, then one easy set of each to begin with.
change-said-race = Your race is on { $day }. Fewer sets in the two weeks before, and no strength in the last three days.
change-said-no-race = The race is off the plan.
change-said-days = Strength on { $days }, as you chose.
change-said-days-ours = I choose the strength days again.
change-said-move = Strength moves from { $day } to { $other }.
change-said-skip = No strength on { $days }.
change-said-reset = Back to your usual week.

## What differs then

change-run = { $day }: { $was } → <b>{ $now }</b>
change-strength-no-room = Your running week leaves no room for more, so the days stay as they are until it does; /plan tells why.
change-strength-same = Your strength days stay as they are.
change-strength-moves = Strength: { $gone } → <b>{ $come }</b>
change-strength-comes = Strength now also on <b>{ $days }</b>.
change-strength-goes = No strength on { $days }.
change-strength-lighter = Strength stays, but light on { $days }.

## Asked back

change-ask-meant = Did you mean this?
change-ask-date = Which day is that?
change-ask-alternate = Weeks that alternate? Type fourteen letters from Monday: this week's seven, then next week's. For example: <code>R E R H R R L R E R E R R L</code>
change-ask-which-week = Which of these? They go by turns.
change-ask-race-date = On which day is the race? Like <b>race on 14 March</b>.
change-ask-until = Until when? Like <b>away until the 5th</b> or <b>away for 10 days</b>.
change-ask-wanted = Strength comes on one, two or three days a week. How many shall it be?
change-ask-run-days = Which days do you run? Seven letters from Monday to Sunday tell me: R rest, E easy, H hard, L long. For example: R E R H R R L
change-ask-days = Which days suit you for strength? Like <b>strength on Monday and Thursday</b>; or say <b>you pick</b>.
change-ask-swap = Which two days shall change places? Like <b>swap Tuesday and Thursday</b>.
change-ask-kind = What kind of run is it on { $day }?
change-nothing = That is how it stands already.
