### The week and the plan as they are shown. (The words of planning itself are in plan.ftl.)

week =
    <b>This week</b> · strength { $done } of { $wanted }
    { $lines }
week-day = { $day }: { $kind }
week-day-today = <b>{ $day }: { $kind }</b> (today)
week-day-planned = { $day }: { $kind } · 💪 strength
week-day-planned-today = <b>{ $day }: { $kind } · 💪 strength</b> (today)
week-day-done = { $day }: { $kind } · ✅ strength done
week-day-done-today = <b>{ $day }: { $kind } · ✅ strength done</b> (today)
week-day-missed = { $day }: { $kind } · strength not done
week-day-missed-today = <b>{ $day }: { $kind }</b> (today)
week-day-skipped = { $day }: { $kind } · strength left out
week-day-skipped-today = <b>{ $day }: { $kind } · strength left out</b> (today)
week-day-moved = { $day }: { $kind } · strength moved
week-day-moved-today = <b>{ $day }: { $kind } · strength moved</b> (today)
plan-date = <b>{ $date }</b> · { $session }. { $why }
button-take-back = Take it back
button-suggest-rest = Make { $day } a rest day?
button-suggest-easy = Make { $day } an easy run?
button-by-hand = Choose days myself
button-picked = ● { $day }
button-not-picked = ○ { $day }
button-hand-keep = Use these days
button-hand-ours = You pick
hand-ask =
    <b>Which days for strength?</b> Tap up to three. Here is what your choice means:
    { $lines }
hand-no-rest = Then no rest day stays completely free; a full day off each week would do you good.
hand-weekend = Sunday and Monday are neighbours: one of the two gives way each week.
hand-too-many = <b>{ $day }</b>: one too many; strength comes three times a week at most, and once in race week.
hand-ours = My own choice would be { $days }.
week-missed = { $day }'s session was not done. It stays out; nothing is added up.
week-following = Your weeks alternate. Next week: { $week }
button-change = { $change }
change-taken-back = Taken back; your week is as it was. Next strength day: <b>{ $next }</b>.
