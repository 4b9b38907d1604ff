# Every word that is drawn in a picture, and the captions that say in words what a picture shows.
# Drawn words are plain text: no <b>, no emoji. Short: a card is shown as narrow as a phone.

picture-day-0 = Mon
picture-day-1 = Tue
picture-day-2 = Wed
picture-day-3 = Thu
picture-day-4 = Fri
picture-day-5 = Sat
picture-day-6 = Sun

picture-month-1 = Jan
picture-month-2 = Feb
picture-month-3 = Mar
picture-month-4 = Apr
picture-month-5 = May
picture-month-6 = Jun
picture-month-7 = Jul
picture-month-8 = Aug
picture-month-9 = Sep
picture-month-10 = Oct
picture-month-11 = Nov
picture-month-12 = Dec
# A day on an axis: { $day } is its number, { $month } one of the months above.
picture-date = { $day } { $month }
picture-month-year = { $month } { $year }

picture-muscle-quadriceps = Quads
picture-muscle-glutes = Glutes
picture-muscle-hip_flexors = Hip flexors
picture-muscle-calves = Calves
picture-muscle-core = Core
picture-muscle-hamstrings = Hamstrings
picture-where-quadriceps = the front of your thighs
picture-where-glutes = your buttocks and outer hips
picture-where-hip_flexors = the front of your hips
picture-where-calves = the back of your lower legs
picture-where-core = all around your waist, front and back
picture-where-hamstrings = the back of your thighs

picture-front = front
picture-back = back
picture-empty = Nothing to show yet. Your first workout starts it.

picture-body-title = What you trained
picture-body-under = { $trained } of { $groups } muscle groups
picture-body-scale = Sets done

picture-week-title = Your week
picture-week-under = Strength: { $done } of { $planned } done
picture-week-none = No strength this week
picture-week-arrow = points to the rest day beside your strength day
picture-run-rest = rest
picture-run-easy = easy
picture-run-hard = hard
picture-run-long = long
picture-run-race = race
picture-strength-planned = strength
picture-strength-light = light
picture-strength-done = done
picture-strength-moved = moved
picture-strength-missed = missed

picture-unit-reps = Reps in your best set
picture-unit-seconds = Seconds in your longest hold
picture-kg = Weight, kg
picture-level = level { $level }
picture-sets-title = Sets per week
picture-sets-under = Weeks with the goal of { $goal } { $goal ->
        [one] set
       *[other] sets
    }: { $reached } of { $weeks }
picture-sets-a-day = sets in a day
picture-muscles-title = Sets by muscle group
picture-muscles-left-out = Not trained: { $muscles }
picture-muscles-all = Every group had its share
picture-calendar-title = Your training days
picture-calendar-under = Days with sets in the last { $weeks } { $weeks ->
        [one] week
       *[other] weeks
    }: { $sessions }

picture-summary-title = Workout done
picture-summary-sets = sets
picture-summary-reps = reps
picture-summary-minutes = minutes
picture-summary-kg = kg moved
picture-summary-more = and { $count } more
picture-summary-brand = Strongstride · strength for runners

# Captions: what a picture shows, in words, for those who cannot see it. Lists come with commas between.

picture-caption-week = Strength on { $strength }: { $done } of { $planned } done. Rest on { $rest }.
picture-caption-week-no-rest = Strength on { $strength }: { $done } of { $planned } done. No rest day this week.
picture-caption-week-none = No strength this week. Rest on { $rest }.
picture-caption-week-none-no-rest = No strength and no rest day this week.
picture-caption-muscle = { $muscle }: { $where }, in orange on the body map.
picture-caption-sets-by-muscle = Sets by muscle group: { $trained }.
picture-caption-left-out = Not trained: { $muscles }.
picture-caption-share = { $muscle } { $sets }
picture-caption-nothing = Nothing to show yet. Your first workout starts it.
picture-caption-first-reps = { $name }: { $now } { $now ->
        [one] rep
       *[other] reps
    } on { $on }, your first session.
picture-caption-first-seconds = { $name }: { $now } { $now ->
        [one] second
       *[other] seconds
    } on { $on }, your first session.
picture-caption-reps = { $name }: { $then } { $then ->
        [one] rep
       *[other] reps
    } on { $from }, { $now } on { $on }. Best: { $best }.
picture-caption-seconds = { $name }: { $then } { $then ->
        [one] second
       *[other] seconds
    } on { $from }, { $now } on { $on }. Best: { $best }.
picture-caption-kg = Weight: { $then } kg then, { $now } kg now.
picture-caption-sets = This week: { $now } { $now ->
        [one] set
       *[other] sets
    }. Best week shown: { $best }.
picture-caption-goal = Weeks with the goal of { $goal } { $goal ->
        [one] set
       *[other] sets
    }: { $reached } of { $weeks }.
picture-caption-calendar = Days with sets in the last { $weeks } { $weeks ->
        [one] week
       *[other] weeks
    }: { $sessions }.
picture-caption-summary =
    { $title }: { $sets ->
        [one] one set
       *[other] { $sets } sets
    }, { $reps } { $reps ->
        [one] rep
       *[other] reps
    }.
picture-caption-summary-seconds =
    { $title }: { $sets ->
        [one] one set
       *[other] { $sets } sets
    }.
