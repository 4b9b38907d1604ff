### Red flags (brief 5.2). Said alone, first, without exercise advice. One id per kind of `words/safety.toml`.
### $number is the emergency number of the person's country, or the text of `safety-number-unknown`.
### A screen, not a diagnosis: have a clinician read this file before launch.

safety-number-unknown = your local emergency number

## Emergency: call now

safety-emergency =
    <b>Please stop and call { $number } now.</b>
    What you describe can be serious and should be looked at straight away. If you can, have someone stay with you.
safety-chest =
    <b>Stop, sit down, and call { $number } now.</b>
    Chest pain or pressure can come from the heart, above all if it spreads to arm, jaw or back, or if you sweat, feel sick or short of breath. Do not wait to see whether it passes, and do not drive yourself.
safety-heart =
    <b>Stop and sit down. If your heart keeps racing, or you feel faint, short of breath or have chest pain, call { $number } now.</b>
    If it has settled, see a doctor today, before you exercise again.
safety-collapse =
    <b>Call { $number } now if you or someone beside you passed out or had a seizure during effort, or feels unwell now.</b>
    Lie down and do not stay alone. If it happened at another time and all is well again, see a doctor today, before any more exercise.
safety-lung_clot =
    <b>Call { $number } now.</b>
    Sudden breathlessness or coughing blood, above all with a swollen or painful leg, can be a clot in the lung. Sit down and do not wait.
safety-stroke =
    <b>Call { $number } now.</b>
    A drooping face, a weak or numb arm, slurred speech or sudden trouble seeing can be a stroke, even if it passes. Note the time it began.
safety-headache =
    <b>Call { $number } now.</b>
    A sudden headache, the worst you have known, has to be looked at straight away. Stay with someone.
safety-heat =
    <b>Call { $number } now and cool down.</b>
    Very hot and confused, or no longer sweating, can be heat stroke. Get into the shade, take off layers, use cold water and a fan, and have someone stay with you.
safety-confusion =
    <b>Stop and call { $number } now.</b>
    Being confused during or after effort can have serious causes. Sit or lie down and have someone stay with you.
safety-cauda =
    <b>Go to an emergency department now, or call { $number }.</b>
    Back pain with numbness around the bottom or genitals, new trouble passing or holding urine or stool, or weakness in both legs cannot wait until tomorrow.
safety-rhabdo =
    <b>Go to an emergency department now, or call { $number }.</b>
    Dark urine like tea or cola, with severe pain, swelling or weakness in the muscles, can mean that muscle is breaking down and harming the kidneys. Do not wait until tomorrow.
safety-crisis =
    I am glad you wrote that, and I am sorry it is this hard. You deserve a person beside you now.
    <b>Please call { $number } or a crisis line,</b> or go to someone near you and tell them. If you might act on it, call right away. You do not have to find the right words.
safety-breathing =
    <b>Call { $number } now.</b>
    Blue lips, a tight throat or a wheeze that does not settle needs help straight away. Sit upright and use your reliever if you have one.
safety-deformity =
    <b>Do not put weight on it, and call { $number } or get to an emergency department now.</b>
    After a fall, a limb that looks wrong, bone through the skin, or not being able to stand on it may be a break. Keep it still.
safety-head_injury =
    <b>Call { $number } or go to an emergency department now.</b>
    A knock to the head with vomiting, confusion, a bad headache or passing out has to be looked at. Do not stay alone and do not drive.
safety-compartment =
    <b>Go to an emergency department now, or call { $number }.</b>
    A hard, swollen lower leg, with pain that grows or a numb foot, can mean that pressure inside cuts off the blood. Hours matter.

## Same day: a doctor, out-of-hours service or emergency department today

safety-same-day =
    <b>Please have this looked at today.</b>
    Call your doctor, an out-of-hours service or go to an emergency department. Leave running and strength until then. If it gets worse fast, call { $number }.
safety-clot =
    <b>Please get medical help today.</b>
    One leg or calf that is swollen, painful, warm or red can be a clot. Do not rub it or exercise it. With breathlessness or chest pain, call { $number } at once.
safety-achilles =
    <b>Please have this looked at today.</b>
    A pop or kick in the heel or calf, or not being able to push off or rise onto the toes, can be a torn Achilles tendon. Rest it, put as little weight on it as you can, and do not stretch it.
safety-joint =
    <b>Please have this joint looked at today.</b>
    A joint that is locked, hot or red, or swells up, above all after a twist or with fever, needs a doctor. Rest it until then. With fever and a hot joint, go straight away.
