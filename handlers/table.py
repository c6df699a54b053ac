"""What there is: every command, button, form, menu, shortcut, event and speech, in one readable table."""

from handlers import called, crisis, owner_left
from handlers.calendars import sorting
from handlers.checkins import ask, change, clips, finish, safety, settle, speeches, submit, wins, write
from handlers.conversation import Verb, reads, writes
from handlers.followups import ask as ask_followup
from handlers.followups import close as close_followup
from handlers.followups import confirm as confirm_followup
from handlers.followups import edit as edit_followup
from handlers.followups import finish as finish_followup
from handlers.followups import hand_over, remind, snooze
from handlers.followups import listing as list_followups
from handlers.followups import speeches as say_followups
from handlers.followups import submit as submit_followup
from handlers.followups import write as write_followup
from handlers.home import show as home
from handlers.huddles import close as close_huddle
from handlers.huddles import days as team_days
from handlers.huddles import focus, notes, nudge, recap, solve
from handlers.huddles import set_up as set_up_huddle
from handlers.huddles import speeches as huddles
from handlers.leave import take as leave
from handlers.questions import ask as ask_question
from handlers.questions import share as share_answer
from handlers.roles import agree as roles_agree
from handlers.roles import assign, end, look, own_duties
from handlers.roles import tell as roles
from handlers.schools import calendar
from handlers.schools import keep as schools
from handlers.search import search_students
from handlers.strengths import history as strengths_history
from handlers.strengths import write as strengths
from handlers.students import add, card, join, mine, receive
from handlers.students import edit as edit_student
from handlers.teams import (
    administer,
    agree,
    arrive,
    cards,
    choose_position,
    come_and_go,
    look_again,
    pause,
    school_choice,
    set_up,
    settings,
    time_zones,
)

# What somebody types. The word after the command picks the verb; "" is no word at all, ANYTHING any other words.
ANYTHING = "*"
COMMANDS: dict[str, dict[str, Verb]] = {
    "/checkin": {"": reads(ask.ask), ANYTHING: writes(write.write)},
    "/followup": {
        "": reads(ask_followup.ask),
        "list": reads(list_followups.list_typed),
        "help": reads(list_followups.help_out),
        ANYTHING: writes(write_followup.write),
    },
    "/focus": {
        "": reads(focus.focus),
        "close": writes(close_huddle.close),
        "pin": writes(focus.pin),
        "setup": reads(set_up_huddle.ask),
        "skip": writes(focus.skip),
        "swap": writes(focus.swap),
        "unpin": writes(focus.unpin),
        ANYTHING: reads(focus.help_out),
    },
    "/student": {
        "": reads(mine.mine),
        "add": reads(add.ask),
        "help": reads(mine.help_out),
        ANYTHING: reads(card.look),
    },
    "/whoowns": {
        "": reads(ask_question.help_out),
        "help": reads(ask_question.help_out),
        ANYTHING: reads(ask_question.ask),
    },
}

# Message and global shortcuts, by callback id.
SHORTCUTS: dict[str, Verb] = {
    "checkin_from_message": reads(ask.ask_from_message),
    "followup_from_message": reads(ask_followup.ask_from_message),
    "new_checkin": reads(ask.ask),
    "new_followup": reads(ask_followup.ask),
}

