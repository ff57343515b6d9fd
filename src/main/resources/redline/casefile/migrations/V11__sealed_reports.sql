-- Reports with signatures after their end: sealed here, or elsewhere and brought back. The report itself stays with its judging.
create table sealed_report (
    judging_id char(32) not null references judging,
    number integer not null,
    name varchar(300) not null,
    sha256 char(64) not null references original,
    -- with the key of this office
    here boolean not null,
    -- what was told of its signatures when it was kept, as JSON
    told text not null,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    primary key (judging_id, number)
);
create index sealed_report_sha on sealed_report (sha256);
-- A report is asked after by the beginning of the hash of its result.
create index judging_result on judging (result_sha);
