"""Words of the school day that follow *for* and *about* and are nobody's name."""

TOPICS = frozenset(
    """
absence absences activity algebra anxiety art arrival articulation assembly assignment assignments attendance backpack
band bathroom binder birthday bus cafeteria calendar calming camp campus chair choir chorus chromebook chunking class
classroom computer conference conferences consent coverage crisis curriculum desk device diet dinner dismissal
district drama drill early eligibility essay evaluation evaluations evals event exam exams extended eye eligibility
fall fidget fidgets field finals folder form forms fractions funding general geometry glasses goals grades grading
grammar group gym hallway handwriting headphones health hearing history homework ice iep ieps bip fba ihp ela esl ell
elp initial intake interpreter interpreting interventions laptop learning lesson lessons letter letters level library
locker lunch lunches make maps materials math mathematics meds medication mental migration minutes modified morning
music notebook notes nothing nurse outing outside packet packets paperwork party pass pe permission phonics physical
pickup pizza plan planner playground practice presentation present problem program project projects promotion quiz
quizzes reading recess referral referrals reinforcement reinforcers release report reports resource reward rewards
room routine routines rubric schedule schedules science scheduling screening sel seat seating self services shoes
sleep snack snacks social software song sound spanish spelling sport sports spring states stimming story study subject
substitute summer supplies support supports swim swimming system tablet teacher teachers technology test testing tests
therapist therapy ticket time timer toilet toileting training transition transitions transport transportation trauma
trip tutor tutoring uniform vacation video vision visit vision visual visuals vocabulary volunteer walk walks weather
weekend weekends winter worksheet worksheets writing year zones everything anything today tomorrow tonight yesterday
week month year now monday tuesday wednesday thursday friday saturday sunday january february march april may june
july august september october november december noon lol whatever please cafe menu game football president movie joke
pizza coffee weather parking copier printer wifi password internet office principal building
""".split()
)
