-- Experiments: one program measured over a matrix of settings. Each repetition is a run of its own,
-- with its own page, journal and timeline; what counts for the experiment is copied here when it
-- ends, in the same transaction as its verdict.

create table experiments (
    id uuid not null,
    guest_id uuid,
    title text not null,
    state text not null,
    ending text,
    explanation text,
    cancel_requested boolean not null,
    -- Of the order of cells within rounds and of the bootstrap; below 2^53, so that JSON can hold it.
    seed bigint not null,
    -- Number of its newest event.
    last_seq integer not null,
    -- The queue place that was told last; null when none was.
    told_place integer,
    created_at timestamptz not null,
    -- When it was put into the queue, for the last time.
    queued_at timestamptz not null,
    started_at timestamptz,
    -- When it was taken from the queue, for the last time: its time is bounded from here.
    measuring_since timestamptz,
    finished_at timestamptz,
    repeats integer not null,
    warm_up integer not null,
    -- As it was asked for, with every default filled in.
    request jsonb not null,
    -- Settings of each cell, in order, and how often each was measured.
    cells jsonb not null,
    takes jsonb not null,
    constraint experiments_pk primary key (id),
    constraint experiments_guest_fk foreign key (guest_id) references guests (id) on delete set null,
    constraint experiments_state_known check (state in ('QUEUED', 'RUNNING', 'FINISHED')),
    constraint experiments_ending_known check (
        ending in ('COMPLETE', 'CANCELLED', 'OUT_OF_TIME', 'ABANDONED')),
    constraint experiments_ending_when_finished check ((state = 'FINISHED') = (ending is not null)),
    constraint experiments_repeats_some check (repeats > 0 and warm_up >= 0)
);

create index experiments_unfinished on experiments (queued_at, id) where state <> 'FINISHED';
create index experiments_by_guest on experiments (guest_id, created_at desc);

-- The experiment that a run is a repetition of: it then is timed, on cores of its own.
alter table runs add column experiment_id uuid;
alter table runs add constraint runs_experiment_fk
    foreign key (experiment_id) references experiments (id) on delete cascade;
create index runs_by_experiment on runs (experiment_id) where experiment_id is not null;

create table experiment_repetitions (
    experiment_id uuid not null,
    -- From 1, in the order of execution.
    number integer not null,
    cell integer not null,
    take integer not null,
    round integer not null,
    warm_up boolean not null,
    run_id uuid not null,
    -- Null while its run is under way.
    verdict text,
    explanation text,
    started_at timestamptz,
    wall_nanos bigint not null,
    cpu_nanos bigint not null,
    used_cores jsonb not null,
    exclusive boolean not null,
    shared_with_server boolean not null,
    noise jsonb,
    load double precision,
    machine jsonb,
    work_span jsonb,
    constraint experiment_repetitions_pk primary key (experiment_id, number),
    constraint experiment_repetitions_run_unique unique (run_id),
    constraint experiment_repetitions_experiment_fk
        foreign key (experiment_id) references experiments (id) on delete cascade
);

create table experiment_events (
    experiment_id uuid not null,
    seq integer not null,
    at timestamptz not null,
    type text not null,
    data json not null,
    constraint experiment_events_pk primary key (experiment_id, seq),
    constraint experiment_events_experiment_fk
        foreign key (experiment_id) references experiments (id) on delete cascade,
    constraint experiment_events_type_known check (
        type in ('state', 'began', 'measured', 'cell', 'ended'))
);
