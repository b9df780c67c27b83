-- People: accounts with their sessions, tokens and one-time links, courses and who is in them.
-- Whatever lets somebody in (cookie, token, link) is stored as its SHA-256 alone: who reads these
-- tables cannot become anybody.

create table accounts (
    id uuid not null,
    -- What one signs in with: lower case, so that no two differ by case alone.
    login text not null,
    name text not null,
    -- Shown on leaderboards in place of the name; null for none chosen.
    nickname text,
    email text,
    -- Null until its owner has used the link that was made for it.
    password_hash text,
    site_admin boolean not null,
    may_create_courses boolean not null,
    created_at timestamptz not null,
    -- Its owner deleted it, or an administrator closed it: nobody signs in with it any more.
    closed_at timestamptz,
    constraint accounts_pk primary key (id),
    constraint accounts_login_unique unique (login),
    constraint accounts_login_lower check (login = lower(login))
);
create unique index accounts_nickname_unique on accounts (lower(nickname));

create table sessions (
    id uuid not null,
    account_id uuid not null,
    token_hash bytea not null,
    -- Whether the browser keeps its cookie when it is closed.
    remembered boolean not null,
    agent text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    constraint sessions_pk primary key (id),
    constraint sessions_token_hash_unique unique (token_hash),
    constraint sessions_account_fk foreign key (account_id) references accounts (id) on delete cascade
);
create index sessions_by_account on sessions (account_id);

create table api_tokens (
    id uuid not null,
    account_id uuid not null,
    token_hash bytea not null,
    name text not null,
    scopes jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    constraint api_tokens_pk primary key (id),
    constraint api_tokens_token_hash_unique unique (token_hash),
    constraint api_tokens_account_fk foreign key (account_id) references accounts (id) on delete cascade
);
create index api_tokens_by_account on api_tokens (account_id);

create table one_time_links (
    id uuid not null,
    kind text not null,
    -- Whom it lets in; null for the link that makes the first administrator.
    account_id uuid,
    token_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint one_time_links_pk primary key (id),
    constraint one_time_links_token_hash_unique unique (token_hash),
    constraint one_time_links_kind_known check (kind in ('ADMINISTRATOR', 'CLAIM', 'RESET')),
    constraint one_time_links_whose check ((kind = 'ADMINISTRATOR') = (account_id is null)),
    constraint one_time_links_account_fk
        foreign key (account_id) references accounts (id) on delete cascade
);
create index one_time_links_by_account on one_time_links (account_id);

create table courses (
    id uuid not null,
    slug text not null,
    title text not null,
    description text not null,
    -- Who knows it joins as a student; null where joining is closed.
    join_code text,
    created_by uuid,
    created_at timestamptz not null,
    archived_at timestamptz,
    constraint courses_pk primary key (id),
    constraint courses_slug_unique unique (slug),
    constraint courses_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint courses_join_code_unique unique (join_code),
    constraint courses_created_by_fk foreign key (created_by) references accounts (id) on delete set null
);

create table memberships (
    course_id uuid not null,
    account_id uuid not null,
    role text not null,
    -- As the roster has it.
    student_number text,
    -- Whether a roster has named them: the next roster without them marks them dropped.
    on_roster boolean not null,
    joined_at timestamptz not null,
    -- Left, or is not on the roster any more; what was handed in stays.
    dropped_at timestamptz,
    constraint memberships_pk primary key (course_id, account_id),
    constraint memberships_course_fk foreign key (course_id) references courses (id) on delete cascade,
    constraint memberships_account_fk
        foreign key (account_id) references accounts (id) on delete cascade,
    constraint memberships_role_known check (role in ('STUDENT', 'ASSISTANT', 'INSTRUCTOR'))
);
create index memberships_by_account on memberships (account_id);

-- What administrators and staff did to others, and when. Kept when accounts go.
create table audit (
    id bigint generated always as identity,
    at timestamptz not null,
    actor_id uuid,
    actor text not null,
    action text not null,
    subject text not null,
    constraint audit_pk primary key (id)
);

-- A run or experiment belongs to a guest or to an account, never to both.
alter table runs add column account_id uuid;
alter table runs add constraint runs_account_fk
    foreign key (account_id) references accounts (id) on delete set null;
alter table runs add constraint runs_one_owner check (guest_id is null or account_id is null);
create index runs_by_account on runs (account_id, created_at desc) where account_id is not null;
-- A run that was made in a course is read by its owner and the course's staff alone.
alter table runs add column course_id uuid;
alter table runs add constraint runs_course_fk
    foreign key (course_id) references courses (id) on delete set null;

alter table experiments add column account_id uuid;
alter table experiments add constraint experiments_account_fk
    foreign key (account_id) references accounts (id) on delete set null;
alter table experiments add constraint experiments_one_owner
    check (guest_id is null or account_id is null);
create index experiments_by_account on experiments (account_id, created_at desc)
    where account_id is not null;
