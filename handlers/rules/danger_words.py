"""The words that sound like a child in danger, and the harmless phrases that hold one of them.

A school psychologist must review these lists before a school relies on them: they were put together by developers,
they are English only, and no list finds what is said in other words. They decide one thing, that the writer gets the
school's crisis text and the words stay restricted. They assess nobody.

How to read a line: words stand whole and in this order; `a|b` is either; `on_fire` is two words; `kill~` takes its
usual endings (kills, killed, killing, killer); `…` is up to four words in between; `SELF` and the like are the groups
at the top. Case, accents, apostrophes and punctuation do not count, so *can't* is written cant.
"""

GROUPS = {
    "SELF": "myself|himself|herself|themself|themselves|yourself|hisself|my_self|him_self|her_self|them_self",
    "ADULT": "dad|daddy|father|mom|mommy|mother|stepdad|stepfather|stepmom|stepmother|parent|parents|uncle|aunt"
    "|grandpa|grandfather|grandma|grandmother|boyfriend|girlfriend|guardian|sitter|babysitter|coach",
    "ANYBODY": "me|him|her|us|them|you|someone|somebody|everyone|everybody|anyone|people|kids|others|students|student"
    "|teacher|teachers|classmate|classmates|peer|peers|friend|friends|brother|sister|mom|dad|mother|father",
    "WHOSE": "the|a|an|this|his|her|their|my|our|todays|fridays",
    "NOT": "not|dont|doesnt|didnt|isnt|wasnt|never|no_longer",
}

SELF_HARM = """
suicid~
kill~
unaliv~
kms|kys
selfharm~|selfinjur~
self harm~|injur~|mutilat~|destruct~
hurt~|hurting|harm~|cut|cuts|cutting|burn~|burnt|injur~|scratch~|stab~|chok~|hang~|hung|shoot~|shot|starv~ SELF
bit|bite|bites|biting|hit|hits|hitting|punch~|slap~|bang~ SELF
bang~|hit|hits|hitting my|his|her|their head
head bang~
cut|cuts|cutting|slit|slits|slitting|scars … wrist|wrists|arm|arms|thigh|thighs
been|keeps|kept|caught|stop|stopped cutting
cutting again
want~|wish~|wanna|tried|trying|try|tries|plan~|hope~|hoping|rather|ready … die|dead
going|gonna to_die|die
wish~ … never_been_born|never_born|not_been_born|werent_born|not_alive|gone
never been|be born
want~|wanna … disappear|vanish
want~|wanna not|to_not|not_to … be|exist|live|wake
NOT want~|wanna|wanting … live|be_here|be_alive|be_around|wake_up|exist|go_on
NOT … reason|point to|in|of live|living|life
no reason|point to|in|of live|living|life
tired|sick of living|life|being_alive
NOT … worth living
life … worthless|pointless|not_worth
better off … dead|without_me|without_him|without_her|without_them
end~ it_all
end~|take|takes|took|taking … my|his|her|their|your life|own_life
noose
overdos~|od_on|oded
pills … all|bottle|handful|swallow~|overdose
all|bottle|handful|swallow~|too_many … pills|medication|meds|tylenol
jump~ off|from|out_of|out|in_front_of … roof|bridge|building|window|balcony|car|train|traffic|ledge
asphyxiat~|suffocat~
goodbye|death note|letter|notes|letters
"""

HARM_TO_OTHERS = """
gun|guns|gunshot|gunshots|gunfire|gunman|handgun|handguns|shotgun|shotguns|airsoft
firearm~|rifle|rifles|pistol|pistols|revolver|ammo|ammunition|bullet|bullets
shooter|shooters|shootings
school|mass shoot~
shoot~ up
shoot~|shot ANYBODY
shoot~|shot at|the|a|my|his|her|their ANYBODY
got|been|was|were|getting|get shot
knife|knives|knifed|machete|dagger|switchblade|brass_knuckles
box_cutter|box_cutters|boxcutter|razor|razors|razorblade|razorblades
weapon~
bomb~|explosives|explosive_device|grenade|grenades
stab~
hit|kill|death list
threat|threats|threaten~
murder~|strangl~|massacre~|kidnap~
chok~ ANYBODY|another
chok~ a|the|my|his|her|their|another ANYBODY
hurt|harm|hurting|harming|attack~|beat|beating ANYBODY
hurt|harm|attack~ a|the|my|his|her|their|another|other ANYBODY
beat~|beating … up|to_death
burn~ … house|school|place|it down
set|sets|setting … on_fire
set|sets|setting fire|fires
"""

