# Short answers to what people say beside training.
wish-who = { small-talk-who }
wish-free = There is nothing to buy here: no subscription, no payment, no adverts.
wish-name = Good to meet you! I take your name from your Telegram profile; /today shows what is on.
wish-quiz = A quiz question comes now and then after a workout. /settings switches it on or off.
wish-heat = In great heat keep it easy: a cool hour or a cool room, water, longer rests, a set less. Dizzy, sick or confused: stop, cool down and get help.
wish-tablets = Medicine is a question for a pharmacist or a doctor, so I stay out of it. Do not numb a pain to train over it: what hurts is left out.
wish-hungover = Leave strength for today: water, food, sleep. Say <i>move strength to tomorrow</i> and I shift it.
wish-period = Do what feels right: a light session is fine, and so is a day off. <i>Move strength to tomorrow</i> shifts it. Strong or unusual pain belongs before a doctor.
wish-blood = No hard effort for the rest of that day and the next: drink plenty, and begin again lightly when you feel well. Dizzy: sit or lie down at once.
wish-motivation = That happens to everybody. Make it small: say <i>only 10 minutes</i>, or do one exercise and see. A day off is fine too.
wish-break = I am sorry. What your doctor or physio allows comes first; leave out what hurts. Until then I can be quiet: choose how long below.
wish-replace = Strength helps your running but does not take its place: heart and lungs want the running itself, or another endurance sport. Keep both where you can.
wish-reminder-days = I remind you on strength days only. Choose those days yourself: /plan has the button; /settings shows when I remind you next.
wish-no-time = Then make it small: say <i>only 10 minutes</i> for the short version, or <i>move strength to tomorrow</i>. Skipping one does no harm.
