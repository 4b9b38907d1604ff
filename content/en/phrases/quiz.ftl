### The quiz: native polls about muscles, and sharing a workout.
# quiz-<muscle>-<number>: at most 300 characters; its four answers at most 100, "a" is the right one (the order is
# mixed when it is asked); "why" at most 200. Plain text. Add a question under the next number.

quiz-asked = A question about what you just trained

quiz-quadriceps-1 = When do your quads work hardest in a running step?
quiz-quadriceps-1-a = Just after the foot lands, as the knee bends
quiz-quadriceps-1-b = While the foot is in the air
quiz-quadriceps-1-c = Only when sprinting
quiz-quadriceps-1-d = When the heel lifts behind you
quiz-quadriceps-1-why = On landing the knee bends and the quads slow that bend down, lengthening under load.
quiz-quadriceps-2 = Which exercise works the quads most?
quiz-quadriceps-2-a = The air squat
quiz-quadriceps-2-b = The hip bridge
quiz-quadriceps-2-c = The plank
quiz-quadriceps-2-d = The push-up
quiz-quadriceps-2-why = In a squat the knees bend and straighten under your weight: that is the quads' main job.

quiz-glutes-1 = What do the side glutes do while you stand on one leg?
quiz-glutes-1-a = They keep the pelvis level
quiz-glutes-1-b = They bend the knee
quiz-glutes-1-c = They lift the heel
quiz-glutes-1-d = They turn the foot out
quiz-glutes-1-why = Running is a row of one-leg stands. The side glutes hold the pelvis so that it does not drop.
quiz-glutes-2 = Where should you feel a hip bridge most?
quiz-glutes-2-a = In the buttocks
quiz-glutes-2-b = In the lower back
quiz-glutes-2-c = In the neck
quiz-glutes-2-d = In the shins
quiz-glutes-2-why = The bridge stretches the hip against your weight, which is the work of the glutes. Feeling it in the back: lower the hips a little.

quiz-hip-flexors-1 = What do the hip flexors do in a stride?
quiz-hip-flexors-1-a = They swing the thigh forwards
quiz-hip-flexors-1-b = They push the ground away
quiz-hip-flexors-1-c = They point the toes
quiz-hip-flexors-1-d = They straighten the knee on landing
quiz-hip-flexors-1-why = After push-off the hip flexors bring the thigh forwards for the next step.

quiz-calves-1 = Which muscle lies under the calf that you can see?
quiz-calves-1-a = The soleus
quiz-calves-1-b = The hamstrings
quiz-calves-1-c = The vastus
quiz-calves-1-d = The iliopsoas
quiz-calves-1-why = The soleus lies flat under the gastrocnemius. Both end in the Achilles tendon.
quiz-calves-2 = How do you train the soleus more than the muscle above it?
quiz-calves-2-a = Calf raises with bent knees
quiz-calves-2-b = Calf raises with straight knees
quiz-calves-2-c = Push-ups
quiz-calves-2-d = Hip bridges
quiz-calves-2-why = The muscle above crosses the knee and goes slack when it bends. The soleus does not, so it takes over.

quiz-core-1 = What is the core's main job while you run?
quiz-core-1-a = To keep the trunk steady while arms and legs swing
quiz-core-1-b = To lift the knees
quiz-core-1-c = To push you forwards
quiz-core-1-d = To swing the arms
quiz-core-1-why = A steady trunk lets hips and shoulders turn against each other without wobbling.
quiz-core-2 = When is a plank over?
quiz-core-2-a = When the hips sag
quiz-core-2-b = When you begin to shake
quiz-core-2-c = When you get warm
quiz-core-2-d = Never before a minute
quiz-core-2-why = Shaking is fine. Once the hips sag the core no longer does the work, so end there.

quiz-hamstrings-1 = What do the hamstrings do just before the foot lands?
quiz-hamstrings-1-a = They brake the lower leg as it swings forwards
quiz-hamstrings-1-b = They lift the toes
quiz-hamstrings-1-c = They straighten the knee
quiz-hamstrings-1-d = Nothing, they rest
quiz-hamstrings-1-why = Late in the swing they lengthen under load and slow the lower leg, the more the faster you run.
quiz-hamstrings-2 = Which exercise trains the hamstrings by folding at the hip?
quiz-hamstrings-2-a = The deadlift
quiz-hamstrings-2-b = The push-up
quiz-hamstrings-2-c = The Russian twist
quiz-hamstrings-2-d = The air squat
quiz-hamstrings-2-why = Folding at the hips with a long back stretches the hamstrings under load; standing up shortens them.

## Sharing

button-share = Share
share =
    { $caption }

    Strength for runners, in a chat: <a href="{ $link }">ask the coach</a>
share-plain = { $caption }
button-share-copy = Copy the link
button-share-ask = Ask about: { $muscle }
