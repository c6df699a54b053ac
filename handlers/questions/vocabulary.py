"""The named groups of turns the grammar is made of: what people say for asking, owning, promising, being behind."""

# Words are in base form. NAME is a student's name, KID *this student*, PRO a pronoun, MINE *my students*, S a
# possessive ending, STAFF an adult, TIME a period, THEN one that is over; DUTY is a duty by name, MEETING the plainest
# of them, DONE one said as *calls home*, DO as *call home*.
GROUPS = {
    "who": """
who/whom/whose/whoever all/else/exactly/here?; which/what person/adult/teacher/staff/colleague
which one? of we/us/you; which one; which/what staff/team/support? member/person
which brave/lucky/kind/poor? soul/human
""",
    "anyone": """
anyone/everyone/any one?; any of us/you/we; one of us/you/we; some one; one person/teacher/adult/colleague
""",
    "nobody": "nobody/none/noone; no one/body/person; not anyone/a",
    "no": "no/not/without/nobody/never/none/lack/miss; no one",
    "be": "be/was/been",
    "have": "have/get/had/hold",
    "modal": "will/would/should/can/could/shall/might/may/must",
    "student": "NAME/KID/PRO/MINE/PAIR NAME? NAME? S?",
    "single": "NAME/KID/PRO/PAIR NAME? NAME? S?",
    "thing": "it/this/that/thing/one/these/those/stuff",
    "me": "i/me",
    "det": "a/my/our/any/all/your/some",
    "about": "for/about/on/with/of/regarding/around/concerning/to/toward/in/behind/from",
    "duty": "DUTY/MEETING",
    "done": "DONE/DO",
    "own": """
own/owner/owning/responsible/accountable/handle/cover/lead/oversee/manage/coordinate/watch/help/support/champion/monitor
charge; take on/care/lead/point/over?; take; look after; look out for; assign to?; point person?
on point/hook/it/this; <have> ball; ball/job/responsibility/court/plate/task/baton; turn to/for/with; deal with
work on/with; run point/with; follow up/through; pick <thing>? up; keep eye/track/tab; contact; go to person
go to for; see to
attend to; tend to; drive it/this/that/NAME/KID/PRO; check on/in; followup; lead person; person in; person; carry
hold; on this; do what
do <thing>; step up; main contact; got; person on; tackle/tackling; juggling; steer/steering; spearhead/spearheading
responsability; deal; belong to?; fall to/on/under; give to; land with/on; end/wind up with; stuck with; inherit
assume; grab; in charge; pass to/on; delegate to?; designate; go to $; go to TIME; stay with; rest with; sit with $
circle/loop back; make sure; ensure; look into; get back to; close loop; answer for/to; sort out; stay/keep on top
on top; be one; shepherd; quarterback; take ownership; do anything/something about; tag/attach to?; connect with
reach out to/about?; check up; anyone list/plate/radar; keep up with; wrangle; follow along; mind; list
backup; back up; cover/fill in for; be there for
draw/drew short straw; problem; run/running with; touch base with; hear/know about; put on; loop in; on case
take charge; have assign; be deal
""",
    "followup": """
followup; follow up; todo; to do list?; task; action item/step?; next step; item; loose end; promise; commitment
thing to do; open thing; ask; deadline
""",
    "open": """
open/left/pending/remain/remaining/outstanding/incomplete/unfinished/active/current/due/undone; in progress
still to do
""",
    "ask": """
do/should/can/could/would/must/might i/we talk/speak/ask/email/contact/reach/go/see/turn/write/message/ping
do/should/can/could/would/must/might i/we check/bug/bother/meet/connect/call/loop/tag/cc/tell/find
to talk/speak/ask/email/contact/reach/message/ping/see; get in touch; best/right person; person to
do/should/can/could i/we get; need to talk/speak/ask/email/contact/reach; to go to
be i/we suppose/supposed to talk/speak/ask/email/contact/see/go/reach/call/write/message/work
""",
    "promise": """
promise/offer/volunteer/agree/commit/pledge/swear; sign up; raise hand; put hand up; take it on; speak up
""",
    "say": "say/tell/mention/claim/announce/state us/me/we/everyone?",
    "will": "would/will/can/could/might/may/should; be/was go/going/plan/planning/able to; want to; have it",
    "to": "to/on/for/that; to be the one to",
    "doing": """
doing/owe/owing; do $; do <about>; do TIME; do THEN; suppose/supposed to ~
job/duty/responsibility/role/plate/list/commitment/task; have to do; need to do; need to ~; responsible; in charge
on hook; work on; up to; own; commit to; promise; agree to; sign up; volunteer to?; say ~ do; say ~ would; followup
follow up; handle/handling; cover; accountable; carry; hold; working on; still have; have for; have on; have left
have open; have $; have TIME; have going; contribute; get for; get on; left; assign; down for; take care of; take on
need from; stuff; thing
expect; got; take; look after; behind; bring
""",
    "takes": "take/own/handle/cover/lead/manage/do; take care of; deal with; follow up with/on/about",
    "on": "on/over; from there/here; forward",
    "need": "need/want/expect",
    "given": "give/assign/handed/pass/passed/delegate/designate/entrust/put/pair/pick/choose/chose/name/tag",
    "told": "hear/know/notify/tell/told/loop/include/inform/involve/involved/cc/ask",
    "routine": """
test/testing/class/school/lunch/work/assessment/exam/quiz/bus/dismissal/recess/math/reading/each/every/pe/gym/transition
""",
    "telling": """
be/was/have/had/will/would/can/could/should/must/might/may/go/went/come/moved/say/tell/think/finish/need/want/take/make/did
get/give/help/like/love/call/email/meet/see/talk/start/stop/look/seem/feel/own/agree/promise/change/changed/work/do/read
""",
    "overdue": """
overdue; over due; past due; blow ~ deadline/due; deadline ~ blow/blown; past deadline; past its/their due
past be due; miss deadline; deadline ~ miss; drop ball
run late; late followup; late follow up; behind on; behind schedule; behind with; slip through; slip; past date
past their/its/PRO date; past PRO due; stale; fall behind; fell behind; should have been done; should be done
not been done; not done
not get done; still not done; miss its date; late item/task/thing; go past; beyond PRO? due; due already; already due
fallen behind; passed its/their due; past its/their deadline
should have done; should done; promise/followup ~ not keep/meet/fulfill
let ~ slide/go
""",
    "late": "late/behind/slip/slipped/slide/forget/drop; fall through",
    "latest": """
latest; update; status; news; scoop; rundown; run down; summary; overview; recap; snapshot; card; profile
tell us about; highlight; tell me about; catch me/us? up; fill me/us? in; bring me/us? up; up to speed; up to date
lowdown; background; brief me/us; report; show me/us?; pull up; look up; picture; refresher; refresh me; story
one pager; page; info; information; sitrep; know about; deal with; read on; read me in; see about; anything on
word on; give me
win; good news; celebration; brag; bright spot; kudos; progress
walk me/us through; talk me/us through
""",
    "going": "up/go/going/happen/happening/new/cooking/cook/deal/story/word/latest",
    "faring": """
do/doing/fare/faring/feel/go/going/progress/look/adjust/settle/cope/coping/manage/come/improve/get/hold/make/settling/come/keep/be
better/well/okay/ok; today/lately/now/since/overall/these/recently/this; TIME; THEN; in/with/at/on/under/after
""",
    "strengths": """
strength; like; enjoy; love; good at; good with; help PRO/NAME/KID; help $; work for/with/best/well; engage; motivate
interest; into; calm; best at; respond to; favorite; care about; what work; excite; get PRO/NAME/KID go/going/engage
superpower; light PRO/NAME/KID; like about; proud of; great at; make PRO/NAME/KID; avoid; trigger; go well; go right
""",
    "new": "new/newest/recent/recently/lately",
    "changed": "change/changed/switch/switched/move/moved/shift/differ",
    "change": """
changed/reassigned/switched/edited/appointed/transferred/swapped/replaced/moved/passed; handed <thing>? over/off
do change/reassign/switch/edit/transfer/swap/replace; take <thing>? over; make STAFF; set <own>/<duty>/due/date
assign; put STAFF
""",
    "became": """
change/changed/switch/switched/become/start/stop/begin/replace/replaced/leave; take over/on; hand/handed over/off; get
assign/reassign/reassigned/pass/passed/end/give/swap/swapped/move/moved/set/make
""",
    "former": """
previous/previously/former/formerly/prior/old/earlier/past/original/first/last/ex; before; used to; use to; originally
""",
    "was": "was/were/had/been; used to; use to; have been; formerly; previously; originally",
    "huddle": "huddle; team time; weekly; check in meeting; standup; stand up; sync; team sync; agenda",
    "meet": "meet/meeting; get together; sit down; huddle; have MEETING; talk",
    "when": "when; what time/day/date; how soon; which day/time; what week",
    "focus": """
focus student/kid?; spotlight; student of week; kid of week; on deck; featured student/kid; feature; focal student/kid
""",
    "discuss": """
talk/talking about; discuss/discussing; look/looking at; focus/focusing on; cover/covering; go/going over; review; do
talk; celebrate; highlight; huddle on/about; huddling on/about/for; meet about/on; meeting about/on
spotlight/feature on?; do for
""",
    "next": """
next/TIME; at/in/for huddle/MEETING; at/in EVENT; on agenda/table
coming up; agenda
""",
    "unowned": """
no/without/lack/miss/need owner; no/without one/person/name on/own/responsible/assign/attach
unowned/unassigned/unclaimed/orphan/orphaned/ownerless; up for grabs; for grabs
<nobody> ~ own/take/claim/pick/responsible/assign/handle/cover/have/on/do/volunteer/work; not have ~ owner; miss owner
not <det>? own/owner/assign/claim/take/anyone; need someone/anyone; not yet own/assign/claim/take; still need ~ owner
need to be assign/claim/own; have no one; no owner; lack owner; floating; not get owner; not own
not been assign/claim/own/take; no assign; without anyone; not belong; no own; homeless; missing owner
not pick/take ~; not been? pick up
not have anyone
""",
    "gap": """
gap/hole/vacant/vacancy/uncovered/unfilled/empty/unstaffed/opening; not cover/fill/staff
open role/spot/duty/position/slot/seat; blank
""",
    "role": "role/duty/responsibility/chart/position/spot/slot/seat/job/hat/support/service",
    "mean": "mean/means/meaning/stand; stands for; stand for",
    "define": "define/explain/definition/meaning/decode/translate of/for?",
    "order": """
remind/add/delete/remove/mark/create/schedule/cancel/close/undo/snooze/log/record/write/send/order/book/print/draft/email/invite
archive/rename/assign/set/make/put/move/change/text/play/generate/post/save/upload/hand/reassign/switch/stop/start/turn/buy
update NAME/STAFF/KID/PRO/MINE/owner/plan/card/follow/followup/it; give NAME/STAFF/PRO
tell NAME/STAFF/PRO/everyone/them; let NAME/STAFF; sing; translate; do your; ask STAFF/NAME/everyone; call; phone
message; ping; notify
""",
    "other": """
where; why; how many/much/old/often/come/tall/far; how do/can/could/should/would i/we/you; how to
what grade/class/school/color; do you; be you; should i/we; what if
""",
}

