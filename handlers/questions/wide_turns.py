"""The turns that take what the exact ones left: lists, news, duties, and at last whoever owns anything."""

from handlers.questions.question import Asked

WIDE: tuple[tuple[Asked, str], ...] = (
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
can? i see ~ <single>; anything/something/what ~ go/good/positive/better ~ <about> <single>
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
