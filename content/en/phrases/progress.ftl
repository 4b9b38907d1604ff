### History and progress.

history =
    <b>Your last workouts</b>
    { $lines }
history-empty = No workouts yet. /today starts the first one.
history-line =
    { $sets ->
        [one] { $date }: { $session }, one set
       *[other] { $date }: { $session }, { $sets } sets
    }
history-line-open =
    { $sets ->
        [one] { $date }: { $session }, one set so far
       *[other] { $date }: { $session }, { $sets } sets so far
    }
history-one =
    <b>{ $date }</b> · { $session }
    { $lines }
history-exercise = { $exercise }: { $did }
button-workout = { $date }
button-older = Older
progress =
    <b>The last four weeks</b>, oldest first: { $weeks } sets a week.
    { $workouts ->
        [one] One workout
       *[other] { $workouts } workouts
    }, { $sets } { $sets ->
        [one] set
       *[other] sets
    } in all. Most trained: { $most }; least: { $least }.
change-keep = Kept. { $exercise } changes next time.
change-later = Later, then. { $exercise } stays as it is for two weeks.
why-nothing = Nothing has changed yet. After a workout or two I adjust one thing at a time, and tell you why.
progress-empty = Nothing to show yet. After your first workout this is where your numbers stand.

## Charts

chart = { $caption }
button-chart-sets = Sets per week
button-chart-calendar = Training days
button-chart-exercise = { $exercise }
