# Las palabras dibujadas en imágenes, y los textos que dicen en palabras lo que muestran.

picture-day-0 = lun
picture-day-1 = mar
picture-day-2 = mié
picture-day-3 = jue
picture-day-4 = vie
picture-day-5 = sáb
picture-day-6 = dom

picture-month-1 = ene
picture-month-2 = feb
picture-month-3 = mar
picture-month-4 = abr
picture-month-5 = may
picture-month-6 = jun
picture-month-7 = jul
picture-month-8 = ago
picture-month-9 = sep
picture-month-10 = oct
picture-month-11 = nov
picture-month-12 = dic
picture-date = { $day } { $month }
picture-month-year = { $month } { $year }

picture-muscle-quadriceps = Cuádriceps
picture-muscle-glutes = Glúteos
picture-muscle-hip_flexors = Flexores
picture-muscle-calves = Gemelos
picture-muscle-core = Core
picture-muscle-hamstrings = Isquios
picture-where-quadriceps = la parte de delante de los muslos
picture-where-glutes = las nalgas y los lados de la cadera
picture-where-hip_flexors = la parte de delante de la cadera
picture-where-calves = la parte de atrás de las piernas, bajo la rodilla
picture-where-core = alrededor de la cintura, delante y detrás
picture-where-hamstrings = la parte de atrás de los muslos

picture-front = delante
picture-back = detrás
picture-empty = Aún no hay nada que enseñar. Empieza con tu primer entreno.

picture-body-title = Lo que entrenaste
picture-body-under = { $trained } de { $groups } grupos de músculos
picture-body-scale = Series hechas

picture-week-title = Tu semana
picture-week-under = Fuerza: { $done } de { $planned }
picture-week-none = Esta semana sin fuerza
picture-week-arrow = señala el descanso junto a tu día de fuerza
picture-run-rest = libre
picture-run-easy = suave
picture-run-hard = duro
picture-run-long = larga
picture-run-race = carrera
picture-strength-planned = fuerza
picture-strength-light = ligera
picture-strength-done = hecha
picture-strength-moved = movida
picture-strength-missed = sin hacer

picture-unit-reps = Repeticiones de tu mejor serie
picture-unit-seconds = Segundos de tu plancha más larga
picture-kg = Peso, kg
picture-level = nivel { $level }
picture-sets-title = Series por semana
picture-sets-under = Semanas con la meta de { $goal } { $goal ->
        [one] serie
       *[other] series
    }: { $reached } de { $weeks }
picture-sets-a-day = series en un día
picture-muscles-title = Series por grupo de músculos
picture-muscles-left-out = Sin entrenar: { $muscles }
picture-muscles-all = Todos los grupos tuvieron su parte
picture-calendar-title = Tus días de entreno
picture-calendar-under = Días con series en las últimas { $weeks } { $weeks ->
        [one] semana
       *[other] semanas
    }: { $sessions }

picture-summary-title = Entreno hecho
picture-summary-sets = series
picture-summary-reps = repeticiones
picture-summary-minutes = minutos
picture-summary-kg = kg movidos
picture-summary-more = y { $count } más
picture-summary-brand = Strongstride · fuerza para corredores

picture-caption-week = Fuerza el { $strength }: { $done } de { $planned }. Descanso el { $rest }.
picture-caption-week-no-rest = Fuerza el { $strength }: { $done } de { $planned }. Esta semana sin día de descanso.
picture-caption-week-none = Esta semana sin fuerza. Descanso el { $rest }.
picture-caption-week-none-no-rest = Esta semana sin fuerza y sin día de descanso.
picture-caption-muscle = { $muscle }: { $where }, en naranja en el mapa del cuerpo.
picture-caption-sets-by-muscle = Series por grupo de músculos: { $trained }.
picture-caption-left-out = Sin entrenar: { $muscles }.
picture-caption-share = { $muscle } { $sets }
picture-caption-nothing = Aún no hay nada que enseñar. Empieza con tu primer entreno.
picture-caption-first-reps = { $name }: { $now } { $now ->
        [one] repetición
       *[other] repeticiones
    } el { $on }, tu primera sesión.
picture-caption-first-seconds = { $name }: { $now } { $now ->
        [one] segundo
       *[other] segundos
    } el { $on }, tu primera sesión.
picture-caption-reps = { $name }: { $then } { $then ->
        [one] repetición
       *[other] repeticiones
    } el { $from }, { $now } el { $on }. Lo mejor: { $best }.
picture-caption-seconds = { $name }: { $then } { $then ->
        [one] segundo
       *[other] segundos
    } el { $from }, { $now } el { $on }. Lo mejor: { $best }.
picture-caption-kg = Peso: { $then } kg entonces, { $now } kg ahora.
picture-caption-sets = Esta semana: { $now } { $now ->
        [one] serie
       *[other] series
    }. La mejor semana: { $best }.
picture-caption-goal = Semanas con la meta de { $goal } { $goal ->
        [one] serie
       *[other] series
    }: { $reached } de { $weeks }.
picture-caption-calendar = Días con series en las últimas { $weeks } { $weeks ->
        [one] semana
       *[other] semanas
    }: { $sessions }.
picture-caption-summary =
    { $title }: { $sets ->
        [one] una serie
       *[other] { $sets } series
    }, { $reps } { $reps ->
        [one] repetición
       *[other] repeticiones
    }.
picture-caption-summary-seconds =
    { $title }: { $sets ->
        [one] una serie
       *[other] { $sets } series
    }.
