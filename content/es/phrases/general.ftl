### Palabras de todas partes: fechas, horas, pesos, listas; ayuda, y lo que no se entiende.

moment = { $day }, { $time }
date = { $weekday } { $day } de { $month }
time-am = { $hour }:{ $minute } am
time-pm = { $hour }:{ $minute } pm
weight-kg = { $number } kg
weight-lb = { $number } lb
list-more = { $head }, { $item }
list-last = { $head } y { $item }
lines = { $lines }

weekday-0 = lunes
weekday-1 = martes
weekday-2 = miércoles
weekday-3 = jueves
weekday-4 = viernes
weekday-5 = sábado
weekday-6 = domingo
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

button-topic = { $topic }
ask-menu = Pregunta con tus palabras, por ejemplo <b>¿qué hacen los gemelos?</b> o <b>¿fuerza antes de la tirada larga?</b> O elige:

## Ayuda: una línea por comando, la misma que en el menú

help =
    <b>Qué hago</b>
    { $lines }

    En un entreno: <b>hecho</b>, un número (<b>12</b>), un tiempo (<b>45s</b>), <b>12 × 8 kg</b>, <b>saltar</b>, <b>deshacer</b>, <b>eran 9</b>, <b>parar</b>. Y cuando quieras: una pregunta sobre un músculo, un ejercicio o tu semana.
help-line = /{ $command } · { $what }
command-start = Empezar
command-today = La sesión de hoy
command-week = Tu semana
command-plan = Días de fuerza y por qué
command-undo = Quitar la última serie
command-history = Entrenos pasados
command-progress = Cuatro semanas de un vistazo
command-ask = Preguntar por músculos y entreno
command-settings = Material, semana, hora y más
command-pause = Sin avisos por un tiempo
command-stop = Cerrar el entreno abierto
command-export = Tus datos en archivos
command-privacy = Qué guardo y por qué
command-delete = Borrarlo todo
command-language = Cambiar el idioma
command-help = Qué sé hacer
unknown-command = No conozco ese comando. /help dice lo que hago.
only-text = Por ahora solo leo texto. Escribe <b>hecho</b>, <b>12</b> o <b>45s</b>, o pregunta algo.
forwarded = Es un mensaje reenviado, así que no lo apunté. Si es tu serie, pulsa el botón o escríbela tú.
not-private = Entreno a una persona cada vez, en un chat privado. Escríbeme allí.
no-text = No me llegó ningún texto.
