-- Values of packs that violations rest on and that are graded below official text, by the name of the dated value.
create table cited_value (
    name varchar(300) primary key,
    pack varchar(120) not null,
    -- Document, clause and number, as the finding cites them: the value itself may be gone from the rules by now.
    says varchar(2000) not null
);

create table judged_value (
    judging_id char(32) not null references judging,
    position integer not null,
    value_name varchar(300) not null references cited_value,
    primary key (judging_id, position, value_name)
);
create index judged_value_name on judged_value (value_name);

-- Judgings of before have theirs written when somebody asks for them.
alter table judging add column values_noted boolean default false not null;

-- Values looked up in their source (核对原文), in one row of numbers; never changed, never deleted. A row without a page takes back another,
-- and its note is the reason.
create table source_check (
    number bigint primary key,
    value_name varchar(300) not null,
    pack varchar(120) not null,
    says varchar(2000) not null,
    page_sha char(64) references original (sha256),
    page_kind varchar(10),
    note varchar(4000) not null,
    takes_back bigint unique references source_check,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    check ((page_sha is null) = (takes_back is not null)),
    check ((page_sha is null) = (page_kind is null))
);
create index source_check_value on source_check (value_name);