# Buttons, by what they do.
BUTTONS: dict[str, Verb] = {
    "calendar.ask": reads(calendar.ask),
    "calendar.ask_words": reads(sorting.ask),
    "calendar.remove": writes(calendar.remove),
    "calendar.show": reads(calendar.show),
    "checkins.ask": reads(ask.ask),
    "checkins.edit": reads(change.edit),
    "checkins.finish": reads(ask.ask_to_finish),
    "checkins.finish_here": reads(ask.ask_here_again),
    "checkins.for_student": writes(finish.for_student),
    "checkins.from_clip": reads(clips.ask_from_clip),
    "checkins.keep_both": writes(settle.keep_both),
    "checkins.post_in": writes(settle.post_in),
    "checkins.split": writes(settle.split),
    "checkins.tell_counselor": writes(safety.tell_counselor),
    "checkins.treat_as_usual": writes(safety.treat_as_usual),
    "checkins.undo": writes(change.undo),
    "followups.add": reads(ask_followup.ask),
    "followups.done": writes(close_followup.done),
    "followups.due_other": writes(edit_followup.due_other),
    "followups.edit": reads(edit_followup.ask),
    "followups.finish": reads(ask_followup.ask_to_finish),
    "followups.go_on": writes(finish_followup.go_on),
    "followups.hand_over": reads(hand_over.ask),
    "followups.list": reads(list_followups.list_pressed),
    "followups.not_me": writes(hand_over.not_me),
    "followups.snooze": reads(snooze.ask),
    "followups.take": writes(hand_over.take),
    "followups.take_back": writes(close_followup.take_back),
    "followups.undo": writes(close_followup.undo),
    "home.turn": writes(home.turn),
    "huddles.ask_days": reads(team_days.ask),
    "huddles.close": writes(close_huddle.close),
    "huddles.days": reads(team_days.show),
    "huddles.keep_out": writes(notes.keep_out),
    "huddles.notes": reads(notes.show_notes),
    "huddles.pin": writes(focus.pin),
    "huddles.remove_days": writes(team_days.remove),
    "huddles.set_up": reads(set_up_huddle.ask),
    "huddles.skip": writes(focus.skip),
    "huddles.solve": reads(solve.ask),
    "huddles.swap": writes(focus.swap),
    "huddles.unpin": writes(focus.unpin),
    "leave.ask": reads(leave.ask),
    "leave.end": writes(leave.end),
    "positions.agree": writes(agree.agree),
    "positions.choose": reads(choose_position.ask),
    "positions.decline": writes(agree.decline),
    "positions.set": reads(choose_position.ask_everybody),
    "questions.answer": reads(ask_question.answer_button),
    "questions.share": writes(share_answer.share),
    "roles.add_duty": reads(own_duties.ask),
    "roles.agree": writes(roles_agree.agree),
    "roles.assign": reads(assign.ask),
    "roles.chart": reads(look.look),
    "roles.decline": writes(roles_agree.decline),
    "roles.end": reads(end.ask),
    "roles.history": reads(look.look_back),
    "schools.add": reads(schools.ask_new),
    "schools.edit": reads(schools.ask_change),
    "schools.list": reads(schools.list_schools),
    "strengths.ask": reads(strengths.ask),
    "strengths.edit": reads(strengths.ask_change),
    "strengths.history": reads(strengths_history.look_back),
    "strengths.remove": writes(strengths.remove),
    "students.ask": reads(add.ask),
    "students.card": reads(card.show),
    "students.choose_team": writes(receive.choose_team),
    "students.edit": reads(edit_student.ask),
    "students.join": writes(join.join),
    "students.keep_apart": writes(join.keep_apart),
    "students.leave_file": reads(receive.leave),
    "students.mine": reads(mine.mine),
    "students.remove": writes(edit_student.remove),
    "students.take_file": writes(receive.take),
    "teams.admit": reads(administer.ask_to_admit),
    "teams.guests": reads(administer.list_guests),
    "teams.leadless": reads(administer.list_leadless),
    "teams.name_lead": reads(administer.ask_for_lead),
    "teams.set_up": writes(set_up.ask),
    "teams.settings": reads(settings.ask),
}

# Forms, by the verb that reads them once they are sent.
FORMS: dict[str, Verb] = {
    "calendar.keep": writes(calendar.keep),
    "calendar.keep_words": writes(sorting.keep),
    "checkins.change": writes(change.change),
    "checkins.keep": writes(submit.submit),
    "checkins.withdraw": writes(change.withdraw),
    "followups.change": writes(edit_followup.change),
    "followups.give": writes(hand_over.give),
    "followups.promise": writes(submit_followup.submit),
    "followups.sleep": writes(snooze.sleep),
    "huddles.keep_days": writes(team_days.keep),
    "huddles.set_up": writes(set_up_huddle.keep),
    "huddles.solve": writes(solve.keep),
    "leave.keep": writes(leave.keep),
    "positions.choose": writes(choose_position.keep),
    "positions.set": writes(choose_position.keep_everybody),
    "roles.end": writes(end.end),
    "roles.keep_duty": writes(own_duties.keep),
    "roles.set": writes(assign.keep),
    "schools.keep": writes(schools.keep),
    "strengths.add": writes(strengths.add),
    "strengths.change": writes(strengths.change),
    "students.add": writes(add.add),
    "students.rename": writes(edit_student.rename),
    "teams.admit": writes(administer.admit),
    "teams.name_lead": writes(administer.name_lead),
    "teams.set_up": writes(set_up.keep),
    "teams.settings": writes(settings.keep),
}

# Menus that search while the person types.
SEARCHES: dict[str, Verb] = {
    "student": reads(search_students),
    "school": reads(school_choice.search),
    "time_zone": reads(time_zones.search),
}