ABUSE = """
abus~|molest~|incest~|traffick~|groom~|grop~|assault~
rape|rapes|raped|raping|rapist
sexual~
touch~ … inappropriate~|private|privates|breast|breasts|chest|butt|genital~|down_there
inappropriate~ touch~
private|intimate parts|part
nude|nudes|sext|sexts|sexted|sexting
naked … pic|pics|picture|pictures|photo|photos|video|videos
expos~ SELF
hit|hits|hitting|beat~|slap~|punch~|kick~|whip~|hurt|hurts|burn~|shov~|smack~|spank~|chok~|thrown … by … ADULT
ADULT … hit|hits|hitting|beat~|slap~|punch~|kick~|whip~|hurt|hurts|hurting|burn~|shov~|smack~|spank~|chok~
ADULT … drunk|violent|throws|threw
hit|hits|beat~|slap~|punch~|whip~|hurts|burn~|smack~|spank~ me|him|her|them … ADULT|belt|home
hits|beats|slaps|punches|whips|hurts|burns me
beaten
bruis~|welt|welts|black_eye|black_eyes
burn|belt|bite|choke|strangle|finger mark|marks
cigarette burn|burns
neglect~
lock~ … in|inside … room|closet|basement|house|home|car|garage|bathroom|cage
lock~ out|outside
left|leaves|leave|leaving alone … home|house|car|night|nights|overnight|hours|weekend|weekends
home alone
no|not_enough|without food|heat|electricity|power|running_water
nothing to eat
hasnt|havent|not|never been_fed|fed
hasnt|havent|not|never eaten … since|days|weekend|yesterday
hungry … home|weekend|weekends
afraid|scared|terrified|frightened … go|going|goes home
afraid|scared|terrified|frightened of … ADULT|home|him|her
NOT want~|wanting … go|going home
feel|feels|felt|feeling unsafe
NOT … feel|feels|feeling … safe
NOT safe … home|house|with|there
unsafe … home|house
ran|run|running|runs away … home
runaway
kicked … out_of|from … house|home
domestic violence|dispute|abuse
violent|violence|fighting at|in … home|house
cps|dcfs|child_protective|protective_services|child_protection
mandated report~
sleep~|living in … car
NOT … tell~ anyone|anybody|mom|dad
keep~ … secret|secrets
"""

# Taken out before the words above are looked for, so a line here must be harmless whatever stands around it:
# no `…`, and nothing that could be said of a person.
HARMLESS = """
glue|heat|radar gun|guns
jump~|jumping the gun
bullet point|points|journal|journals|journaling|list|lists|chart
kill~ it|this|that on|at|with|in|during WHOSE quiz|test|exam|presentation|project|performance|recital|concert|play
kill~ it|this|that on|at|with|in|during WHOSE math|reading|spelling|assessment|game|speech|essay|unit
kill~ time|some_time|two_birds
to_kill_a_mockingbird
killer whale|whales|bee|bees
stab at it|this|the_problem|the_problems|the_essay|reading|writing|spelling|solving|answering
bath|cherry|photo|calorie bomb|bombs
bomb~ WHOSE quiz|test|exam|presentation|essay
plastic|butter|palette|putty knife|knives
knife_and_fork|fork_and_knife|knife_skills
razor scooter|scooters
abus~ WHOSE pass|passes|card|cards|timer|privilege|privileges|chromebook|phone
abus~ WHOSE break|hall|bathroom|restroom pass|passes|card|cards
groom~ skill|skills|routine|routines|checklist|task|tasks|goal|goals|kit|chart|station
hygiene and groom~
cutting out|along|paper|shapes|lines|circles|squares|skills|practice|with_scissors|food|fruit|vegetables
neglect~ to
bruised banana|bananas|apple|apples|fruit
runaway bunny
shoot~|shooting hoops|baskets|free_throws
hurt~|hurting his|her|their|my|someones|others|peers feelings
beat~|beating his|her|their|the own_record|record|score|goal|best_time|personal_best|timer|clock|buzzer
hit|hits|hitting his|her|their|the|a|every goal|goals|target|targets|benchmark|benchmarks|milestone|milestones|ball
threw|throw|throws|throwing up
threatened|endangered species|animals|habitats
roll~|rolling a|the|one die
life skills|skill|science|cycle|cycles
kick~|kicked off
"""
