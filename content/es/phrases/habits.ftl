### Ajustes, pausa, idioma; y tus datos.

settings =
    <b>Ajustes</b>
    Material: { $kit } · avisos a las <b>{ $time }</b>
    Zona horaria: { $zone }
    Próximo aviso: <b>{ $next }</b>
    Idioma: { $language }
settings-no-zone = aún sin saber
settings-no-reminder = ninguno
kit-none = sin material
kit-dumbbells = mancuernas
settings-kit = Material
settings-week = Semana
settings-hour = Hora
settings-zone = Zona horaria
settings-language = Idioma
settings-nudges = { $on ->
        [on] ● Segundo aviso
       *[off] ○ Segundo aviso
    }
settings-eve = { $on ->
        [on] ● La tarde antes
       *[off] ○ La tarde antes
    }
settings-rest = { $on ->
        [on] ● Contar descanso
       *[off] ○ Contar descanso
    }
settings-side = { $on ->
        [on] ● Contar por lado
       *[off] ○ Contar por lado
    }
settings-gentle = { $on ->
        [on] ● Comienzo suave
       *[off] ○ Comienzo suave
    }
settings-quiz = { $on ->
        [on] ● Preguntas de juego
       *[off] ○ Preguntas de juego
    }
settings-news = { $on ->
        [on] ● Noticias
       *[off] ○ Noticias
    }
settings-notes = { $on ->
        [on] ● Notas de dolor
       *[off] ○ Notas de dolor
    }
settings-questions = { $on ->
        [on] ● Guardar mis dudas
       *[off] ○ Guardar mis dudas
    }
settings-units = { $value ->
        [kg] Pesos en kg
       *[lb] Pesos en lb
    }
settings-clock = { $value ->
        [24] Reloj de 24 horas
       *[12] Reloj de 12 horas
    }
settings-novice = { $value ->
        [auto] Nuevo en fuerza: las 4 primeras semanas
        [yes] Nuevo en fuerza: sí
       *[no] Nuevo en fuerza: no
    }
settings-bans = Ejercicios fuera
settings-quiet = Silencio { $start }–{ $end }
settings-quiet-off = Sin horas de silencio
settings-pause = Pausa
bans = Fuera de tu lista. Toca uno para que vuelva.
bans-none = No hay nada fuera de tu lista.
button-unban = { $exercise }
unbanned = { $exercise } vuelve a tu lista.
pause-ask = ¿Sin avisos cuánto tiempo? Tu plan y tus números se quedan.
button-pause-days = { $days } { $days ->
        [one] día
       *[other] días
    }
button-pause-end = Acabar la pausa
pause-kept = En pausa hasta el final del <b>{ $date }</b>. /pause la acaba antes.
pause-ended = Los avisos vuelven. Próximo día de fuerza: <b>{ $next }</b>.
language-ask = ¿En qué idioma hablo?
button-language = { $name }
language-kept = Ahora hablo { $name }.

questions-ask = No supe responder a eso. ¿Puedo guardar desde ahora esas preguntas, para que quienes escriben mis respuestas las añadan? Cifradas, sin tu nombre y borradas a los 90 días. En /settings lo cambias cuando quieras.
button-questions-yes = Sí, guárdalas
button-questions-no = No
questions-yes = Gracias. Desde ahora guardo las preguntas que no sé responder; esta no la he guardado, así que repítela si quieres.
questions-no = De acuerdo, no guardo ninguna.
privacy =
    <b>Qué guardo y por qué</b>
    • tu id de Telegram, nombre e idioma: para saber quién eres y hablarte
    • tu material, semana, hora, zona horaria y ajustes: para planear
    • cada serie que apuntas y lo que sale de ella (niveles, cambios, razones): para entrenarte
    • notas de dolor: solo si quieres; al apagarlas en /settings se borran
    • preguntas que no supe responder: solo si quieres, cifradas y 90 días como mucho. Quienes escriben mis respuestas las leen sin tu nombre; al apagarlo en /settings se borran
    • las respuestas del concurso, si lo activas: para repetir lo que fallaste

    <b>No se guarda:</b> tu sitio (solo la zona horaria), otros medios, contactos. Los mensajes en bruto se borran a las 48 horas.

    <b>No se hace:</b> nada se vende, se enseña a otros ni se usa para entrenar modelos. Los datos están en el servidor del operador, en un disco cifrado; las copias desaparecen a los 30 días como mucho.

    <b>Tus derechos:</b> /export te lo da todo, /delete lo borra. Las palabras de salud se leen para responderte con seguridad; no soy un servicio médico.
button-copy-id = Copiar mi id de Telegram: { $number }
export = Todo lo que guardo de ti. Primero las series.
export-csv = Tus series en una tabla.
delete-ask = <b>¿Borrarlo todo?</b> Entrenos, semana, ajustes: se va todo y no se puede recuperar. Antes /export, si quieres una copia.
button-delete-yes = Borrarlo todo
button-delete-no = Dejarlo
delete-kept = No se borró nada.
delete-done = Todo está borrado. Si algún día vuelves, /start empieza de nuevo. Adiós, y felices carreras.
toast-deleted = Borrado

## The calendar file

calendar-name = Strongstride
calendar-title = Fuerza: { $session }
calendar-light = Fuerza ligera: { $session }
calendar-file = Tus días de fuerza de las próximas cuatro semanas, para el calendario del teléfono. No sigue solo los cambios: abre un archivo nuevo y los días se corrigen.
button-calendar = Archivo de calendario
calendar-none = Aún no hay nada planificado, así que no hay archivo de calendario. /plan muestra tus días.
