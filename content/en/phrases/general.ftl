### Words used everywhere: dates, times, weights, lists; help, and what is not understood as input.

moment = { $day }, { $time }
date = { $weekday } { $day } { $month }
time-am = { $hour }:{ $minute } am
time-pm = { $hour }:{ $minute } pm
weight-kg = { $number } kg
weight-lb = { $number } lb
list-more = { $head }, { $item }
list-last = { $head } and { $item }
lines = { $lines }

weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

button-topic = { $topic }
ask-menu = Ask in your own words, for example <b>what do calves do?</b> or <b>strength before a long run?</b> Or pick one:

## Help: one line a command, the same in the menu

help =
    <b>What I do</b>
    { $lines }

    In a workout: <b>done</b>, a number (<b>12</b>), a time (<b>45s</b>), <b>12 × 8 kg</b>, <b>skip</b>, <b>undo</b>, <b>that was 9</b>, <b>stop</b>. And at any moment: a question about a muscle, an exercise or your week.
help-line = /{ $command } · { $what }
command-start = Begin
command-today = Today's session
command-week = Your week
command-plan = Strength days and why
command-undo = Take the last set back
command-history = Past workouts
command-progress = Four weeks at a glance
command-ask = Ask about muscles and training
command-settings = Kit, week, hour and more
command-pause = No reminders for a while
command-stop = End the open workout
command-export = Your data as files
command-privacy = What I keep and why
command-delete = Erase everything
command-language = Change the language
command-help = What I can do
unknown-command = I do not know that command. /help lists what I do.
only-text = I can only read text so far. Type <b>done</b>, <b>12</b> or <b>45s</b>, or ask a question.
forwarded = That is a forwarded message, so I did not log it. If it is your set, press the done button or type it yourself.
not-private = I coach one person at a time, in a private chat. Write to me there.
no-text = I did not get any text.