safety-hip_fracture =
    <b>Stop running and be seen by a doctor today.</b>
    Deep groin or hip pain that grows with weight on the leg, or comes at night, can be a stress fracture of the hip, and waiting makes it worse. Do not test it by hopping; use crutches if you have them.
safety-blood_urine =
    <b>Please see a doctor today.</b>
    Blood in urine, in stool or in vomit, or urine that stays dark, has to be checked. Leave exercise until then. A lot of blood, feeling faint, or bad muscle pain with dark urine: call { $number }.
safety-cannot_bear =
    <b>Please have this looked at today.</b>
    If you cannot put weight on a leg, keep it still and off the ground until someone has checked it. After a fall, or if it looks out of shape, call { $number }.
safety-pregnancy =
    <b>Stop, and call your midwife, maternity unit or doctor now.</b>
    In pregnancy, bleeding, fluid, contractions, dizziness, chest pain, a sore or swollen calf, or a baby that moves less should be checked today. With chest pain, heavy bleeding or trouble breathing, call { $number }.

## Soon: a doctor or physio within days, two weeks at most

safety-soon =
    <b>Please show this to a doctor or physio in the next days.</b>
    I cannot tell what it is, and I am no doctor. Leave out what hurts until then. If it gets worse fast, go sooner.
safety-stress_fracture =
    <b>Please see a doctor in the next days, and leave running until then.</b>
    Pain in one spot on a bone, at night or when you land on it, can be a stress fracture. Caught early it heals better. Do not test it by hopping.
safety-nerve =
    <b>Please see a doctor or physio in the next days.</b>
    Numbness, tingling or pain running from the back down the leg can come from a nerve. If you lose feeling around the bottom, control of bladder or bowel, or strength in both legs: call { $number } or go to an emergency department.
safety-hernia =
    <b>Please show this to a doctor in the next days.</b>
    A lump or pain in the groin or belly when lifting may be a hernia. Lift nothing heavy until then. If it turns hard and very painful, or you vomit, go to an emergency department.
safety-low_energy =
    <b>Please talk to a doctor about this soon.</b>
    Missed periods, weight you did not mean to lose, repeated bone injuries or trouble with eating can mean that the body gets too little fuel for what it does. That is common in runners and can be treated. You have done nothing wrong.
safety-pelvic_floor =
    <b>A pelvic-health physio or your doctor can help with this.</b>
    Leaking, or a heavy or dragging feeling, is common and usually gets better with the right help. Book it in the next two weeks, and leave out what brings it on.
safety-swelling =
    <b>Please see a doctor in the next days.</b>
    Swelling in both ankles or legs that stays has many causes, among them heart, kidneys, veins and medicines. It says nothing about how strong your calves are. One leg only, or warm and painful: today. With breathlessness or chest pain: call { $number } now.
safety-long_soreness =
    <b>Please show this to a doctor or physio soon.</b>
    Soreness after training is usually gone within a week. If it lasts longer, let someone look. With swelling, weakness or dark urine, go to an emergency department now.
safety-lasting_pain =
    <b>Please have this looked at by a doctor or physio soon.</b>
    Pain that lasts beyond two weeks, or comes back with every run, deserves a proper look. I cannot tell you what it is. Leave out what makes it worse until then.
safety-fatigue =
    <b>Please see a doctor about this soon.</b>
    Being worn out or heavy-legged for weeks can come from sleep, too little food, low iron, illness or too much training. A doctor can tell these apart with a few questions and a blood test.
safety-give_way =
    <b>Please have this joint looked at soon.</b>
    A joint that gives way again and again needs a doctor or physio. Until then leave out what makes it give way.
safety-heart_condition =
    <b>Please speak to your doctor before you train.</b>
    With a heart condition or an implant strength work can do good, once a doctor has said yes. Until then I only answer questions. With chest pain, fainting or a racing heart, call { $number } now.
safety-settle =
    <b>Stop, and sit or lie down until it has passed.</b>
    If it does not settle within a few minutes, or you pass out, feel chest pain or your heart races, call { $number } now. If it comes back, see a doctor before you train again.
safety-blood_pressure =
    <b>Please speak to your doctor before you train.</b>
    With high blood pressure strength work can do good, once a doctor has said yes. Until then I only answer questions. With chest pain, a very bad headache or trouble seeing, call { $number } now.

## Modify: stop that exercise

safety-sharp_pain =
    <b>Stop that exercise for today.</b>
    Sharp, sudden or growing pain is a sign to leave it. If it is still there tomorrow, or comes back, have it looked at. If it is in the chest, or a leg is swollen, tell me: that is urgent.

## "Not this": the person says that the alarm was false

safety-stands = I would rather ask once too often. If none of this fits, we can go on.
