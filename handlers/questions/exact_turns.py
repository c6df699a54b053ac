"""The turns that only one kind of question has: terms, promises, history, huddles, what is no question at all."""

from handlers.questions.question import Asked

EXACT: tuple[tuple[Asked, str], ...] = (
    (
        Asked.NO_OWNER,
        """
<followup> that/which do? <unowned>
""",
    ),
    (
        Asked.MEANING,
        """
what do * stand for ~ $
what do a? !it/this/that/you/we * <mean> for? $
what do a? !it/this/that/you * <mean> in/again/exactly/anyway/here/on/for/when ~ $; what do a? * short for
what do people/they/we mean by a? *; what be a? * <mean> $; what be a * $; what be * short for; what be * stand for
what be a * again/exactly/anyway $; <define> what a? * be/<mean> $; ^ <define> a? * $; ^ what a? !do/be * <mean> $
what be meaning/definition of a? * $; meaning/definition of a? * $; ^ * meaning/definition/acronym $; ^ * mean what
^ a? * stand for what; what word/acronym * <mean>; what heck/earth/even/exact be a? * $
can/could/please/someone/i <define> !what a? * $; ^ <define> what a? * be/<mean>; ^ <define> to? me? a? * $
what they/people/PRO mean by a? *; ^ wtf/wth be a? * $; what a * be $
what do it mean when/if PRO/people/we/i/it/iep/anyone say *
""",
    ),
    (
        Asked.OWNER,
        """
<who> ~ was go/going/plan/suppose/supposed to <takes> <single>/<thing> <on>? $; <who> was it/this/that <given> to? $
<who> volunteer/offer/agree to? take <single> $
<who> ~ <say>/<promise> ~ follow up/through <about>? <single>/<thing>? $
do we have ~ owner/lead/person/anyone <about> ~; be there ~ owner/lead/person/anyone <about>/<own> ~
what be/was plan <about> <single>/<thing> ~; whose !MINE ~ be <single> ~ $
what do we/they/PRO ~ decide/agree/say/settle ~ <about> <single>/<thing> ~
<who> do? we/they/PRO/you/i <given> on/for/to? NAME/KID/PRO/PAIR/<thing> !S ~; <who> <modal> be? <told> ~
be/was/do/have it/this/that ~ assign/taken/take/claim/cover/pick/own/handle $
be <single> cover/covered/handled/handle/own/taken/take ~; ^ <single> S? <open>? <followup> $
^ plan <about> <single> ~; where be/do? we be/stand? ~ <followup> ~
show/list/pull/see/view/get/give up? ~ <followup> <about> <student> ~; be it/this/that mine ~; be <single> on anyone ~
what do team ~ agree/promise/decide/commit/say ~
""",
    ),
    (
        Asked.DUTY,
        """
have/be/was/do <anyone> ~ assign ~ <duty>/<done>; what/how about <duty>/<done> $; ^ backup ~ <duty> ~
be you/i/STAFF one ~ <duty>/<done>; ^ <duty> be <single> on $; ^ <single> ~ <duty>/<done> ~ <who> $
""",
    ),
    (
        Asked.DUTIES_OF,
        """
MINE be/do <me> ~ <duty>/<done> ~
""",
    ),
    (
        Asked.HOW_IS,
        """
what do/have? we/you/i have/get on/about <single> ~; ^ who be <single> doing ~ $; where <single> be ~
where be/do? we be/stand? ~ with/on/stand ~ <single>
how <single> be ~
""",
    ),
    (
        Asked.HISTORY,
        """
<who> was suppose/supposed to be ~ <duty>/<done>/<own> ~ THEN
""",
    ),
    (
        Asked.WHO_SAID,
        """
<who> ~ <promise> i/me/we/us that? PRO <will> *; do/have STAFF <promise> <to>? PRO? <will>? *
be/was it STAFF that/who? <say> that? PRO? <will> *; be/was it STAFF that/who? <promise> <to>? PRO? <will>? *
be/was STAFF one that/who? <say> that? PRO? <will> *; be/was STAFF one that/who? <promise> <to>? PRO? <will>? *
<who>/<anyone> ~ <say> that? PRO/we/i/you/anyone/everyone/STAFF <will> *; do/have STAFF/NAME <say> that? PRO <will> *
<who> ~ <promise> <to>? PRO? <will>? *; <who> ~ <say> <will> *; <anyone> ~ <promise> <to>? PRO? <will>? *
<who> ~ was <will> to? *; <who> ~ was suppose/supposed to *; <who> have promise to? *
<who> ~ <say> that? PRO/we/i be/was *; <who> was go/plan/planning to *
""",
    ),
    (
        Asked.GAPS,
        """
MINE ~ without ~ <duty>/<done>; which/what ~ without ~ <duty>/<done>; where be ~ <gap>
<nobody> ~ NAME/KID/PRO S? chart; which/MINE/what ~ not have ~ <duty>/<done>
<who> have <nobody> ~ <duty>/<done>; ^ <role> ~ <nobody> ~
""",
    ),
    (
        Asked.HUDDLE,
        """
where ~ <huddle>
""",
    ),
    (
        Asked.UNCLEAR,
        """
^ <order> ~; ^ <other> ~; ^ when <modal> <single> be ~; ^ be/do <single> go ~; ^ can/could/would anyone ~
""",
    ),
    (
        Asked.HISTORY,
        """
<who> do? be? <change> ~ <own>/<duty>/<role>/<followup>/STAFF/due/date; <who> do? have? <change> it/this/that/<single>
<who> ~ handed ~; <who> do? assign ~ STAFF/<single>; <who> do? assign <single>/it/this/that
when ~ <duty>/<own>/<role>/STAFF ~ <became>; when ~ <became> ~ <duty>/<own>/<role>/STAFF/followup
when ~ <became> hand; when was ~ <duty>/<own>/<role>/STAFF ~; how long ~ <duty>/<done>/STAFF/<own>; since when ~
<who> <was> ~ <duty>/<done>/<own>/on/have/do/with; <who> !be ~ <duty>/<done>/<own>/have/on/with ~ THEN
<who> give/handed/pass/passed/assign it/this/that/<single> to? <me>/STAFF ~
<who> take <single>/it/this/that off/from/away ~; have <single> have/had other/another/different ~ <duty>
do/have/was ~ always ~ <duty>/<own>/STAFF; <who> ~ <was> ~ THEN; <who> <was> <single> ~ THEN
<who> had <single>/it/this ~; <former> <duty>/<own>/<role>/holder
<who> ~ <duty>/<done>/<own>/have/do/on ~ before !<routine> ~; history/changes of/on/for/with; ^ history
<duty>/<own>/<role> history; <duty>/<own> ~ <changed> hands?; <who> ~ take over; when do/have ~ <changed> hands
when do/have it/this/that <changed>; <who> ~ replace; <who> ~ start/stop/quit <duty>/<done>/<own>; <who> ~ step down
<who> be <duty>/<own> before; <who> be <former> ~ <duty>/<own>; <anyone> <change> ~ <own>/<duty>/<role>/due/date
do/have/was ~ <own>/<duty>/<role>/due/date ~ <change>; <who> make ~ change ~; <who> set/put/name <single> S <duty>
who <was> on/with <single>; change log; ^ when ~ hand over/off; who have ~ been <duty>/<own>; <who> <was> <own>
<who> have <single> before; <who> have <single> THEN; what <change> ~ <role>/<duty>/<own>; who <was> it before
THEN <who> <own>/<duty>/<done>; THEN <who> <was>/be; how/why do ~ <own> <changed>; who edit; <who> do <done> before
who <was> responsible
""",
    ),
    (
        Asked.FOCUS,
        """
<focus>; <who>/which/what ~ be? <focus>; <who> be up <next>; <who> be up $; <who> be <next>; <who> up <next>
<who>/which ~ we? <discuss> <next>; which kid/student be? up/next ~; <who> ~ we/team be? <discuss> ~ <next>
<who> be/do we <discuss> $; <who> be/do/will we <discuss> ~ <next>; who/whose turn/week/day ~ <next>; whose turn $
whose turn/week/day be it ~
<who> be be? <discuss> $; which student/kid ~ <next>; be <single> up ~; be <single> <focus> ~
be <single> on ~ <huddle> ~; when be <single> up ~
when be <single> S? <focus>/turn; when <modal>/be/do we ~ talk/discuss/cover/review/focus/celebrate/feature ~ <single>
when be it <single> S? turn; be it <single> S? turn; be <single> <next> ~; when do we <discuss> <single>
be we <discuss> <single>; what student/kid ~ <next>; what student/kid be? up; <who> be on <next>; <who> be focus
focus <next>; be <single> on agenda; <who> be on agenda/deck; <who> be huddle <about> $; who be ~ huddle about
<who> come up next; <who> go next; when ~ <single> be up; who get discuss ~; who we <discuss> ~ <next>
who we <discuss> $; <who> be ~ huddle <next>; <who> be ~ <next> huddle; <next> student/kid
""",
    ),
    (
        Asked.HUDDLE,
        """
<when> ~ <huddle>; <when> ~ we ~ <meet>; <when> ~ MEETING; <when> ~ <meet>; where ~ <huddle>; next <huddle>/MEETING ~
be there ~ <huddle>; be we ~ <meet>; do we have? ~ <huddle>/MEETING; ^ <huddle> ~ $
what ~ <huddle> time/day/date/schedule; be <huddle> ~; <huddle> TIME; what be on ~ agenda; be we still on for
<huddle> be when; be there ~ MEETING; be MEETING TIME; <huddle> still; what be <huddle>; do team <meet>
what TIME be <huddle>; do we <meet>; <huddle> when; be our/we <huddle>; what time be it
""",
    ),
    (
        Asked.UNCLEAR,
        """
be/do/was <single> late/behind/absent/sick/here/there/out/back/present/in/home/gone/leaving ~; what time ~
when be ~ $; what be <single> S <duty> $
""",
    ),
    (
        Asked.GAPS,
        """
which/MINE/what ~ without ~ <duty>/<done>; list/show ~ without ~ <duty>/<done>
""",
    ),
)
