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
