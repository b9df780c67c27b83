-- Exercises of courses. Each change makes a version, which never changes afterwards: what a student
-- handed in is bound to the version that it was judged by.

-- The words that a course's statements explain, as glossary.yaml has them; empty for none.
alter table courses add column glossary text not null default '';

create table exercises (
    id uuid not null,
    course_id uuid not null,
    -- What it is called in addresses, within its course.
    slug text not null,
    -- The heading that it stands under in its course, and its place there.
    part text not null,
    position integer not null,
    -- What students get; null until one was published.
    published_version_id uuid,
    open_at timestamptz,
    due_at timestamptz,
    created_at timestamptz not null,
    constraint exercises_pk primary key (id),
    constraint exercises_slug_unique unique (course_id, slug),
    constraint exercises_course_fk foreign key (course_id) references courses (id) on delete cascade,
    constraint exercises_dates check (open_at < due_at)
);

create table exercise_versions (
    id uuid not null,
    exercise_id uuid not null,
    -- From 1, within its exercise.
    number integer not null,
    -- SHA-256 of all its files, in hexadecimal: the same files are the same version.
    hash text not null,
    title text not null,
    difficulty text not null,
    minutes integer not null,
    points integer not null,
    -- The course's glossary when it was made: statements are shown with the words they were written for.
    glossary text not null,
    -- The folder, as a zip.
    folder bytea not null,
    made_by uuid,
    made_at timestamptz not null,
    constraint exercise_versions_pk primary key (id),
    constraint exercise_versions_number_unique unique (exercise_id, number),
    constraint exercise_versions_hash_unique unique (exercise_id, hash),
    constraint exercise_versions_exercise_fk
        foreign key (exercise_id) references exercises (id) on delete cascade,
    constraint exercise_versions_made_by_fk
        foreign key (made_by) references accounts (id) on delete set null
);
alter table exercises add constraint exercises_published_fk
    foreign key (published_version_id) references exercise_versions (id);

-- What somebody has in the editor, kept so that closing the tab loses nothing.
create table exercise_drafts (
    exercise_id uuid not null,
    account_id uuid not null,
    files jsonb not null,
    saved_at timestamptz not null,
    constraint exercise_drafts_pk primary key (exercise_id, account_id),
    constraint exercise_drafts_exercise_fk
        foreign key (exercise_id) references exercises (id) on delete cascade,
    constraint exercise_drafts_account_fk
        foreign key (account_id) references accounts (id) on delete cascade
);

-- One judging of some files by one version of an exercise: a student's submission, a trial of the visible
-- tests, or a part of an exercise's check. The queue is this table; what carries a judging to a runner is
-- only delivery.
create table judgings (
    id uuid not null,
    version_id uuid not null,
    -- Whose files they are; null for an exercise's check.
    account_id uuid,
    purpose text not null,
    -- Within a check: solution, starter, or the name of a wrong answer. Else empty.
    subject text not null,
    files jsonb not null,
    -- Of all random inputs; below 2^53, so that JSON can hold it.
    seed bigint not null,
    state text not null,
    -- 2 after a runner vanished.
    attempt integer not null,
    created_at timestamptz not null,
    claimed_at timestamptz,
    finished_at timestamptz,
    -- How far it is.
    done integer not null,
    entries integer not null,
    next_entry text not null,
    verdict text,
    explanation text,
    points integer,
    results jsonb,
    diagnostics jsonb,
    constraint judgings_pk primary key (id),
    constraint judgings_version_fk foreign key (version_id) references exercise_versions (id) on delete cascade,
    constraint judgings_account_fk foreign key (account_id) references accounts (id) on delete cascade,
    constraint judgings_purpose_known check (purpose in ('SUBMISSION', 'TRIAL', 'CHECK')),
    constraint judgings_state_known check (state in ('QUEUED', 'JUDGING', 'FINISHED')),
    constraint judgings_attempt_once_again check (attempt in (1, 2)),
    constraint judgings_verdict_when_finished check ((state = 'FINISHED') = (verdict is not null))
);
create index judgings_queued on judgings (created_at, id) where state = 'QUEUED';
create index judgings_under_way on judgings (id) where state = 'JUDGING';
create index judgings_of_account on judgings (account_id, version_id, created_at desc);