# What happened in the workspace, and what the sender met on its way.
EVENTS: dict[str, Verb] = {
    "access_lost": writes(owner_left.access_lost),
    "bot_joined": writes(arrive.bot_joined),
    "bot_left": writes(arrive.bot_left),
    "channel_changed": writes(arrive.channel_changed),
    "clip_shared": writes(clips.clip_shared),
    "direct_message": writes(called.direct_message),
    "home_opened": writes(home.opened),
    "huddle_reply": writes(close_huddle.hear_reply),
    "left_unheard": writes(come_and_go.left_unheard),
    "looked_again": writes(look_again.looked_again),
    "member_joined": writes(come_and_go.member_joined),
    "member_left": writes(come_and_go.member_left),
    "mentioned": writes(called.mentioned),
    "undelivered": writes(pause.undelivered),
    "unfit": writes(pause.unfit),
}

# What the bot says from its outbox, or again to a second delivery: made from the record when it is said.
SPEECHES: dict[str, Verb] = {
    "calendar.words_kept": reads(sorting.say_kept),
    "checkins.draft": reads(speeches.draft),
    "checkins.kept": reads(speeches.kept),
    "checkins.please_talk": reads(safety.please_talk),
    "checkins.update": reads(speeches.update),
    "checkins.week": reads(speeches.week),
    "checkins.wins": reads(wins.gathered),
    "checkins.withdrawn": reads(change.say_withdrawn),
    "crisis.act_now": reads(crisis.act_now),
    "followups.draft": reads(finish_followup.say_draft),
    "followups.given": reads(say_followups.given),
    "followups.kept": reads(confirm_followup.say_kept),
    "followups.now": reads(say_followups.now),
    "followups.owner_left": reads(say_followups.owner_left),
    "followups.promised": reads(say_followups.promised),
    "followups.reminder": reads(remind.say),
    "followups.reminder_now": reads(remind.say_anew),
    "followups.state": reads(say_followups.state),
    "followups.told": reads(say_followups.told),
    "home.show": reads(home.show),
    "huddles.closing": reads(close_huddle.say_closing),
    "huddles.closed_day": reads(huddles.closed_day),
    "huddles.nudged": reads(nudge.nudged),
    "huddles.prompt": reads(huddles.prompt),
    "huddles.queue": reads(focus.focus),
    "huddles.recap": reads(recap.recap),
    "huddles.skipped": reads(huddles.skipped),
    "huddles.solved": reads(solve.solved),
    "huddles.step": reads(huddles.step),
    "positions.answered": reads(agree.answered),
    "positions.asked": reads(agree.asked),
    "positions.chosen": reads(agree.chosen),
    "positions.decided": reads(agree.decided),
    "questions.said_here": reads(share_answer.said_here),
    "questions.said_to_one": reads(ask_question.say_answer),
    "questions.shared": reads(share_answer.shared),
    "roles.asked": reads(roles.asked),
    "roles.duty_added": reads(own_duties.say_added),
    "roles.ended": reads(end.say_ended),
    "roles.given": reads(roles.given),
    "roles.heavy": reads(roles.heavy),
    "roles.kept": reads(assign.say_kept),
    "roles.passed": reads(roles.passed),
    "strengths.kept": reads(strengths.say_kept),
    "students.added": reads(add.say_added),
    "students.ask_join": reads(join.say_asked),
    "students.direct_words": reads(receive.say_what_works),
    "students.joined": reads(join.say_joined),
    "students.renamed": reads(edit_student.say_renamed),
    "teams.admitted": reads(administer.admitted),
    "teams.already": reads(cards.already),
    "teams.apps": reads(look_again.apps),
    "teams.back": reads(cards.back),
    "teams.card": reads(cards.card),
    "teams.fit_again": reads(pause.say_going_on),
    "teams.how_it_works": reads(cards.how_it_works),
    "teams.joined": reads(look_again.joined),
    "teams.lead_left": reads(come_and_go.lead_left),
    "teams.leadless": reads(come_and_go.leadless),
    "teams.leadless_here": reads(come_and_go.leadless_here),
    "teams.made_lead": reads(come_and_go.made_lead),
    "teams.undelivered": reads(pause.say_why_undelivered),
    "teams.unfit": reads(pause.say_why_unfit),
    "teams.unreached": reads(pause.say_who_was_not_reached),
    "teams.what_works": reads(arrive.what_works),
}


def find_command(command: str, words: str) -> Verb:
    """The verb for what was typed; every registered command has one for ANYTHING."""
    verbs = COMMANDS[command]
    first = words.split(maxsplit=1)[0].casefold() if words.strip() else ""
    return verbs.get(first, verbs[ANYTHING])
