"""Brings a word to its base form: *calls*, *calling* and *called* are one verb to the grammar."""

_VERBS = """
connect invite modify tally administer enter inform ring phone accommodate accept adjust agree answer appoint arrange
ask assign assume attend belong book bother bring bug call calm catch carry champion change chart check claim close
coach collect
come commit communicate complete conference contact coordinate counsel cover create define deliver discuss do document
drop decide
delegate designate drive edit email end enjoy expect explain facilitate feel file fill find finish follow forget
fulfill gather get give go grab
graph guess handle hang happen have help hold implement inherit interpret keep lack land lead learn like log look love
make manage
mean measure meet message miss monitor move need notify offer order organize oversee own pick plan play pledge post
print
promise provide pull push reach read reassign record remember remind remove replace report respond review run say
schedule see send serve set settle share show sign slip snooze speak start stand supervise support swap switch take talk
teach tell tend text touch track train transfer translate try turn update use volunteer wait want watch wonder work
write
"""

_IRREGULAR = {
    "meaning": "meaning",
    "meeting": "meeting",
    "meetings": "meeting",
    "changed": "changed",
    "reassigned": "reassigned",
    "switched": "switched",
    "edited": "edited",
    "appointed": "appointed",
    "transferred": "transferred",
    "swapped": "swapped",
    "replaced": "replaced",
    "moved": "moved",
    "handed": "handed",
    "passed": "passed",
    "am": "be",
    "is": "be",
    "are": "be",
    "been": "been",
    "being": "be",
    "were": "was",
    "has": "have",
    "having": "have",
    "does": "do",
    "did": "do",
    "doing": "doing",
    "done": "done",
    "said": "say",
    "told": "tell",
    "went": "go",
    "gone": "go",
    "took": "take",
    "taken": "take",
    "got": "get",
    "gotten": "get",
    "gave": "give",
    "given": "give",
    "held": "hold",
    "led": "lead",
    "met": "meet",
    "made": "make",
    "ran": "run",
    "saw": "see",
    "seen": "see",
    "sent": "send",
    "spoke": "speak",
    "spoken": "speak",
    "kept": "keep",
    "came": "come",
    "became": "become",
    "becoming": "become",
    "brought": "bring",
    "caught": "catch",
    "found": "find",
    "forgot": "forget",
    "forgotten": "forget",
    "meant": "mean",
    "taught": "teach",
    "oversaw": "oversee",
    "overseen": "oversee",
    "wrote": "write",
    "written": "write",
    "swore": "swear",
    "sworn": "swear",
    "fell": "fall",
    "fallen": "fall",
    "folks": "family",
    "parents": "family",
    "parent": "family",
    "families": "family",
    "guardian": "family",
    "guardians": "family",
    "mom": "family",
    "moms": "family",
    "mum": "family",
    "mama": "family",
    "mommy": "family",
    "mother": "family",
    "dad": "family",
    "dads": "family",
    "father": "family",
    "grandma": "family",
    "grandmother": "family",
    "grandpa": "family",
    "grandparents": "family",
    "aunt": "family",
    "auntie": "family",
    "foster": "family",
    "caregiver": "family",
    "caregivers": "family",
    "kid": "student",
    "kiddo": "student",
    "child": "student",
    "learner": "student",
    "kids": "students",
    "kiddos": "students",
    "children": "students",
    "learners": "students",
    "people": "people",
    "duties": "duty",
    "responsibilities": "responsibility",
    "ieps": "iep",
    "therapies": "therapy",
    "vacancies": "vacancy",
    "an": "a",
    "ins": "in",
    "ownership": "owner",
    "check-ins": "check-in",
    "ups": "up",
    "someone": "anyone",
    "somebody": "anyone",
    "anybody": "anyone",
    "whoever": "who",
    "whomever": "who",
    "focusing": "focus",
    "huddling": "huddle",
    "spotlighting": "spotlight",
    "featuring": "feature",
    "huddled": "huddle",
    "house": "home",
    "tests": "test",
    "quizzes": "quiz",
    "wins": "win",
    "circling": "circle",
    "focused": "focus",
    "focussing": "focus",
    "everybody": "everyone",
}

_NOUNS = """
accommodation action backup ball break breaks card challenge change chart commitment concern contact day deadline
detail dot duty followup follow gap goal hat hole huddle interest item job loose end meeting minute name need note
number owner parent pattern person plan point position promise question role score service session spot step strength
support task thing topic update win word responsibility term acronym letter holder teacher case manager counselor
"""


def _forms() -> dict[str, str]:
    found = {f"{noun}s": noun for noun in _NOUNS.split()}
    for verb in _VERBS.split():
        found |= dict.fromkeys(_inflected(verb), verb)
    return found | _IRREGULAR


def _inflected(verb: str) -> tuple[str, ...]:
    last = verb[-1]
    if last == "e":
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if last == "y" and verb[-2] not in "aeou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    doubled = f"{verb}{last}" if last in "bdgmnpt" and verb[-2] in "aeiou" and verb[-3:-2] not in "aeiou" else verb
    ending = "es" if verb.endswith(("ch", "sh", "ss", "x")) else "s"
    return f"{verb}{ending}", f"{verb}ed", f"{verb}ing", f"{doubled}ed", f"{doubled}ing"


_BASE = _forms() | {verb: verb for verb in _VERBS.split()}


def base_of(word: str) -> str:
    """The form the grammar is written in. A word it does not know stays as it is."""
    return _BASE.get(word, word)


KNOWN_FORMS = frozenset(_BASE)
VERB_FORMS = frozenset(form for verb in _VERBS.split() for form in (verb, *_inflected(verb)))
_PAST = frozenset("had did took gave held ran led made met kept brought sent spoke wrote oversaw set".split())


def is_past(word: str) -> bool:
    """*owned*, *took*: what somebody did."""
    return word in _PAST or (word.endswith("ed") and word in VERB_FORMS)
