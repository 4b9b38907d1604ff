### Aguantar: la cuenta atrás, cada lado con su nombre, el cambio de lado.

card-foot-half = { $bar } { $done }/{ $total } · izquierda { $held } s, ahora la <b>derecha</b>
card-foot-ready-side = { $bar } { $done }/{ $total } · colócate, lado <b>{ $side }</b>, <b>{ $seconds } s</b>
card-foot-hold-side = { $bar } { $done }/{ $total } · lado { $side }, quedan <b>{ $seconds } s</b>
side-left = izquierdo
side-right = derecho
target-seconds-each = aguanta <b>{ $low } s</b> por lado
button-hold-right = Empezar derecha { $seconds } s
hold-switch = Izquierda: <b>{ $held } s</b>. <b>Cambia de lado</b>: el { $side } empieza en { $seconds } s.
hold-other-side = Izquierda: <b>{ $held } s</b>, apuntado. Falta el lado <b>{ $side }</b>, en { $seconds } s. ¿Ya hiciste los dos? Mándalos, así: <b>15/15</b>.
hold-begins = Colócate: la cuenta empieza en { $seconds } s.
