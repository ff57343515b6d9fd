-- Drafts of rules: what policy staff would change, apart from the rules in force.
create table draft (
    id char(32) primary key,
    number bigint not null unique,
    title varchar(200) not null,
    reason varchar(4000) not null,
    state varchar(20) not null,
    -- Counts what was done to its files, so that a check says which state of them it was about.
    revision integer not null,
    author char(32) not null references account,
    begun_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    submitted_at timestamp with time zone
);
create index draft_state on draft (state, number);

-- A file as the draft would have it, by its path below the folder that holds rules and test-cases; no content: it would go.
-- before_sha: the file in force when the draft first took it up, none where there was none; another by now is a conflict.
create table draft_file (
    draft_id char(32) not null references draft,
    path varchar(250) not null,
    content text,
    before_sha char(64),
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    primary key (draft_id, path)
);

-- Everybody who wrote in a draft: none of them approves it.
create table draft_author (
    draft_id char(32) not null references draft,
    account char(32) not null references account,
    primary key (draft_id, account)
);

-- What checking a draft came to, the last one of each; lacking: how much stands against submitting it.
create table draft_check (
    draft_id char(32) primary key references draft,
    revision integer not null,
    rules_hash char(64) not null,
    checked_at timestamp with time zone not null,
    lacking integer not null,
    report text not null
);

-- What was published, in one row of numbers; never changed. draft_id: none for a state that came in through files and git.
create table publication (
    number bigint primary key,
    draft_id char(32) references draft,
    title varchar(200) not null,
    reason varchar(4000) not null,
    author varchar(200) not null,
    approver varchar(200) not null,
    published_at timestamp with time zone not null,
    rules_before char(64) not null,
    rules_hash char(64) not null,
    archive_sha char(64) not null references original (sha256),
    commit_id varchar(40) not null,
    changes text not null
);
