"""Words that are also names or initials: *Will*, *Grace*, *OK*. Where no name is expected they are asked back."""

# Names people are given that a sentence may begin with, in any meaning.
_NAMES = """
ace april arch art august autumn bay bear bell bill bishop bless blessing bliss bloom blue bolt branch
bridge bright brown bud buddy case chance charity charm chase cherish cherry chip chuck clay cliff coach
coal con cook cotton dash dawn deal dean dear delight destiny diamond dot dove dream drew early earnest
easter echo eve ever faith fancy field fields flip forest frank free gem gene genesis gent glad glory gold
golden grace grant gray green grey grove guide guy hall happy hardy harmony haven heart heaven hero hill
honest honesty honey honor hope ice iron jam jet joy judge june just justice kind king kit lake land lane
law legacy legend liberty light link lion long love lucky lyric magic major march mark max may meadow melody
memory mercy merit mike miles mill mint moss nest noble norm north nova ocean page park patience peace pearl
penny piper poem poet pop praise precious price prince promise prosper rain rainbow ranger reason red reed
rich rip rise river rock rocky rose royal run rusty salt sandy sea season serenity shade silver skip sky
slate snow song spring star steel sterling stone storm stormy story strong sugar summer sunday sunny
sunshine sweet tag temple thorn tiny trace trip true truth unity van victory virtue warm way wells west will
win winner winter wise wish wolf wonder wood woods worth young
"""

# What a note about a school day begins with, or has right after a name. Ours, by ear; not a frequency list.
_COMMON = """
a about above absent according across act acted actually add added adding after afternoon afternoons again
against age agreed ahead aide all almost alone along already also although always am an and another answer
answered answers any anyone anything apart are area around arrived as ask asked asking asks assembly at ate
attempt attempted away awesome back bad be became because become been before began begin behavior behaviour
behind being best better between big bit block both break breaks bring brings brought bus busy but by call
called calling calls calm calmed calmer came can cannot cant card care catch caught center centre change
changed chart chat check checked checking choice choose chose class classes classwork clean clear clearly
close closed code come comes coming complete completed completely concern concerned continue continued
continues could couldnt counseling count counted cried cry crying cut dad daily data day days demo desk did
didnt difficult do does doesnt doing done dont down dropped due during each earlier easily east eat eating
else end ended ending english enjoyed enough entered essay even evening every everyone everything exam
excellent except extra face fair fall family far fast father feel feeling feelings feels felt few fidget
fifth final finally find fine finish finished finishes finishing first five focus focused following food for
forgot forth four fourth friday friend friends from front full fun game games gave get gets getting give
given gives giving go goal goals goes going gone good got grade great grew group grow growth gym had half
hand handed hands happened hard has hasnt have havent having he head hear heard held hell help helped helper
helping helps her here hers hes hi high him himself his hit hold homework hour hours how however huge i id
idea ideas if ill im improved improvement in independently inside instead into is isnt it its itself ive
just keep keeping keeps kept kids kind kinds knew know knows large last late later lead learn learned
learning least leave leaves led left less lesson lessons let lets letter level library like liked likes line
lines list listen listened little live lived lives longer look looked looking looks lost lot lots loud love
loved loves low lunch made main make makes making man many math maybe me mean means meet meeting met middle
mild mind mine minute minutes miss missed misses missing mom moms monday month monthly months mood more
morning mornings most mostly mother mr mrs ms much music must my myself name named near need needed needs
never new next nice nine nobody none nor not note noted notes nothing notice noticed now nurse of off
offered office often oh okay old on once one ones only open opened or other others our out outside over
overall own pack paid pair paper para parent parents part partner past pause peer peers people per perhaps
period physical pick picked piece place plan planned play played playing plays please plus point points
positive possible post practice practiced practise present problem problems program progress project proud
pull pulled push put quick quickly quiet quietly quite quiz ran rather re reached read reading reads ready
real really recess refused remember remembered reminder reminders request requested rest return returned
review reviewed reward rewards ride right room rough routine rules sad safe said same sat saturday saw say
saying says schedule school science score scored second seem seemed seems seen sent session sessions set
settled seven several shared she shes short should shouldnt show showed shown shows shut side sign since sit
sitting six skill skills sleep slept slow slowly small smile smiled so social some somebody someone
something sometimes son soon sort sounds space speech spelling spend spent spoke staff stand start started
starting starts stay stayed steps still stop stopped straight strategy strong struggled struggles struggling
student students study such super support supports sure table take taken takes taking talk talked talking
task tasks taught teacher tell ten test tested tests text than thank thanks that thats the their them then
there theres these they theyre thing things think third this those though thought three through thursday
time timer times tired to today together told tomorrow tonight too took top total touch toward towards
transition tried tries try trying turn turned turns twice two unable under unit until up update upset us use
used uses using usually very visit visited voice wait waited walk walked walking walks want wanted wants
warm was wasnt watch watched we wednesday week weekly weeks well went were werent what when where whether
which while white who whole why wide with within without wont word words work worked working works world
worried worry would wouldnt write writes writing wrote yeah year years yes yesterday yet you your yours zero
"""

# Initials that are words, or that every school day is full of.
_SHORT = """
aac aba ac ad adhd ah aim ais all am an ap as asl at ax ay be bio bip boy by cba cbm cd cico cpi cps cst da
dr ds ed eh el ela ell elp en eod eow er es esl esy ex fa fba fe fyi ga gas ge go gt ha hat he hi hm hmm ho
hs hw id ie iep if in iq is iss it ix la lit lo lol lp lre lst ma me mi mp mph ms mtss my na nj no nt oh ok
ol om on op or oss ot ow ox pa pbis pd pdf pe pep ph pi pl plop pm po pre psa pst pt pta pto pw qa qi re ri
rti sat sc sd sel sh si sla slp so sos sp sro ss sst st std sub sw ta tba tbd te ti tl to tv tx uh um un up
us ut va wa wed wi wow wv wy ya ye yo yr
"""

NAME_WORDS = frozenset(_NAMES.split())
_ALL = frozenset(f"{_NAMES} {_COMMON} {_SHORT}".split())


def is_word(folded: str) -> bool:
    """Whether every part of a folded name or pair of initials is also a word: *grace*, *will read*, *so*."""
    return bool(folded) and all(part in _ALL for part in folded.split())
