### Señales de alarma. Se dicen solas, primero, sin hablar de ejercicio. Un id por cada tipo de `words/safety.toml`.
### $number es el número de emergencias del país, o el texto de `safety-number-unknown`.

safety-number-unknown = número de emergencias de tu país

safety-emergency =
    <b>Para y llama ahora al { $number }.</b>
    Lo que cuentas puede ser serio y hay que mirarlo enseguida. Si puedes, que alguien se quede contigo.
safety-chest =
    <b>Para, siéntate y llama ahora al { $number }.</b>
    Un dolor o presión en el pecho puede venir del corazón, sobre todo si va al brazo, la mandíbula o la espalda, o si sudas, tienes náuseas o te falta el aire. No esperes a ver si pasa, y no conduzcas.
safety-heart =
    <b>Para y siéntate. Si el corazón sigue acelerado, o te notas a punto de desmayarte, sin aire o con dolor de pecho, llama ahora al { $number }.</b>
    Si ya se calmó, ve hoy al médico, antes de volver a hacer ejercicio.
safety-collapse =
    <b>Llama ahora al { $number } si tú o alguien a tu lado se ha desmayado o ha convulsionado con el esfuerzo, o está mal ahora.</b>
    Túmbate y que alguien se quede contigo. Si pasó en otro momento y ya está todo bien, ve hoy al médico, antes de más ejercicio.
safety-lung_clot =
    <b>Llama ahora al { $number }.</b>
    Falta de aire repentina o tos con sangre, sobre todo con una pierna hinchada o con dolor, puede ser un coágulo en el pulmón. Siéntate y no esperes.
safety-stroke =
    <b>Llama ahora al { $number }.</b>
    La cara caída, un brazo débil o dormido, hablar raro o ver mal de golpe puede ser un ictus (derrame), aunque se pase. Apunta la hora en que empezó.
safety-headache =
    <b>Llama ahora al { $number }.</b>
    Un dolor de cabeza de golpe, el peor de tu vida, hay que mirarlo enseguida. Quédate con alguien.
safety-heat =
    <b>Llama ahora al { $number } y enfríate.</b>
    Mucho calor y confusión, o dejar de sudar, puede ser un golpe de calor. Ve a la sombra, quítate ropa, usa agua fría y aire, y que alguien se quede contigo.
safety-confusion =
    <b>Para y llama ahora al { $number }.</b>
    La confusión durante o tras el esfuerzo puede tener causas serias. Siéntate o túmbate y que alguien se quede contigo.
safety-cauda =
    <b>Ve ahora a urgencias, o llama al { $number }.</b>
    Dolor de espalda con adormecimiento en el culo o los genitales, problemas nuevos para orinar o ir al baño, o debilidad en las dos piernas no puede esperar a mañana.
safety-rhabdo =
    <b>Ve ahora a urgencias, o llama al { $number }.</b>
    Orina oscura como té o cola, con mucho dolor, hinchazón o debilidad en los músculos, puede significar que el músculo se está dañando y perjudica los riñones. No esperes a mañana.
safety-crisis =
    Me alegro de que lo hayas escrito, y siento que sea tan duro. Mereces a una persona a tu lado ahora.
    <b>Por favor, llama al { $number } o a una línea de ayuda,</b> o ve con alguien cercano y cuéntaselo. Si crees que podrías hacerte daño, llama ya. No hace falta encontrar las palabras justas.
safety-breathing =
    <b>Llama ahora al { $number }.</b>
    Labios azules, la garganta cerrada o pitos que no se calman necesitan ayuda enseguida. Siéntate con la espalda recta y usa tu inhalador si lo tienes.
safety-deformity =
    <b>No apoyes, y llama ahora al { $number } o ve a urgencias.</b>
    Tras una caída, un miembro con mala forma, hueso a la vista o no poder apoyar puede ser una fractura. No lo muevas.
safety-head_injury =
    <b>Llama ahora al { $number } o ve a urgencias.</b>
    Un golpe en la cabeza con vómitos, confusión, mucho dolor de cabeza o desmayo hay que mirarlo. Que alguien se quede contigo, y no conduzcas.
safety-compartment =
    <b>Ve ahora a urgencias, o llama al { $number }.</b>
    Una pierna dura e hinchada, con dolor que crece o el pie dormido, puede significar que la presión de dentro corta la sangre. Cada hora cuenta.

safety-same-day =
    <b>Que te lo miren hoy.</b>
    Llama a tu médico o ve a urgencias. Hasta entonces deja correr y fuerza. Si empeora rápido, llama al { $number }.
safety-clot =
    <b>Busca ayuda médica hoy.</b>
    Una pierna o pantorrilla hinchada, con dolor, caliente o roja puede ser un coágulo. No la frotes ni la ejercites. Con falta de aire o dolor de pecho, llama ya al { $number }.
safety-achilles =
    <b>Que te lo miren hoy.</b>
    Un chasquido o golpe en talón o pantorrilla, o no poder empujar ni ponerte de puntillas, puede ser una rotura del tendón de Aquiles. Descansa, apoya lo menos posible y no estires.
safety-joint =
    <b>Que te miren hoy esa articulación.</b>
    Una articulación bloqueada, caliente o roja, o que se hincha, sobre todo tras torcerla o con fiebre, necesita un médico. Descánsala hasta entonces. Con fiebre y articulación caliente, ve ya.
