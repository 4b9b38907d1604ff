### Historial y progreso.

history =
    <b>Tus últimos entrenos</b>
    { $lines }
history-empty = Aún no hay entrenos. /today empieza el primero.
history-line =
    { $sets ->
        [one] { $date }: { $session }, una serie
       *[other] { $date }: { $session }, { $sets } series
    }
history-line-open =
    { $sets ->
        [one] { $date }: { $session }, una serie por ahora
       *[other] { $date }: { $session }, { $sets } series por ahora
    }
history-one =
    <b>{ $date }</b> · { $session }
    { $lines }
history-exercise = { $exercise }: { $did }
button-workout = { $date }
button-older = Anteriores
progress =
    <b>Las últimas cuatro semanas</b>, la más antigua primero: { $weeks } series por semana.
    { $workouts ->
        [one] Un entreno
       *[other] { $workouts } entrenos
    }, { $sets } { $sets ->
        [one] serie
       *[other] series
    } en total. Lo más entrenado: { $most }; lo menos: { $least }.
progress-empty = Aún no hay nada que enseñar. Tras tu primer entreno verás aquí tus números.

## Charts

chart = { $caption }
button-chart-sets = Series por semana
button-chart-calendar = Días de entreno
button-chart-exercise = { $exercise }
