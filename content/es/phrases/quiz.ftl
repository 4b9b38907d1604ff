### El concurso: encuestas nativas sobre los músculos, y compartir un entreno.
# quiz-<músculo>-<número>: como máximo 300 caracteres; sus cuatro respuestas, 100, y la correcta es "a" (el orden se
# mezcla al preguntar); "why", 200. Texto sin formato.

quiz-asked = Una pregunta sobre lo que acabas de entrenar

quiz-quadriceps-1 = ¿Cuándo trabajan más tus cuádriceps en una zancada?
quiz-quadriceps-1-a = Justo al apoyar el pie, cuando la rodilla se dobla
quiz-quadriceps-1-b = Mientras el pie está en el aire
quiz-quadriceps-1-c = Solo al esprintar
quiz-quadriceps-1-d = Cuando el talón sube por detrás
quiz-quadriceps-1-why = Al apoyar, la rodilla se dobla y los cuádriceps frenan ese gesto alargándose bajo carga.
quiz-quadriceps-2 = ¿Qué ejercicio trabaja más los cuádriceps?
quiz-quadriceps-2-a = La sentadilla
quiz-quadriceps-2-b = El puente de cadera
quiz-quadriceps-2-c = La plancha
quiz-quadriceps-2-d = La flexión
quiz-quadriceps-2-why = En la sentadilla las rodillas se doblan y se estiran con tu peso: es la tarea de los cuádriceps.

quiz-glutes-1 = ¿Qué hacen los glúteos laterales cuando estás sobre una pierna?
quiz-glutes-1-a = Mantienen la pelvis nivelada
quiz-glutes-1-b = Doblan la rodilla
quiz-glutes-1-c = Levantan el talón
quiz-glutes-1-d = Giran el pie hacia fuera
quiz-glutes-1-why = Correr es ir de una pierna a otra. Los glúteos laterales sujetan la pelvis para que no caiga.
quiz-glutes-2 = ¿Dónde deberías notar más el puente de cadera?
quiz-glutes-2-a = En los glúteos
quiz-glutes-2-b = En la zona lumbar
quiz-glutes-2-c = En el cuello
quiz-glutes-2-d = En las espinillas
quiz-glutes-2-why = El puente estira la cadera contra tu peso: trabajo de los glúteos. Si lo notas en la espalda, baja un poco la cadera.

quiz-hip-flexors-1 = ¿Qué hacen los flexores de cadera en la zancada?
quiz-hip-flexors-1-a = Llevan el muslo hacia delante
quiz-hip-flexors-1-b = Empujan el suelo
quiz-hip-flexors-1-c = Estiran los dedos del pie
quiz-hip-flexors-1-d = Estiran la rodilla al apoyar
quiz-hip-flexors-1-why = Tras el impulso, los flexores de cadera traen el muslo hacia delante para el paso siguiente.

quiz-calves-1 = ¿Qué músculo está debajo del gemelo que se ve?
quiz-calves-1-a = El sóleo
quiz-calves-1-b = Los isquiotibiales
quiz-calves-1-c = El vasto
quiz-calves-1-d = El psoas ilíaco
quiz-calves-1-why = El sóleo es plano y está bajo los gemelos. Ambos acaban en el tendón de Aquiles.
quiz-calves-2 = ¿Cómo entrenas más el sóleo que el músculo de encima?
quiz-calves-2-a = Elevaciones de talón con las rodillas dobladas
quiz-calves-2-b = Elevaciones de talón con las rodillas rectas
quiz-calves-2-c = Flexiones
quiz-calves-2-d = Puentes de cadera
quiz-calves-2-why = El de encima cruza la rodilla y se afloja al doblarla. El sóleo no, así que toma el relevo.

quiz-core-1 = ¿Cuál es la tarea principal del core al correr?
quiz-core-1-a = Mantener firme el tronco mientras brazos y piernas se mueven
quiz-core-1-b = Levantar las rodillas
quiz-core-1-c = Empujarte hacia delante
quiz-core-1-d = Mover los brazos
quiz-core-1-why = Un tronco firme deja que caderas y hombros giren en sentidos opuestos sin bambolearse.
quiz-core-2 = ¿Cuándo se acaba una plancha?
quiz-core-2-a = Cuando la cadera se hunde
quiz-core-2-b = Cuando empiezas a temblar
quiz-core-2-c = Cuando entras en calor
quiz-core-2-d = Nunca antes de un minuto
quiz-core-2-why = Temblar está bien. Si la cadera se hunde, el core ya no hace el trabajo: termina ahí.

quiz-hamstrings-1 = ¿Qué hacen los isquiotibiales justo antes de apoyar el pie?
quiz-hamstrings-1-a = Frenan la pierna que va hacia delante
quiz-hamstrings-1-b = Levantan los dedos
quiz-hamstrings-1-c = Estiran la rodilla
quiz-hamstrings-1-d = Nada, descansan
quiz-hamstrings-1-why = Al final del balanceo se alargan bajo carga y frenan la pierna, más cuanto más rápido corres.
quiz-hamstrings-2 = ¿Qué ejercicio entrena los isquiotibiales plegando la cadera?
quiz-hamstrings-2-a = El peso muerto
quiz-hamstrings-2-b = La flexión
quiz-hamstrings-2-c = El giro ruso
quiz-hamstrings-2-d = La sentadilla
quiz-hamstrings-2-why = Plegar la cadera con la espalda larga estira los isquiotibiales bajo carga; al subir se acortan.

## Compartir

button-share = Compartir
share =
    { $caption }

    Fuerza para quienes corren, en un chat: <a href="{ $link }">pregunta al entrenador</a>
share-plain = { $caption }
button-share-copy = Copiar el enlace
button-share-ask = Preguntar: { $muscle }
