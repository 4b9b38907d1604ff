### Bienvenida y las pantallas que también usan los ajustes: seguridad, material, semana, hora, zona.

welcome = Hola, { $name }. Soy <b>Strongstride</b>: sesiones cortas de fuerza para corredores, en los días que van bien con lo que corres. Una pregunta de seguridad y luego tres pantallas cortas.
welcome-there = qué tal
welcome-back = Qué bien verte otra vez. Quedan dos o tres pantallas.
welcome-open = Qué bien verte otra vez. Tu entreno está abierto; ahora toca:
welcome-known = Qué bien verte otra vez. Próximo día de fuerza: <b>{ $next }</b>. /today empieza una sesión, /week muestra el plan, y puedes preguntarme lo que quieras sobre los músculos del corredor.

safety-screen =
    <b>Antes de nada.</b> ¿Te pasa algo de esto?
    • un médico te ha hablado de un problema de corazón o de tensión alta
    • dolor de pecho, en reposo o con esfuerzo
    • desmayos o mareos
    • medicinas para el corazón o la tensión
    • un problema de hueso, articulación o espalda que el ejercicio podría empeorar
    • embarazo, o un parto hace poco
    • una operación reciente
    • más de 69 años y sin costumbre de hacer ejercicio
    ¿Menos de 16? Entonces entrena solo con permiso de madre o padre y un entrenador titulado.
button-none-apply = Nada de esto
button-one-applies = Algo sí
button-safety-again = Responder otra vez
safety-one-applies = Gracias por decirlo. Por favor, <b>consulta antes con un médico</b>. Hasta entonces respondo preguntas sobre músculos y ejercicios, y no planeo entrenos. Cuando tengas el visto bueno, responde otra vez.
safety-information-only = Me dijiste que algo de la lista te pasa. Por favor, <b>consulta antes con un médico</b>; hasta entonces solo doy información, sin entrenos.
safety-clear-known = Apuntado. Tu semana sigue como estaba. Cuando quieras.

kit-ask =
    <b>{ $step ->
        [0] Material.
       *[other] { $step } de 3 · Material.
    }</b> ¿Con qué entrenas?
button-kit-none = Solo yo
button-kit-dumbbells = Mancuernas
kit-kept-none = Pues sin material.
kit-kept-dumbbells = Pues mancuernas. ¿Cuáles tienes? Escríbelas en kilos o libras, por ejemplo <b>4, 6 y 8 kg</b>.
weights-ask = Una cosa más, si quieres: ¿qué mancuernas tienes? Por ejemplo <b>4, 6 y 8 kg</b>. Si no me lo dices, elijo pesos prudentes.
weights-kept = Apuntado: { $weights }.

week-ask =
    <b>{ $step ->
        [0] Tu semana de carrera.
       *[other] { $step } de 3 · Tu semana de carrera.
    }</b> Toca un día para cambiarlo, elige una ya hecha, o escríbela desde el lunes, como <code>R E R H R R L</code> (R descanso, E suave, H duro, L larga, X carrera).
    { $days }
week-line = { $day }: { $kind }
button-day = { $day } { $kind }
mark-rest = 💤
mark-easy = 🙂
mark-hard = 🔥
mark-long = 🛣
mark-race = 🏁
button-preset-0 = 3 rodajes suaves
button-preset-1 = Suave, series, larga
button-preset-2 = 4 días de correr
button-preset-3 = 5 días de correr
button-wanted =
    { $count ->
        [one] 1 día de fuerza
       *[other] { $count } días de fuerza
    }
button-wanted-on = ● { $count }
button-week-ok = Esta es mi semana
button-alternate = Mis semanas alternan
button-other-week = La otra semana
button-all-alike = Todas iguales
week-which = { $which ->
        [now] <b>Esta semana</b>, y una sí y otra no:
       *[next] <b>La semana que viene</b>, y una sí y otra no:
    }
button-edit-week = Cambiar mi semana
button-why-days = ¿Por qué estos días?

hour-ask =
    <b>{ $step ->
        [0] La hora.
       *[other] { $step } de 3 · La hora.
    }</b> ¿Cuándo te aviso los días de fuerza? Toca, o escribe una hora como <b>7:30</b> o <b>6 de la tarde</b>.
button-hour = { $time }
hour-kept = Los avisos llegan a las <b>{ $time }</b>.

plan = { $lines }
plan-no-zone = No llegan avisos hasta que sepa tu zona horaria.
zone-ask = ¿Dónde estás, para que los avisos lleguen a su hora? Escribe una ciudad, manda tu ubicación o dime la hora, como <b>aquí son las 7:40</b>. Guardo la zona horaria, no el sitio.
button-location = 📍 Enviar mi ubicación
zone-kept = Tu zona horaria es <b>{ $zone }</b>; allí son ahora las <b>{ $time }</b>.
zone-changed = Tu zona horaria es ahora <b>{ $zone }</b>; allí son las <b>{ $time }</b>. ¿No era eso? El botón vuelve atrás.
zone-next = Primer aviso: <b>{ $when }</b>. Si quieres, puedes empezar hoy.
zone-unclear = No conozco un sitio llamado “{ $text }”. Prueba la ciudad grande más cercana, manda tu ubicación o dime qué hora es donde estás.
next-none = nada planeado aún

button-start-other = Empezar: { $session }
button-short = Empezar la de 10 minutos
button-choice = { $choice }
start-old = Era la del { $day }. ¿Empezamos la de hoy?
today-planned = <b>Hoy, fuerza</b>: { $session }, unos { $low }–{ $high } min.
today-moves-first = Las dos primeras semanas van sin peso, para que los movimientos salgan bien antes de cargar.
today-free = Hoy no toca fuerza (próxima: { $next }), pero puedes entrenar si quieres: { $session }, unos { $low }–{ $high } min.
today-done = La fuerza de hoy está hecha. Próxima: <b>{ $next }</b>.
workout-goes-on-at = Hay un entreno abierto. <b>{ $exercise }</b>, serie { $set } de { $sets }: { $target }.
fail-how-many = Pasa. ¿Cuántas te salieron? Un número cuenta como serie; o hazlo más fácil, o déjalo.
summary-next = Próximo día de fuerza: <b>{ $next }</b>.
zone-change-ask = ¿Estás ahora en { $place }? Entonces los avisos pueden seguir su reloj. Si es un viaje, di hasta cuándo, como "en { $place } hasta el viernes".
