BEGIN TRANSACTION;
CREATE TABLE admissions (
	team_id INTEGER NOT NULL, 
	person_id VARCHAR NOT NULL, 
	admitted_by VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	admitted_at DATETIME NOT NULL, 
	CONSTRAINT pk_admissions PRIMARY KEY (team_id, person_id), 
	CONSTRAINT fk_admissions_team_id_teams FOREIGN KEY(team_id) REFERENCES teams (id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE audit (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	actor VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	student_id INTEGER, 
	object_id VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	channel_id VARCHAR NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (id)
);
INSERT INTO "audit" VALUES(1,'2026-11-21 23:19:57.505925','U00003LOPEZ','checkins.keep',1,'checkin:1','member of team 1','C00015JUNIPE');
INSERT INTO "audit" VALUES(2,'2026-11-21 23:19:57.770185','U00003LOPEZ','checkins.change',1,'checkin:1','member of team 1','C00015JUNIPE');
INSERT INTO "audit" VALUES(3,'2026-11-21 23:19:58.018388','U00003LOPEZ','followups.add',1,'followup:1','member of team 1','C00015JUNIPE');
CREATE TABLE channels (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	is_private BOOLEAN NOT NULL, 
	is_shared BOOLEAN NOT NULL, 
	is_archived BOOLEAN NOT NULL, 
	has_bot BOOLEAN NOT NULL, 
	checked_at DATETIME, 
	members_checked_at DATETIME, 
	paused_because VARCHAR NOT NULL, 
	CONSTRAINT pk_channels PRIMARY KEY (id)
);
INSERT INTO "channels" VALUES('C00015JUNIPE','juniper-team',1,0,0,1,'2026-11-21 23:19:57.505925','2026-11-21 23:19:57.035647','');
INSERT INTO "channels" VALUES('C00016BIRCHT','birch-team',1,0,0,1,'2026-11-21 23:19:57.167898','2026-11-21 23:19:57.167898','');
CREATE TABLE checkin_revisions (
	checkin_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	topic VARCHAR(20), 
	text TEXT NOT NULL, 
	working TEXT NOT NULL, 
	replaced_at DATETIME NOT NULL, 
	CONSTRAINT pk_checkin_revisions PRIMARY KEY (checkin_id, number), 
	CONSTRAINT fk_checkin_revisions_checkin_id_checkins FOREIGN KEY(checkin_id) REFERENCES checkins (id) ON DELETE CASCADE
);
INSERT INTO "checkin_revisions" VALUES(1,1,'win','finished 2 of 3 tasks #win','','2026-11-21 23:19:57.770185');
CREATE TABLE checkin_students (
	student_id INTEGER NOT NULL, 
	checkin_id INTEGER NOT NULL, 
	CONSTRAINT pk_checkin_students PRIMARY KEY (student_id, checkin_id), 
	CONSTRAINT fk_checkin_students_checkin_id_checkins FOREIGN KEY(checkin_id) REFERENCES checkins (id) ON DELETE CASCADE, 
	CONSTRAINT fk_checkin_students_student_id_students FOREIGN KEY(student_id) REFERENCES students (id) ON DELETE CASCADE
);
INSERT INTO "checkin_students" VALUES(1,1);
CREATE TABLE checkins (
	id INTEGER NOT NULL, 
	author_id VARCHAR NOT NULL, 
	topic VARCHAR(20), 
	text TEXT NOT NULL, 
	working TEXT NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_in VARCHAR NOT NULL, 
	team_id INTEGER, 
	restriction VARCHAR(20) NOT NULL, 
	undone_at DATETIME, 
	withdrawn_at DATETIME, 
	source_link VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	mark INTEGER NOT NULL, 
	CONSTRAINT pk_checkins PRIMARY KEY (id), 
	CONSTRAINT fk_checkins_team_id_teams FOREIGN KEY(team_id) REFERENCES teams (id)
);
INSERT INTO "checkins" VALUES(1,'U00003LOPEZ','win','finished 3 of 3 tasks #win','','2026-11-21 23:19:57.505925','C00015JUNIPE',1,'none',NULL,NULL,'',2,408107768);
CREATE TABLE claims (
	"key" VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	said VARCHAR NOT NULL, 
	ids JSON NOT NULL, 
	CONSTRAINT pk_claims PRIMARY KEY ("key")
);
INSERT INTO "claims" VALUES('trigger:1.1795303197497128489.practice','2026-11-21 23:19:57.505925','checkins.kept','{"checkin": 1}');
INSERT INTO "claims" VALUES('view:VB1711CC428:1795303197.2cfef93d','2026-11-21 23:19:57.770185','checkins.kept','{"checkin": 1}');
INSERT INTO "claims" VALUES('trigger:4.1795303197894661999.practice','2026-11-21 23:19:57.895613','checkins.draft','{"draft": 1}');
INSERT INTO "claims" VALUES('view:V8A2B7AA679:1795303197.394563e0','2026-11-21 23:19:58.018388','followups.kept','{"followup": 1, "student": 1}');
CREATE TABLE drafts (
	id INTEGER NOT NULL, 
	author_id VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	made_in VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	with_it JSON NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY (id)
);
INSERT INTO "drafts" VALUES(1,'U00003LOPEZ','Nobody: who is this','C00015JUNIPE','2026-11-21 23:19:57.895613','{}');
CREATE TABLE followups (
	id INTEGER NOT NULL, 
	student_id INTEGER NOT NULL, 
	checkin_id INTEGER, 
	text TEXT NOT NULL, 
	owner_id VARCHAR NOT NULL, 
	due_on DATE NOT NULL, 
	promised_by VARCHAR NOT NULL, 
	promised_at DATETIME NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT pk_followups PRIMARY KEY (id), 
	CONSTRAINT fk_followups_checkin_id_checkins FOREIGN KEY(checkin_id) REFERENCES checkins (id) ON DELETE CASCADE, 
	CONSTRAINT fk_followups_student_id_students FOREIGN KEY(student_id) REFERENCES students (id) ON DELETE CASCADE
);
INSERT INTO "followups" VALUES(1,1,1,'Send the log home','U00003LOPEZ','2026-11-25','U00003LOPEZ','2026-11-21 23:19:58.018388',NULL);
CREATE TABLE imported_positions (
	email TEXT NOT NULL, 
	name VARCHAR(20) NOT NULL, 
	imported_by VARCHAR NOT NULL, 
	imported_at DATETIME NOT NULL, 
	CONSTRAINT pk_imported_positions PRIMARY KEY (email)
);
CREATE TABLE join_requests (
	id INTEGER NOT NULL, 
	student_id INTEGER, 
	known_id INTEGER, 
	team_id INTEGER NOT NULL, 
	asked_by VARCHAR NOT NULL, 
	asked_at DATETIME NOT NULL, 
	told_at DATETIME, 
	decided_by VARCHAR, 
	decided_at DATETIME, 
	joined BOOLEAN NOT NULL, 
	CONSTRAINT pk_join_requests PRIMARY KEY (id), 
	CONSTRAINT fk_join_requests_known_id_students FOREIGN KEY(known_id) REFERENCES students (id) ON DELETE SET NULL, 
	CONSTRAINT fk_join_requests_student_id_students FOREIGN KEY(student_id) REFERENCES students (id) ON DELETE SET NULL, 
	CONSTRAINT fk_join_requests_team_id_teams FOREIGN KEY(team_id) REFERENCES teams (id)
);
CREATE TABLE leads (
	team_id INTEGER NOT NULL, 
	person_id VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_leads PRIMARY KEY (team_id, person_id), 
	CONSTRAINT fk_leads_team_id_teams FOREIGN KEY(team_id) REFERENCES teams (id)
);
INSERT INTO "leads" VALUES(1,'U00001HALE','2026-11-21 23:19:57.005683');
INSERT INTO "leads" VALUES(2,'U00009PELL','2026-11-21 23:19:57.163644');
CREATE TABLE memberships (
	channel_id VARCHAR NOT NULL, 
	person_id VARCHAR NOT NULL, 
	CONSTRAINT pk_memberships PRIMARY KEY (channel_id, person_id)
);
INSERT INTO "memberships" VALUES('C00015JUNIPE','U00005ORTIZ');
INSERT INTO "memberships" VALUES('C00015JUNIPE','U00001HALE');
INSERT INTO "memberships" VALUES('C00015JUNIPE','U00007FINCH');
INSERT INTO "memberships" VALUES('C00015JUNIPE','U00003LOPEZ');
INSERT INTO "memberships" VALUES('C00015JUNIPE','U00000BOT');
INSERT INTO "memberships" VALUES('C00016BIRCHT','U00000BOT');
INSERT INTO "memberships" VALUES('C00016BIRCHT','U00009PELL');
CREATE TABLE name_keys (
	"key" TEXT NOT NULL, 
	student_id INTEGER NOT NULL, 
	CONSTRAINT pk_name_keys PRIMARY KEY ("key", student_id), 
	CONSTRAINT fk_name_keys_student_id_students FOREIGN KEY(student_id) REFERENCES students (id) ON DELETE CASCADE
);
INSERT INTO "name_keys" VALUES('m t',1);
INSERT INTO "name_keys" VALUES('m tern',1);
INSERT INTO "name_keys" VALUES('mae',1);
INSERT INTO "name_keys" VALUES('mae t',1);
INSERT INTO "name_keys" VALUES('mae tern',1);
INSERT INTO "name_keys" VALUES('may',1);
INSERT INTO "name_keys" VALUES('may t',1);
INSERT INTO "name_keys" VALUES('may tern',1);
INSERT INTO "name_keys" VALUES('maya',1);
INSERT INTO "name_keys" VALUES('maya t',1);
INSERT INTO "name_keys" VALUES('maya tern',1);
INSERT INTO "name_keys" VALUES('mt',1);
INSERT INTO "name_keys" VALUES('z o',2);
INSERT INTO "name_keys" VALUES('z odegaard',2);
INSERT INTO "name_keys" VALUES('zo',2);
INSERT INTO "name_keys" VALUES('zoe',2);
INSERT INTO "name_keys" VALUES('zoe o',2);
INSERT INTO "name_keys" VALUES('zoe odegaard',2);
CREATE TABLE outbox (
	id INTEGER NOT NULL, 
	queue VARCHAR NOT NULL, 
	act VARCHAR(20) NOT NULL, 
	about VARCHAR NOT NULL, 
	ids JSON NOT NULL, 
	subject VARCHAR NOT NULL, 
	person_id VARCHAR NOT NULL, 
	channel_id VARCHAR NOT NULL, 
	under_id INTEGER, 
	target_id INTEGER, 
	tells_of_students BOOLEAN NOT NULL, 
	made_at DATETIME NOT NULL, 
	not_before DATETIME NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	attempts INTEGER NOT NULL, 
	claimed_at DATETIME, 
	sent_at DATETIME, 
	sent_to VARCHAR NOT NULL, 
	ts VARCHAR NOT NULL, 
	because VARCHAR NOT NULL, 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT fk_outbox_target_id_outbox FOREIGN KEY(target_id) REFERENCES outbox (id), 
	CONSTRAINT fk_outbox_under_id_outbox FOREIGN KEY(under_id) REFERENCES outbox (id)
);
INSERT INTO "outbox" VALUES(1,'C00015JUNIPE','say','checkins.week','{"team": 1, "student": 1, "monday": "2026-11-16"}','week:1:1:2026-11-16','','C00015JUNIPE',NULL,NULL,1,'2026-11-21 23:19:57.505925','2026-11-21 23:19:57.505925','sent',1,'2026-11-21 23:19:57.652131','2026-11-21 23:19:57.855445','C00015JUNIPE','1795303197.827540','');
INSERT INTO "outbox" VALUES(2,'C00015JUNIPE','say','checkins.update','{"checkin": 1, "team": 1}','checkin:1','','C00015JUNIPE',1,NULL,1,'2026-11-21 23:19:57.505925','2026-11-21 23:19:57.505925','sent',1,'2026-11-21 23:19:57.886505','2026-11-21 23:19:57.968404','C00015JUNIPE','1795303197.957128','');
INSERT INTO "outbox" VALUES(3,'person:U00003LOPEZ','whisper','checkins.kept','{"checkin": 1}','','U00003LOPEZ','C00015JUNIPE',NULL,NULL,0,'2026-11-21 23:19:57.770185','2026-11-21 23:19:57.770185','sent',1,'2026-11-21 23:19:57.856681','2026-11-21 23:19:57.883011','C00015JUNIPE','1795303197.878126','');
INSERT INTO "outbox" VALUES(4,'person:U00003LOPEZ','whisper','followups.kept','{"followup": 1, "student": 1}','','U00003LOPEZ','C00015JUNIPE',NULL,NULL,0,'2026-11-21 23:19:58.018388','2026-11-21 23:19:58.018388','sent',1,'2026-11-21 23:19:58.120863','2026-11-21 23:19:58.161202','C00015JUNIPE','1795303198.158810','');
CREATE TABLE people (
	id VARCHAR NOT NULL, 
	workspace_id VARCHAR NOT NULL, 
	handle TEXT NOT NULL, 
	real_name TEXT NOT NULL, 
	email TEXT NOT NULL, 
	time_zone VARCHAR NOT NULL, 
	is_guest BOOLEAN NOT NULL, 
	is_stranger BOOLEAN NOT NULL, 
	is_bot BOOLEAN NOT NULL, 
	is_deactivated BOOLEAN NOT NULL, 
	checked_at DATETIME, 
	told_of_records_at DATETIME, 
	CONSTRAINT pk_people PRIMARY KEY (id)
);
INSERT INTO "people" VALUES('U00001HALE','T00000SCH','hale','Ms. Hale','hale@juniper.example','America/Chicago',0,0,0,0,'2026-11-21 23:19:57.652131',NULL);
INSERT INTO "people" VALUES('U00003LOPEZ','T00000SCH','lopez','Mr. Lopez','lopez@juniper.example','America/Chicago',0,0,0,0,'2026-11-21 23:19:57.652131','2026-11-21 23:19:57.505925');
INSERT INTO "people" VALUES('U00005ORTIZ','T00000SCH','ortiz','Dr. Ortiz','ortiz@juniper.example','America/Chicago',0,0,0,0,'2026-11-21 23:19:57.652131',NULL);
INSERT INTO "people" VALUES('U00007FINCH','T00000SCH','finch','Ms. Finch','finch@juniper.example','America/Chicago',0,0,0,0,'2026-11-21 23:19:57.652131',NULL);
INSERT INTO "people" VALUES('U00000BOT','T00000SCH','roundtable','Roundtable','','America/New_York',0,0,1,0,'2026-11-21 23:19:57.652131',NULL);
INSERT INTO "people" VALUES('U00009PELL','T00000SCH','pell','Mr. Pell','pell@juniper.example','America/Chicago',0,0,0,0,'2026-11-21 23:19:57.167898',NULL);
CREATE TABLE positions (
	team_id INTEGER NOT NULL, 
	person_id VARCHAR NOT NULL, 
	name VARCHAR(20) NOT NULL, 
	set_by VARCHAR NOT NULL, 
	set_at DATETIME NOT NULL, 
	agreed_by VARCHAR, 
	CONSTRAINT pk_positions PRIMARY KEY (team_id, person_id), 
	CONSTRAINT fk_positions_team_id_teams FOREIGN KEY(team_id) REFERENCES teams (id)
);
INSERT INTO "positions" VALUES(1,'U00005ORTIZ','counselor','cast','2026-11-21 23:19:57.280235','cast');
INSERT INTO "positions" VALUES(1,'U00003LOPEZ','general education','cast','2026-11-21 23:19:57.474213','cast');
CREATE TABLE role_holders (
	id INTEGER NOT NULL, 
	student_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	holder_id VARCHAR NOT NULL, 
	holder_email TEXT NOT NULL, 
	backup_id VARCHAR NOT NULL, 
	backup_email TEXT NOT NULL, 
	since DATETIME NOT NULL, 
	until DATETIME, 
	set_by VARCHAR NOT NULL, 
	CONSTRAINT pk_role_holders PRIMARY KEY (id), 
	CONSTRAINT fk_role_holders_student_id_students FOREIGN KEY(student_id) REFERENCES students (id) ON DELETE CASCADE
);
INSERT INTO "role_holders" VALUES(1,1,'case manager','U00001HALE','','','','2026-11-21 23:19:57.477867',NULL,'cast');
CREATE TABLE schools (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	source_ref VARCHAR NOT NULL, 
	opens_at TIME NOT NULL, 
	closes_at TIME NOT NULL, 
	crisis_text TEXT NOT NULL, 
	shown_as VARCHAR(20) NOT NULL, 
	day_first BOOLEAN NOT NULL, 
	CONSTRAINT pk_schools PRIMARY KEY (id)
);
INSERT INTO "schools" VALUES(1,'Juniper Hollow','','08:00:00.000000','16:00:00.000000','','first_initial',0);
CREATE TABLE students (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	school_id INTEGER NOT NULL, 
	school_ref TEXT NOT NULL, 
	source_ref TEXT NOT NULL, 
	first_name TEXT NOT NULL, 
	last_name TEXT NOT NULL, 
	preferred_name TEXT NOT NULL, 
	nicknames TEXT NOT NULL, 
	grade VARCHAR NOT NULL, 
	"plan" VARCHAR NOT NULL, 
	added_by VARCHAR NOT NULL, 
	added_at DATETIME NOT NULL, 
	archived_at DATETIME, 
	imported BOOLEAN NOT NULL, 
	CONSTRAINT fk_students_school_id_schools FOREIGN KEY(school_id) REFERENCES schools (id)
);
INSERT INTO "students" VALUES(1,1,'','','Maya','Tern','','Mae; May','03','','cast','2026-11-21 23:19:57.211252',NULL,0);
INSERT INTO "students" VALUES(2,1,'','','Zoë','Ødegaard','','','','','cast','2026-11-21 23:19:57.271845',NULL,0);
CREATE TABLE team_students (
	team_id INTEGER NOT NULL, 
	student_id INTEGER NOT NULL, 
	added_by VARCHAR NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_team_students PRIMARY KEY (team_id, student_id), 
	CONSTRAINT fk_team_students_student_id_students FOREIGN KEY(student_id) REFERENCES students (id) ON DELETE CASCADE, 
	CONSTRAINT fk_team_students_team_id_teams FOREIGN KEY(team_id) REFERENCES teams (id)
);
INSERT INTO "team_students" VALUES(1,1,'cast','2026-11-21 23:19:57.211252');
INSERT INTO "team_students" VALUES(2,2,'cast','2026-11-21 23:19:57.271845');
CREATE TABLE teams (
	id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	channel_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	time_zone VARCHAR NOT NULL, 
	huddle_day INTEGER NOT NULL, 
	huddle_time TIME NOT NULL, 
	huddle_minutes INTEGER NOT NULL, 
	appear VARCHAR(20) NOT NULL, 
	shown_as VARCHAR(20), 
	set_up_by VARCHAR NOT NULL, 
	set_up_at DATETIME NOT NULL, 
	CONSTRAINT pk_teams PRIMARY KEY (id), 
	CONSTRAINT fk_teams_school_id_schools FOREIGN KEY(school_id) REFERENCES schools (id), 
	CONSTRAINT uq_teams_channel_id UNIQUE (channel_id)
);
INSERT INTO "teams" VALUES(1,1,'C00015JUNIPE','Juniper Team','America/Chicago',2,'15:15:00.000000',15,'thread',NULL,'U00001HALE','2026-11-21 23:19:57.005683');
INSERT INTO "teams" VALUES(2,1,'C00016BIRCHT','Birch Team','America/Chicago',2,'15:15:00.000000',15,'thread',NULL,'U00009PELL','2026-11-21 23:19:57.163644');
CREATE TABLE tellings (
	whom VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	told_on DATE NOT NULL, 
	CONSTRAINT pk_tellings PRIMARY KEY (whom, kind, told_on)
);
CREATE INDEX ix_audit_actor ON audit (actor);
CREATE INDEX ix_audit_at ON audit (at);
CREATE INDEX ix_audit_student_id ON audit (student_id);
CREATE INDEX ix_claims_at ON claims (at);
CREATE INDEX ix_drafts_author_id ON drafts (author_id);
CREATE INDEX ix_memberships_person_id ON memberships (person_id);
CREATE INDEX ix_outbox_subject ON outbox (subject);
CREATE INDEX ix_outbox_target_id ON outbox (target_id);
CREATE INDEX ix_outbox_under_id ON outbox (under_id);
CREATE INDEX ix_outbox_unsent ON outbox (queue, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX ix_people_email ON people (email);
CREATE INDEX ix_schools_name ON schools (name);
CREATE INDEX ix_schools_source_ref ON schools (source_ref);
CREATE INDEX ix_students_school_id ON students (school_id);
CREATE INDEX ix_students_school_ref ON students (school_ref);
CREATE INDEX ix_teams_school_id ON teams (school_id);
CREATE INDEX ix_checkins_author_id_made_at ON checkins (author_id, made_at);
CREATE INDEX ix_checkins_author_id_mark ON checkins (author_id, mark);
CREATE INDEX ix_join_requests_known_id ON join_requests (known_id);
CREATE INDEX ix_join_requests_student_id ON join_requests (student_id);
CREATE INDEX ix_leads_person_id ON leads (person_id);
CREATE INDEX ix_name_keys_student_id ON name_keys (student_id);
CREATE INDEX ix_positions_person_id ON positions (person_id);
CREATE INDEX ix_role_holders_student_id ON role_holders (student_id);
CREATE INDEX ix_team_students_student_id ON team_students (student_id);
CREATE INDEX ix_checkin_students_checkin_id ON checkin_students (checkin_id);
CREATE INDEX ix_followups_checkin_id ON followups (checkin_id);
CREATE INDEX ix_followups_owner_id ON followups (owner_id);
CREATE INDEX ix_followups_student_id ON followups (student_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('students',2);
COMMIT;
