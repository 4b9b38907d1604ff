### Holds: the countdown, each side with its name, the change of sides.

card-foot-half = { $bar } { $done }/{ $total } · left { $held } s held, now the <b>right</b> side
card-foot-ready-side = { $bar } { $done }/{ $total } · get into position, <b>{ $side }</b> side, <b>{ $seconds } s</b>
card-foot-hold-side = { $bar } { $done }/{ $total } · <b>{ $side } { $seconds } s</b> to go
side-left = left
side-right = right
target-seconds-each = hold <b>{ $low } s</b> each side
button-hold-right = Start right { $seconds } s
hold-switch = Left: <b>{ $held } s</b>. <b>Switch sides</b>, the { $side } one starts in { $seconds } s.
hold-other-side = Left: <b>{ $held } s</b>, noted. The <b>{ $side }</b> side still comes, in { $seconds } s. Held both already? Send them, like <b>15/15</b>.
hold-begins = Into position: it counts in { $seconds } s.
