"""Everyday words of a school that are nobody's name, even where a name could stand: *for swim lessons*."""

ORDINARY = frozenset(
    """
absence absences absent accident accidents activities activity adaptive admin adult adults advice afraid agenda
aggression ahead alarm algebra alive allergies allergy allowed alone alphabet amazing anger angry animal animals
announcement annoyed annual answer anxiety anxious anymore anytime anywhere app apple application approved apps
april aquarium arrival arrive arriving articulation artwork asap asleep assembly assessment assessments assignment
assignments assistance attack attend attendance attending attention attitude audio audiobook audiobooks august
available await awake award aware awful backpack badge badges bag bags ball balls band basically bathroom bathrooms
battery bcba bead beads bean bear become bed bedtime begin beginning behave behind believe bell bells belong belt
bench bike bikes bilingual binder binders bip birthday bite bites biting blanket bloom board boat body boots bored
boring borrow boss bothered bottle bottles bounce bowl box boxes boy boys brain brave bread breakfast breaks breath
breathing bright bring broke brother brothers brush btw bubble bubbles bucket bug build building built bully
bullying bus buses busy button buttons buy buzzer cafe cafeteria calculator calculators calendar calm calming camera
camp campus candy car careful carpet carry cars cart cartoon cat catch cats celebrate cello center centers ceremony
certain chair chairs chalk challenge challenges chance change chaos chapter charge charged charger charges charging
charts chatting cheap cheese chew chewy chicken chin choice choices choir choose chore chores chorus chromebook
chromebooks chronic chunking circle circus clap classmate classmates classroom classrooms clean cleaned cleans clear
christmas thanksgiving easter clever climb climbing clinic clipboard clock close closet clothes cloud clown club clubs
clue coach coat coats
coffee cold collect color coloring colors come comfortable comic comics common communication communicator community
company competition complaint complete complicated computer computers concern concerns concert conference
conferences confidence conflict confused consent consequence consequences consider consistent contract control cook
cookie cookies cooking cope copier copies copy corner corners correct costume couch cough count county couple course
court cousin cousins cover coverage crackers crayon crayons crazy creative crew crisis crossing crowd crucial
crutches cry crying cubbies cubby cup cups curriculum cushion custody cut cute daily dance dancing danger dangerous
dark date dates dead deadline deadlines deaf death december decide decided decides decision decisions decorate deep
definitely delayed deliver dentist department depression describe design desk desks dessert destruction details
detention develop develops device devices diabetes diagnosis diaper diapers dice dictionary die died diet difference
different difficult dig dinner dinosaur dinosaurs direct direction directions dirty disability disabled discipline
discuss dismissal disruption distance district divorce doctor doctors document documents dog dogs doll door doors
downstairs drama draw drawer drawing draws dream dreams dress drew drill drills drink drinks drive driver drivers
drop dropoff dropped dropping drum drums dry eager ear earbuds early earphones earplugs ears east easy eat eats edge
education effective effort ela eld elementary elevator eligibility eligible ell eloped elopement eloping elp email
emails emergency emotion emotions empty energy engineer enough enrollment enter entire entry envelope equal
equipment error errors escape escort esl essay essays essential eta eval evals evaluation evaluations evaluator
evenings event events everywhere evidence exact exam example examples exams excited exercise exercises exit
expectation expectations expensive experiment explains expression extended extra eye eyes face faces fact facts fail
failed failing fails fair fairness faith fall falling false familiar famous fape faq faster fault favor favorite fba
fear fears february feedback feeding feelings feet festival fever few fiction fidget fidgets field fight fighting
fights figure file files fill film final finally finals finds fine finger fingers fire fish fit fits fix flag flash
flashcard flashcards flexible flip floor flu fluency fold folder folders follow food foods fool foot football
footrest force forest forgot form format forms fort fountain fraction fractions frame frames free freeze frequent
fresh freshman friday fridays friend friendly friends friendship frog front fruit frustrated frustration full fun
funding funny further future fyi game games gap garage garden gate gather general gentle genuine geometry germ gets
gift gifted girl girls giving glad glass glasses global glove glue goal goals goes gold good grab grade graded
grader graders grades grading graduation grammar grandparent grant graphic grass grief grip ground group groups grow
growth guess guest guide guilty guitar gum gym gymnastics habit habits hair haircut half hall halloween halls
hallway hallways hammer hand hands handwriting hang happen hard hat hate hats head headache headaches headphone
headphones health healthy hear hearing heart heat heavy height helmet helper helpers helpful helps hero hidden hide
high hiking history hit hitting hockey hold hole holiday holidays home homeless homeroom homework honest honor hood
hop hope horse hospital hot hour hours house housing hows hug huge hugs hundred hunger hungry hunt hurt hurts ice
icon icons idea ideal ideas idk iep ieps ignore ihp illness image immediate imo impact important impossible
improvement impulsive inappropriate incident incidents include inclusion independence independent index individual
indoor information inhaler initial injury ink inside instead instruction instructions instrument insulin insurance
intake intense interest international internet interpreter interpreters interpreting intervention interventions
interview invitation invitations invite invites invoice involve ipad ipads ironic issue issues item jacket jackets
jail january jealous job jobs join joined joining joint joke jokes journal journals judge juice july jump jumping
jumps june junior keeps keyboard keyboards kick kicked kicking kicks kind kindergarten kitchen knee knees knife
label labels laces lack ladder lady laminate laminating lamp language laptop laptops large late latest laugh laundry
law lazy lead leader leaders leadership leads leaf league learn learning leave leaves leg legal legit legs lend
lesson lessons lets letter letters level levels library lice license lie life lift light lights likely limited line
lines link links lion lip list listen listening lists literacy little lives load loan local location lock lockdown
locker lockers log logical logs lol lonely long loop loose lose loses losing lost lot loud love low lre lucky lunch
lunchbox lunches lunchroom machine magic magnet magnets mail main major make makeup mall manages manipulatives many
map maps march marker markers mask masks mat match material materials math maths mats matter mature maximum may
maybe maze mba meal meals meaning meaningful measure meat medal media medical medicine medium meet melt meltdown
meltdowns member members memory mental menu mess message messages metal microphone middle migraine migration mild
milestone milk mind minimal minor minute minutes mirror misbehavior miss missing mistake mistakes mitten mix mixed
mll mobile mobility mode model models moderate modern modified moment monday mondays money monitor monkey monthly
mood moods morale mornings mouse mouth move movement moves movie movies mtss multiple multiplication muscle museum
music musical mute n/a nap napkin naps narrow nasty natural nature neat necessary neck needs negative neighbor
nephew nerves nervous net network neutral news newspaper nice nickel niece night nightmare nights noise noises
nominate nonverbal noon normal north nose notebook notebooks notes notice noticed notices november nowhere number
numbers nurse nut nuts oatmeal object objects observation observations obvious occupational ocean october odd
offense office officer offices official okay older omg ongoing online only open opening opens operation opinion
option options order orders ordinary organization organize organizer organizers orientation orthotics others ots
outburst outbursts outcome outdoor outfit outing outings outlet outside oven overall overnight overwhelmed own pack
packet packets packs pad page pages paid pain paint painting paints pair panic pants paper papers paperwork parade
paragraph paragraphs parental park parking part partial parts party pass passed passes passport past paste path
patience pattern patterns pause pay pays pbis pe peaceful peanut peanuts peer peers pencil pencils penny pens
perfect performance perhaps permanent permission permissions person personal personality perspective pet pets phone
phones phonics photo photos phrase physical piano pick picks pickup picture pictures piece pieces pill pillow pills
pinching pink pipe pizza place placement places plan planner planners plant plants plastic plate play playground
playing plays playtime pleasant pleasure plenty plot plus pocket pockets podcast poem poems poetry point points
poison police policy polite pool poor popcorn popular portfolio positive possible post poster posters potato
potential potty pouch pour power practical practice practices prefer pregnant prek prep prepare prepared prepares
preschool present presentation presents president pressure pretend prevent previous price pride principal print
printed printer printing prints private prize prizes probable probably problem problems process produce product
productive professional profile program programs progress project projects promotion prompt prompts proper property
protect protein protocol proud proves provide pto puberty public pull pulled pump punch punched punching punctuation
punishment puppet purple purpose push put puzzle puzzles qualified qualifies qualify quarter quarterly questions
queue quickly quiet quit quiz quizzes rabbit race radio rain raise ramp random range rapid rare rash rate rating raw
reach reaction reacts read readiness reading ready reality reason reasonable reasons receipt recent recess recital
record recorder recording recordings records recovery red refer referral referrals refusal refusals refuse refuses
reg register registration regression regular regulation rehearsal reinforcement reinforcer reinforcers relationship
relationships relay release relevant religion reluctant reminder reminders remote rental repair replacement reply
report reports request requests requirement research reset resource resources respect response responses responsible
rest restraint restroom restrooms result results retake retakes return reward rewards rhythm rice ride rider rides
ring ripped risk robot robotics rock role room rooms rope rotation rotations rough roundup route routes routine
routines rti rub rubric rubrics rude rug rule ruler rules rumor run running runs sad sadness safe safety salad sale
sand sandwich satisfied saturday saturdays save scared scarf scary schedule scheduled schedules scheduling
scholarship science scissors scooter scores scream screamed screaming screen screener screeners screening screenings
screens script scripts seasonal seat seating seats seclusion secondary secret section secure security seem seizure
seizures sel selection selective self sell semester semesters send sends senior sensitive sensory sent sentence
sentences separate separation september sequence series serious service services setting settings settle settled
setup severe shadow shake shakes shape shapes share shares sharing sharp sheet sheets shelf shelter shirt shirts
shoe shoelaces shoes shop shopping short shot shots shoulder shout shower showers shut shutdown shutdowns sibling
siblings sick sickness sight sign signature signatures significant signs silence silly similar simple singing single
sings sink sister sisters sit site sits size sketch skill skilled skills skin skirt sky sled sleep sleeping sleepy
slide slides slip slips slow slp slps smart smell smells smh smile smoke smoking smooth snack snacks snow soap
soccer social sock socks soft software soil solid solo solution solutions solve someday sometimes somewhere song
songs sophomore sore sound sounds soup south space spanish speaker special specific spectrum speech speeches speed
spelling spill spirit spit spits spoke spoon sport sports spot spots stable stage staircase stairs stall stamp
stamps stand standard standards staple start starting state statement states station stations stay steady steal
stealing stem step stick sticker stickers sticks stimming stole stomach stone stool stop stops storage store stored
stories storm story straight strange strategies strategy straw stress stretch strict string strings stroller strong
structure struggle struggles stuck studies study stuff style sub subject subjects subs substitute subtle success
successful sudden sufficient sugar suicide suit suitable suitcase summary summer sunday sunglasses sunscreen supper
supplies supply support supports surgery surprise survey surveys suspect suspended suspension suspensions sweater
sweep swim swimming swimsuit swing swinging swings syllable syllables symbol symbols symptom symptoms synonym system
systems table tables tablet tablets tactics tag tail talent talking tall tantrum tantrums tape target targets task
tax taxi teach teaching team teams tear tears tease teasing technique technology teeth telephone television temper
temperature temporary tennis tension term terms terrible test testing tests text textbook textbooks texting texts
thanksgiving theater theme therapist therapists therapy theyre thick thin thinking threat threats threw throat throw
throwing throws thumb thursday thursdays tic ticket tickets tics tie tight timeline timer timers timing tiny tired
tissue tissues title toast toe toes together toilet toileting toilets tokens tomorrow tone tongue tonight tool tools
tooth toothbrush topic topics total touch tough tour towel towels town toy toys track tracker trackers traditional
traffic training transcript transfer transferred transit transition transitions translate translates translation
translator transport transportation trash trauma travel travels tray trays treasure treat treatment treats tree
trees trial trick tricks tricky trigger triggers trimester trip trips trombone trouble truancy truck trucks trumpet
trust truth tube tuesday tuesdays turn tutor tutoring tutors twin twins type typical typing umbrella unable unclear
understand understanding unexcused unfair unhappy unhelpful uniform uniforms unique unit units unlock unsafe unusual
upgrade upset upstairs urgent useful usual usually utensil utensils vacation vaccination vaccine vaccines vacuum
valid value van various vending verbal version vest vests video videos view violence violin virus vision visit
visited visiting visitor visits visual visuals vital vocab vocabulary vocational voice voices volleyball volume
volunteer volunteers vomit vote vulnerable waist wait waiting waiver wake walk walker walking walks wall wallet
walls want war warehouse warm warning warnings wash washing waste watch water wax way weak weapon wear wears weather
website mon tues weds thurs fri tmrw wedding wednesday wednesdays weekend weekends weekly weigh weighing weight weird
welcome wet whatever whats
wheel wheelchair wheelchairs whenever wherever whistle whole whos wide wifi wig wiggle wiggling wild willing win
window windows wing wins wipe wipes wire witness woman women won wonder wonderful wood workbook workbooks worker
workers worksheet worksheets workshop world worries worry worse worst worth wound wrestling wrist writer writing
wrong yard year yelling yellow yesterday yoga young zipper zone zones zoo
""".split()
)
