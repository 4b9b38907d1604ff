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
button-change = { $change }
change-taken-back = Taken back; your week is as it was. Next strength day: <b>{ $next }</b>.
