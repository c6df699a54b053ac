"""Which turns make which question: one table, read from top to bottom."""

from handlers.questions.question import Asked

# In the order they are tried: what its words make surest comes first.
KINDS: tuple[tuple[Asked, str], ...] = (
    (
        Asked.MEANING,
        """
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
    (
        Asked.OWNER,
        """
^ be/do/have <nobody> ~ <own> ~ <single>/<thing> ~ ASKS
""",
    ),
    (
        Asked.NO_OWNER,
        """
<unowned>; what be <nobody> doing ~
""",
    ),
    (
        Asked.OVERDUE,
        """
<overdue>; do/have/did we ~ miss ~; anything we ~ miss/drop/forget ~; what ~ we miss
anything/what/which/any/followup/i/we/STAFF/something/everything/nothing ~ <late>; late <followup>
what ~ supposed to be do by; what ~ not ~ do; what do we ~ drop; list/show late/behind
""",
    ),
    (
        Asked.GAPS,
        """
which/MINE/<who>/what/any/list/show ~ <no> ~ <duty>/<role>/<done>; <gap>; what/who be ~ missing ~
what/which/any <role> ~ open/empty/blank/unfilled/vacant
be all/every/of? ~ <role> fill/fill/covered/cover/taken/take ~; do/have MINE ~ have ~ <duty>; what ~ not ~ chart
<who> need a? <duty>; which/MINE ~ need ~ <duty>; which/what ~ <role> ~ <nobody>/not/no/without/missing/need/lack
what do <nobody> do/hold; what be <nobody> do/hold/on; MINE without ~; any/which student/kid ~ without
which/what/who/MINE ~ missing/lack ~ <duty>/<role>; what ~ need ~ anyone; what/who do <single> still? need/lack/miss
what be <single> missing; what be not ~ <single>
""",
    ),
    (
        Asked.OWNER,
        """
<latest> of/on/for/with <followup> ~; how be/do <followup> ~
""",
    ),
    (
        Asked.NEW,
        """
what/anything/something/everything ~ <new>; any <new>; <new> <about> <student>; <new> since; do i miss; have i miss
i miss; any/what/anything/something <changed> ~; be/have there ~ check in ~; any check in <about>/since ~
any change ~; what ~ happen ~ TIME/THEN; what ~ happen ~ MINE; what ~ <changed> ~; <new> check in
<new> stuff/update/note/notes/post/posts/entry/entries/comment/comments/information/log
any/what update/news ~ MINE; update/news/latest <about> MINE; how be ~ MINE; what ~ happen ~ since; what ~ come in
what happen ~ while/when ~; <latest> check in ~; what come TIME/THEN; ^ any update $; ^ update $; ^ news $; ^ <new> $
what ~ go on ~ MINE; check in since; what ~ since ~; be there ~ <new>; what be up <about> MINE
what be latest <about> MINE; have/do anything happen/<changed>; anything happen; anything ~ know ~ TIME/THEN/MINE
anything ~ know since; do/have/be anything ~ come in/up ~
have/do <anyone> ~ post/log/write/add/share/report/check ~ <about>/<single>/anything
""",
    ),
    (
        Asked.DUTY,
        """
do/be/have <single> have/get/see/receive ~ <duty>; what/which <duty> ~ <single> ~
""",
    ),
    (
        Asked.HOW_IS,
        """
^ what? about <single> $; ^ open/view/see <single> $
what help/work/calm/engage/motivate/upset/trigger/bother ~ <single>; ^ be <single> $
^ how bad/good/hard/rough be it/that/thing ~ $; ^ how be/have it/thing/everything/that go/going/be ~ $
how be/do/have/was/will <student> ~ <faring>
how be/was <student> $; how be/do/was <student> ~ day/week/morning/progress
how be thing/it/everything ~ <about> <student>; how ~ <duty> go ~; how be thing/everything/it <student>
how be/do/was ~ day/week/morning/afternoon/month/it/thing/class/visit ~ <single>; how be/do/was ~ go ~ <single>
tell/catch/fill/bring/brief/refresh ~ <single>; what be/have <going> <about> <single>
what be/have go/going/happen ~ <single>; any <latest> <about> <single>; <latest> <about> <single>; <latest> <single>
<single> <latest> $; <single> S ~ <latest>/<strengths>; what <modal>? ~ know about <single>
what ~ <single> ~ <strengths>; what ~ <strengths> ~ <single>; ^ show <single>; show ~ <single> S? card/profile
^ be/do/have <single> ~ <faring>; ^ <single> doing/do ok/okay/well/better/good/alright; how <single> do/doing ~
<latest> $; what ~ <latest> ~ <single>; how ~ <single> S? ~ TIME; ^ anything on/about <single> $
anything ~ know about <single>; what be <single> ~ <strengths>; <strengths> <about> <single>
what do we know about <single>; have anyone hear from/about <single>; how ~ thing ~ <single>; <single> S? card
^ <latest> ~ <single>; what be/have <single> be? up to; do anyone have ~ <latest> ~ <single>; what be up <single>
can? i see ~ <single>
""",
    ),
    (
        Asked.DUTY,
        """
<who> <ask> ~ <duty>/<done>
""",
    ),
    (
        Asked.OWNER,
        """
<who> <ask> ~; ^ <own> of? <single> S? $
""",
    ),
    (
        Asked.DUTIES_OF,
        """
what ~ STAFF/<me> ~ <doing>; my/mine <open>/<new>? <followup>/<doing>/<role>; STAFF S ~ <followup>/<doing>/<role>/chart
do/be/have/am <me> ~ <doing>/<have>/on ~; what <me> ~ <doing>; what be mine; what be ~ <about> me ~
do/be/have STAFF ~ <have>/<doing>/on anything/something/any/everything ~
which/any/what ~ <followup>/<role> ~ STAFF/<me> ~; what be STAFF ~ <doing>/on/with; what do STAFF ~; <who> be STAFF ~
<who> be <single> S STAFF; anything ~ <me>/STAFF ~ do/doing/own/followup; ^ <followup> <about> <me>/STAFF ~
STAFF ~ plate; what have STAFF/<me> ~; what <modal> <me> ~ <doing>; be there anything ~ <me>
<followup> ~ assign to <me>/STAFF; what ~ assign to <me>/STAFF; what be on <me>/STAFF; how <modal> i help
what/which ~ be mine ~; ^ everything ~ <me>/mine/STAFF ~; anything/everything assign to <me>/STAFF
everything/anything ~ <me> ~ <doing>; what be my/mine part/piece/end/share/role/job ~; what ~ <need> ~ from <me>/STAFF
what ~ i ~ <have>; ^ what about STAFF ~ $; be <me> on; show <me>/STAFF
""",
    ),
    (
        Asked.DUTY,
        """
<who>/<anyone>/whose/which ~ <duty>/<done>; do <single> have ~ <duty>
be/do/have not? STAFF/<me>/we/there ~ <duty>/<done>; STAFF be ~ <duty> ~ ASKS
^ <single> S? <duty> <about>? <single>? person/holder/lead/contact/please/owner? $; ^ <duty> $; <duty> be <who>
^ <single> S? <duty> ~ <who> ~; ^ DONE <about>? <single> $; ^ DONE $; ^ <duty> <about> <student> $
^ <duty> person/holder/lead/owner? <about>? <student>? $; ^ <duty> <student> $; who ~ <duty>
look/looking for ~ <duty>; need ~ <duty> <about> <single>; <nobody> ~ <done>/<duty> ~ ASKS; be <duty> ~ <own>
be <duty> ~ STAFF ~; <duty>/<done> ~ <who> <ask> ~
^ <single> <duty> $; ^ find ~ <duty>; what be name of ~ <duty>; who to <ask>? ~ <duty>/<done>
^ <own> of/for/on? <single>? S? <duty> ~; ^ <duty> ~ <who>; be <single> S <duty> STAFF; ^ STAFF <done>/<duty> ~ ASKS
""",
    ),
    (
        Asked.OWNER,
        """
<who>/<anyone> ~ <own> ~; <who> be/was? on/with/for/over <student>/<thing>; <who> <have> <student>/<thing>/what
<who> <ask> ~; <who> be <single> S person/people/adult/team/teacher/staff/point/support
<who> else? be? <about> <single> S team; who to <ask> ~; ^ owner/responsible/point/lead/ball/job ~ $
<who> be/will ~ <about> <single>; <who> <modal> ~ <about> <single>; <who> ~ do ~ <about> <single>; <who> be <single> $
^ <student> S? <own> ~ $; ^ <student> S? ~ <own> $; what be/have/do ~ <open>/<followup> ~; what next ~ <single>
what need to happen ~; be <single> ~ assign/own ~ anyone; be <single> <own> ~ anyone
do <single> have ~ owner/person/anyone; ^ <open>? <followup> ~; any/which/what/list/show/every ~ <open> ~ <followup>
list/show/everything/anything ~ <open>; what ~ we ~ <doing> ~; any/which/what/list/show/all/be/do/have ~ <followup> ~
<followup> <about> <student>; what <modal>? we ~ <about> <single>; what do we ~ <promise>/<own>/<followup>
what have ~ been? <promise> ~; who ~ <followup>; <anyone> ~ on <student>/<thing>; <anyone> ~ <have> <student>/<thing>
^ <single> $; <who> be on ~ <about> <single>; what be <open> ~; what be due ~; who work with <single>
<who> take <single>; ^ who $; <who> <student> $; <who> be do/doing ~; <who> <have> ~ <about> <single>
^ <nobody> ~ <own> ~; <who> ~ for <single> $; ^ person/adult/teacher/staff/one ~ <own> ~ <single>
^ name of? person/<own> ~ <single>; ^ name/names of? <single> S? person/owner/adult/<own>
^ be/was it/that/this <me>/you/STAFF ~ $; be/was/have/do <single> ~ assign ~; <who> <have> <who>
""",
    ),
)
