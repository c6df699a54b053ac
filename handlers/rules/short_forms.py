"""Common short forms of given names: Maggie for Marguerite. Offered, never assumed: only a recorded nickname counts."""

# Each line is one family: anybody recorded under one of these may be called by another.
_FAMILIES = """
abigail abby abbie gail
abraham abe bram
adelaide addie ada heidi
albert alberto al bert bertie
alexander alexandra alejandro alejandra aleksandr alex al lex lexi sandy sasha sandra ale xander zander
alfred alfredo al fred alf alfie
alison allison ally allie ali
amanda mandy
anastasia ana stacy stasia nastya
andrew andrea andres andy drew dre
angela angelina angie
anthony antonio antonia tony toni anton
archibald archie
augustus augustine august gus
barbara barb babs barbie
bartholomew bart bat
beatrice beatriz bea trixie
benjamin benedict bennett ben benny benji
bernadette bernard bernie
bradley bradford brad
bridget brigid bridie biddy
caleb cal
cameron cam
caroline carolyn carol carrie caro
cassandra cassidy cass cassie sandra
catherine katherine kathryn katarina ekaterina catalina cathy kathy kate katie kat kit kitty kay katya cat
charles charlotte carlos charlie chuck chaz lottie carlitos
christina christine kristina cristina chris chrissy tina kris kristy
christian christopher cristian cristobal chris kit topher kris
clementine clement clem
constance connie
cynthia cindy
daniel daniela danielle dan danny dani
david dave davey davy
deborah debra deb debbie
dominic dominique domingo dom nic
donald don donny
dorothy dorothea dot dottie dolly thea
douglas doug
edward edgar edmund edwin eduardo ed eddie ned ted teddy lalo
eleanor elena helena ellen helen ellie nell nellie nora lena
elizabeth elisabeth isabel isabella eliza liz lizzie beth betsy betty bess elsie libby lisa bella izzy ellie
emily emilia emma em emmy millie
esperanza hope espe
eugene eugenia gene
evangeline eva eve evie angie
ezekiel zeke
ezra ez
florence flo flora florrie
frances francis francisco francesca fran frank frankie franny paco pancho cisco cesca
frederick frederica fred freddie freddy rick ricky
gabriel gabriela gabrielle gabe gabby gabi
genevieve gen jenny eve viv
george georgia georgina georgie jorge
gerald geraldine gerry jerry
gertrude gert trudy
gilbert gil bert
giovanni gianni gio john
gregory greg gregor
guadalupe lupe lupita
guillermo memo william
gwendolyn gwen wendy
harold henry harriet hal harry hank hattie enrique
hezekiah hez zeke
hubert hugh hugo hubie
ignacio nacho ignatius iggy
imogen immy
isaac isaiah ike zac
ivan vanya
jacob jakob james jacobo jake jim jimmy jamie jem coby diego
jacqueline jackie jacqui
janet jane jan janie
jason jay jace
jasmine yasmin jas jazz
jeffrey geoffrey jeff geoff
jennifer jenny jen jenna
jeremiah jeremy jerry jem
jessica jessie jess
jesus chuy
joan joanna joanne johanna jo joey
john jonathan johnathan johannes juan jack johnny jon jonny jonah hans sean ian
jose josefina joseph josephine joe joey jo josie pepe pepa chepe
joshua josh
judith judy jude
julian juliana julia julie juliet jules jules
kenneth ken kenny
kimberly kim
lawrence laurence lorenzo larry laurie lars renzo
leonard leonardo leo len lenny
leticia lety tish
lillian lily lil lilly
louis louise luis luisa lou lulu louie
lucas lucian lucy lucia luke luca lu lucille
luz lucita
madeline madeleine magdalena maddie maddy lena
manuel manuela emmanuel emanuel manny manolo
marcus marcos mark marco marc
margaret marguerite margarita margot maggie meg megan peggy greta daisy madge rita margie peg
maria mary marie miriam mariana molly polly mia mimi maria mae mamie
martha martina marty patty tina
martin marty
matthew matthias mateo matt matty
maximilian maximiliano maxwell maxine max
melanie melissa mel missy lissa
mercedes mercy meche
michael michelle miguel mikhail mike mikey mick mickey shelly misha
millicent mildred millie
mitchell mitch
mohammed muhammad mohamed mo
montgomery monty
nancy nan
natalie natalia natasha nat nattie tasha
nathaniel nathan nate nat
nicholas nicolas nicole nikolai nick nicky nico nikki klaus kolya cole
oliver olivia ollie liv livvy
oscar ozzie
oswald oz ozzie
pamela pam
patricia patrick patricio pat patty patsy tricia trish paddy rick
penelope penny nell
peter petra pedro pete
philip phillip philippa felipe phil pip pippa
phoebe bea
rachel raquel rae
raymond ramon ray
rebecca rebekah becca becky
reginald reggie reg
rafael raphael rafa rafe
richard ricardo rich rick ricky richie dick
robert roberta roberto rob robbie bob bobby bert bobbie beto
rodney rodrigo rod
roger rodger rodge hodge
roland rolando rollie
ronald veronica ron ronnie roni
rosa rosalind rosalie rosario roseanne rosemary rose rosie roz charo
roxanne roxana roxy
russell russ rusty
samuel samantha samson sam sammy sami
santiago diego santi
sarah sara sadie sally
sebastian seb bastian bas
serafina sera fina
simon simone si
sophia sofia sophie sonya fia
stanley stan
stephen steven stephanie esteban steve stevie steph
susan susanna suzanne sue susie suzy
sylvester sylvia sly silvio
teresa theresa terry tess tessa tere
terence terrence terry
theodore theodora theo ted teddy dora teo
thomas tomas tom tommy
timothy timotea tim timmy
tobias toby
tristan tris
valentina valentino valerie val
victoria victor vicky tori vic vico
vincent vincenzo vicente vin vince vinny chente
virginia ginny gina
vivian vivienne viv
vladimir vova vlad
walter wally walt
wilhelmina willa billie mina minnie
william will bill billy liam willie
winifred winston winnie fred win
xavier javier xavi javi
yevgeny evgenia zhenya
zachary zachariah zack zach zac
zadie sadie
"""


def _by_name() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for family in map(frozenset, map(str.split, _FAMILIES.strip().splitlines())):
        for name in family:
            found[name] = found.get(name, frozenset()) | family
    return found


_RELATED = _by_name()


def find_related(given: str) -> frozenset[str]:
    """Folded given names that this folded one commonly stands for or is shortened to, itself left out."""
    return _RELATED.get(given, frozenset()) - {given}
