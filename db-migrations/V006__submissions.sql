-- What counts of what students hand in: terms and extensions, what staff add by hand, and results that replace
-- earlier ones.

-- Beside the due date: minutes after it that still count in full, and a later date until which a part counts.
alter table exercises add column grace_minutes integer not null default 0;
alter table exercises add column late_until timestamptz;
alter table exercises add column late_percent integer not null default 0;
-- How often a student may hand in; null for any number.
alter table exercises add column attempts integer;
-- How long one waits from one submission to the next.
alter table exercises add column cooldown_seconds integer not null default 0;
alter table exercises add constraint exercises_grace check (grace_minutes >= 0);
alter table exercises add constraint exercises_late
    check ((late_until is null) = (late_percent = 0) and late_percent between 0 and 100);
alter table exercises add constraint exercises_late_after_due check (due_at < late_until);
alter table exercises add constraint exercises_attempts check (attempts > 0);
alter table exercises add constraint exercises_cooldown check (cooldown_seconds >= 0);

-- Another due date for one student.
create table extensions (
    exercise_id uuid not null,
    account_id uuid not null,
    due_at timestamptz not null,
    reason text not null,
    given_by uuid,
    given_at timestamptz not null,
    constraint extensions_pk primary key (exercise_id, account_id),
    constraint extensions_exercise_fk foreign key (exercise_id) references exercises (id) on delete cascade,
    constraint extensions_account_fk foreign key (account_id) references accounts (id) on delete cascade,
    constraint extensions_given_by_fk foreign key (given_by) references accounts (id) on delete set null
);

-- Submissions of one exercise that are judged anew by one version. Nothing changes for students until it is applied.
create table rejudgings (
    id uuid not null,
    exercise_id uuid not null,
    version_id uuid not null,
    selection text not null,
    reason text not null,
    state text not null,
    made_by uuid,
    made_at timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    constraint rejudgings_pk primary key (id),
    constraint rejudgings_exercise_fk foreign key (exercise_id) references exercises (id) on delete cascade,
    constraint rejudgings_version_fk
        foreign key (version_id) references exercise_versions (id) on delete cascade,
    constraint rejudgings_made_by_fk foreign key (made_by) references accounts (id) on delete set null,
    constraint rejudgings_ended_by_fk foreign key (ended_by) references accounts (id) on delete set null,
    constraint rejudgings_selection_known check (selection in ('ALL', 'BEST', 'LISTED')),
    constraint rejudgings_state_known check (state in ('OPEN', 'APPLIED', 'DISCARDED')),
    constraint rejudgings_ended check ((state = 'OPEN') = (ended_at is null))
);
create unique index rejudgings_one_open on rejudgings (exercise_id) where state = 'OPEN';

-- The machine and the setting that a judging was carried out with.
alter table judgings add column judged_with jsonb;
-- Of a submission: the judging whose result counts in place of its own.
alter table judgings add column counted_id uuid;
-- Of a judging anew: the submission, the result that it is to replace, and the set that it belongs to.
alter table judgings add column submission_id uuid;
alter table judgings add column replaces_id uuid;
alter table judgings add column rejudging_id uuid;
alter table judgings add constraint judgings_counted_fk
    foreign key (counted_id) references judgings (id) on delete set null;
alter table judgings add constraint judgings_submission_fk
    foreign key (submission_id) references judgings (id) on delete cascade;
alter table judgings add constraint judgings_replaces_fk
    foreign key (replaces_id) references judgings (id) on delete cascade;
alter table judgings add constraint judgings_rejudging_fk
    foreign key (rejudging_id) references rejudgings (id) on delete cascade;
alter table judgings drop constraint judgings_purpose_known;
alter table judgings add constraint judgings_purpose_known
    check (purpose in ('SUBMISSION', 'TRIAL', 'CHECK', 'REJUDGING'));
alter table judgings add constraint judgings_anew check (
    (purpose = 'REJUDGING') = (submission_id is not null)
    and (purpose = 'REJUDGING') = (replaces_id is not null)
    and (purpose = 'REJUDGING') = (rejudging_id is not null));
alter table judgings add constraint judgings_counted_of_submission
    check (counted_id is null or purpose = 'SUBMISSION');
create index judgings_anew on judgings (submission_id) where submission_id is not null;
create index judgings_of_rejudging on judgings (rejudging_id) where rejudging_id is not null;
create index judgings_counted on judgings (counted_id) where counted_id is not null;
create index judgings_replaces on judgings (replaces_id) where replaces_id is not null;
create index judgings_of_version on judgings (version_id, finished_at desc) where state = 'FINISHED';

-- Points that staff gave or took by hand. Never changed: one takes back by giving the opposite.
create table point_adjustments (
    id uuid not null,
    submission_id uuid not null,
    points integer not null,
    reason text not null,
    made_by uuid,
    made_at timestamptz not null,
    constraint point_adjustments_pk primary key (id),
    constraint point_adjustments_submission_fk
        foreign key (submission_id) references judgings (id) on delete cascade,
    constraint point_adjustments_made_by_fk
        foreign key (made_by) references accounts (id) on delete set null,
    constraint point_adjustments_some check (points <> 0)
);
create index point_adjustments_of_submission on point_adjustments (submission_id);

-- What staff said of a line of a submission.
create table line_comments (
    id uuid not null,
    submission_id uuid not null,
    path text not null,
    line integer not null,
    text text not null,
    made_by uuid,
    made_at timestamptz not null,
    constraint line_comments_pk primary key (id),
    constraint line_comments_submission_fk
        foreign key (submission_id) references judgings (id) on delete cascade,
    constraint line_comments_made_by_fk foreign key (made_by) references accounts (id) on delete set null,
    constraint line_comments_line check (line >= 1)
);
create index line_comments_of_submission on line_comments (submission_id);
