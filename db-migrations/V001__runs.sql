-- The way of one run: who asked for it, its source, its journal and what came of it.
-- PostgreSQL is the truth; whatever carries a run to a runner only delivers what stands here.
-- Deleting a run deletes all that hangs on it, so that retention is one statement.

create table guests (
    id uuid not null,
    -- SHA-256 of the cookie: who reads this table cannot become a guest.
    token_hash bytea not null,
    created_at timestamptz not null,
    constraint guests_pk primary key (id),
    constraint guests_token_hash_unique unique (token_hash)
);

create table runs (
    id uuid not null,
    guest_id uuid,
    title text not null,
    state text not null,
    -- 2 after a runner vanished; what an earlier attempt still says is discarded by this number.
    attempt integer not null,
    -- Number of the newest event of the run, over all attempts.
    last_seq integer not null,
    -- The queue place that the newest event told; null when none was told.
    told_place integer,
    cancel_requested boolean not null,
    client_address text,
    created_at timestamptz not null,
    queued_at timestamptz not null,
    claimed_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,

    isolation text not null,
    executor_kind text not null,
    parallelism integer not null,
    cores integer not null,
    wall_millis integer not null,
    heap_mib integer not null,
    stdout_bytes integer not null,
    stderr_bytes integer not null,
    threads integer not null,
    stdin text not null,
    args jsonb not null,

    verdict text,
    explanation text,
    exit_code integer,
    queued_nanos bigint,
    compile_nanos bigint,
    jvm_start_nanos bigint,
    wall_nanos bigint,
    cpu_nanos bigint,
    peak_rss_bytes bigint,
    diagnostics jsonb not null,

    constraint runs_pk primary key (id),
    constraint runs_guest_fk foreign key (guest_id) references guests (id) on delete set null,
    constraint runs_state_known check (state in ('QUEUED', 'COMPILING', 'RUNNING', 'FINISHED')),
    constraint runs_attempt_once_again check (attempt in (1, 2)),
    constraint runs_verdict_known check (verdict in (
        'OK', 'COMPILE_ERROR', 'RUNTIME_ERROR', 'WRONG_ANSWER', 'TIME_LIMIT', 'MEMORY_LIMIT',
        'OUTPUT_LIMIT', 'THREAD_LIMIT', 'DEADLOCK', 'LIVELOCK', 'THREAD_LEAK', 'RACE_OBSERVED',
        'SECURITY_VIOLATION', 'CANCELLED', 'INTERNAL_ERROR')),
    constraint runs_verdict_when_finished check ((state = 'FINISHED') = (verdict is not null)),
    constraint runs_isolation_known check (isolation in ('process', 'pool')),
    constraint runs_executor_known check (executor_kind in (
        'caller', 'single', 'fixed', 'cached', 'forkjoin', 'virtual', 'process'))
);

-- The queue, oldest first.
create index runs_queued on runs (created_at, id) where state = 'QUEUED';
-- Runs under way: recovery at start.
create index runs_under_way on runs (id) where state in ('COMPILING', 'RUNNING');
-- "My recent runs", and what a guest has queued.
create index runs_by_guest on runs (guest_id, created_at desc);
-- How long runs took lately, for the estimate of a wait.
create index runs_recently_finished on runs (finished_at desc) where state = 'FINISHED';

create table run_files (
    run_id uuid not null,
    position integer not null,
    path text not null,
    content text not null,
    constraint run_files_pk primary key (run_id, position),
    constraint run_files_path_unique unique (run_id, path),
    constraint run_files_run_fk foreign key (run_id) references runs (id) on delete cascade
);

create table run_events (
    run_id uuid not null,
    seq integer not null,
    attempt integer not null,
    at_nanos bigint not null,
    type text not null,
    -- json, not jsonb: a program may print U+0000, which jsonb cannot hold.
    data json not null,
    constraint run_events_pk primary key (run_id, seq),
    constraint run_events_run_fk foreign key (run_id) references runs (id) on delete cascade,
    constraint run_events_type_known check (type in (
        'state', 'stdout', 'stderr', 'diagnostic', 'metric', 'timeline', 'verdict'))
);

create table run_timelines (
    run_id uuid not null,
    -- How bytes are to be read; 1 is gzip over the JSON of the REST contract.
    codec smallint not null,
    bytes bytea not null,
    constraint run_timelines_pk primary key (run_id),
    constraint run_timelines_run_fk foreign key (run_id) references runs (id) on delete cascade,
    constraint run_timelines_codec_known check (codec = 1)
);