safety-hip_fracture =
    <b>Deja de correr y que te vea hoy un médico.</b>
    Un dolor profundo en ingle o cadera que crece al apoyar, o que aparece de noche, puede ser una fractura por estrés de la cadera, y esperar lo empeora. No lo pruebes saltando; usa muletas si tienes.
safety-blood_urine =
    <b>Ve hoy al médico.</b>
    Sangre en la orina, en las heces o en el vómito, u orina que sigue oscura, hay que mirarla. Hasta entonces, nada de ejercicio. Mucha sangre, sensación de desmayo, o mucho dolor muscular con orina oscura: llama al { $number }.
safety-cannot_bear =
    <b>Que te lo miren hoy.</b>
    Si no puedes apoyar una pierna, no la muevas ni la cargues hasta que alguien la vea. Tras una caída, o si tiene mala forma, llama al { $number }.
safety-pregnancy =
    <b>Para y llama ahora a tu matrona, maternidad o médico.</b>
    En el embarazo, sangrado, líquido, contracciones, mareo, dolor de pecho, una pantorrilla hinchada o con dolor, o un bebé que se mueve menos, hay que mirarlo hoy. Con dolor de pecho, mucho sangrado o falta de aire, llama al { $number }.

safety-soon =
    <b>Enséñaselo a un médico o fisio en los próximos días.</b>
    No puedo decirte qué es, y no soy médico. Hasta entonces deja lo que duele. Si empeora rápido, ve antes.
safety-stress_fracture =
    <b>Ve al médico en los próximos días, y deja de correr hasta entonces.</b>
    Un dolor en un punto de un hueso, de noche o al apoyar, puede ser una fractura por estrés. Vista pronto, se cura mejor. No la pruebes saltando.
safety-nerve =
    <b>Ve a un médico o fisio en los próximos días.</b>
    Adormecimiento, hormigueo o dolor que baja de la espalda por la pierna puede venir de un nervio. Si pierdes sensibilidad en la zona del culo, control de vejiga o intestino, o fuerza en las dos piernas: llama al { $number } o ve a urgencias.
safety-hernia =
    <b>Enséñaselo a un médico en los próximos días.</b>
    Un bulto o dolor en ingle o barriga al levantar puede ser una hernia. Hasta entonces no levantes nada pesado. Si se pone dura y duele mucho, o vomitas, ve a urgencias.
safety-low_energy =
    <b>Háblalo pronto con un médico.</b>
    Que falte la regla, perder peso sin querer, lesiones de hueso repetidas o problemas con la comida pueden significar que al cuerpo le llega poca energía para lo que hace. Es común en corredores y tiene tratamiento. No has hecho nada malo.
safety-pelvic_floor =
    <b>Una fisio de suelo pélvico o tu médico puede ayudarte.</b>
    Las pérdidas, o una sensación de peso o de que algo baja, son comunes y suelen mejorar con buena ayuda. Pide cita en las próximas dos semanas, y deja lo que lo provoca.
safety-swelling =
    <b>Ve al médico en los próximos días.</b>
    La hinchazón que se queda en los dos tobillos o piernas tiene muchas causas, entre ellas corazón, riñones, venas y medicinas. No dice nada de la fuerza de tus gemelos. Una sola pierna, o con calor y dolor: hoy. Con falta de aire o dolor de pecho: llama ahora al { $number }.
safety-long_soreness =
    <b>Enséñaselo pronto a un médico o fisio.</b>
    Las agujetas suelen irse en una semana. Si duran más, que alguien lo mire. Con hinchazón, debilidad u orina oscura, ve ahora a urgencias.
safety-lasting_pain =
    <b>Que lo mire pronto un médico o fisio.</b>
    Un dolor que dura más de dos semanas, o vuelve en cada carrera, merece una buena revisión. No puedo decirte qué es. Hasta entonces deja lo que lo empeora.
safety-fatigue =
    <b>Ve pronto al médico por esto.</b>
    Semanas de agotamiento o piernas pesadas pueden venir del sueño, poca comida, hierro bajo, una enfermedad o demasiado entreno. Un médico lo distingue con unas preguntas y un análisis.
safety-give_way =
    <b>Que te miren pronto esa articulación.</b>
    Una articulación que falla una y otra vez necesita un médico o fisio. Hasta entonces deja lo que la hace fallar.
safety-heart_condition =
    <b>Habla con tu médico antes de entrenar.</b>
    Con un problema de corazón o un implante la fuerza puede hacer bien, cuando un médico haya dicho que sí. Hasta entonces solo respondo preguntas. Con dolor de pecho, desmayo o el corazón acelerado, llama ya al { $number }.
safety-settle =
    <b>Para, y siéntate o túmbate hasta que se pase.</b>
    Si no se calma en unos minutos, o te desmayas, te duele el pecho o se te acelera el corazón, llama ya al { $number }. Si vuelve, ve al médico antes de volver a entrenar.
safety-blood_pressure =
    <b>Habla con tu médico antes de entrenar.</b>
    Con tensión alta, la fuerza puede venir bien, una vez que un médico ha dicho que sí. Hasta entonces solo respondo preguntas. Con dolor de pecho, mucho dolor de cabeza o problemas para ver, llama ahora al { $number }.

safety-sharp_pain =
    <b>Deja ese ejercicio por hoy.</b>
    Un dolor agudo, de golpe o que crece es señal de dejarlo. Si mañana sigue, o vuelve, que te lo miren. Si es en el pecho, o hay una pierna hinchada, dímelo: es urgente.

safety-stands = Prefiero pasarme de preguntar. Si nada de esto encaja, podemos seguir.