# What stands for a student, for all of them, for two.
PRONOUNS = frozenset("he him his she her hers they them their theirs himself herself themself".split())
ABOUT_KID = """
this/that/the/our/my/said student; student; this/that guy/one/boy/girl/young/friend; little guy; this little guy
our little? friend; this/that/the young man/lady; our friend/guy/girl; my guy/girl; this students
"""
ABOUT_MINE = """
my/our/all/any/which/these/those/every/what students/caseload/roster; all of my/our students
all my/our students; students; caseload; roster; my/our whole caseload/roster; any of my/our/these students
which of my/our/these students; everyone on my/our caseload/roster; anyone on my/our caseload/roster; my/our guys/ones
any/some/all/which/each/none/one of mine/ours; students of mine/ours
the students; my/our sped/iep students; each of my/our students; which ones of my students
"""
ABOUT_PAIR = "the/both/these/our twins/siblings/brothers/sisters/two; twins; both/two of them; triplets; both"

# Said around a question and no part of it.
FILLER = """
hey/hi/hello/hiya team/all/folks/everyone/there/yall/guys/bot?; yo; dear; good? morning/afternoon/evening; gm; oops
lol; haha; ugh; wait; yes; please; pretty please; please and? thank you?; thanks; thank you; thank/thanks you? so much
thanks a lot; many thanks; thank/thanks you? for the? update/help/information/this/that/everything; thanks in advance
in advance; for my records; cheers; sorry; so sorry; apologies; my bad; forgive me; pardon me; excuse me
much appreciated
appreciate it; asap; rq; tho/though/kinda/fr; quick/silly/dumb/stupid/random/another/one question/one/q; quick
question; one more thing?; one thing; for the record; once more; roundtable; no rush/worries; just
just? wondering/curious/wonder; just checking; um/uh/hmm/hm/oh/ah/ok/okay; ok so; well; btw; by the way; actually
again; still; fyi; so; already; yet; also; anyway; maybe; now; right now; currently; at the moment; these days
as of now/today/yet; by any chance; out of curiosity
ever/even/really/officially/supposedly/exactly/kindly/basically/literally/seriously
sorry? if this/it was/is/be ask/asked/answered before/already?
sorry? if this/it have been? ask/asked/answered before/already?; been ask/asked before/already?; if this be dumb/silly
do you/u/we know; would you happen? to? know; do anyone/everyone here? happen? to? know; anyone know; you know
any idea/clue/chance; happen to know; who know; hoping you know
can/could/would/will anyone/you/u please? tell/remind me?; please? tell/remind me; let me know; lmk
can/may/could i ask; can/could i get; gotta ask; i have? a? quick? question; i? was/be? wonder/wondering
i want/need/like/love to know; i would like/love to know; would like to know; i be? try/trying to find/figure out
try/trying to find/figure out; find out; figure out; i? forget; i? can not remember; i? do not remember/know/recall
i? be? not sure if/of/about?; idk; i be new here?; new here; i? keep forget/forgetting; hope this be the? right place
can/could/would you/u please? direct/point/steer me to/toward; can you help me? out?
can/could/would you/u please? check/look? up?; can/could/would you/u; when you can
when you get/have a chance/sec/minute/second/moment; if possible; if you can; if you do not mind; if that be ok
on earth; in world; heck/hell; real/really quick; to confirm; confirm; double check; just to confirm/check/clarify
because; on that note; since/before/after/over winter/spring/fall/summer? break; then; but; and; or; the; vs; versus
"""
