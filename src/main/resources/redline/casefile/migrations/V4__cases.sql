-- Numbers that count up, one row a series; the row is locked while a number is taken, so that none is left out.
create table series (
    name varchar(80) primary key,
    last bigint not null
);

-- A case. What the list shows, sorts and filters by stands in the row; "search" is what is searched, brackets and blanks taken out.
create table office_case (
    id char(32) primary key,
    number varchar(40) not null unique,
    kind varchar(20) not null,
    business varchar(20) not null,
    state varchar(30) not null,
    since date not null,
    closed boolean not null,
    project varchar(200) not null,
    project_code varchar(60) not null,
    parcel_code varchar(60) not null,
    applicant char(32) not null references account,
    handler char(32) references account,
    outside char(32) references account,
    letter char(32) references letter,
    profile varchar(60) not null,
    conditions_issued date,
    contract_signed date,
    application_received date,
    period integer,
    accepted_on date,
    due_on date,
    inherits char(32) references office_case,
    approved char(32) references office_case,
    conclusion varchar(40) not null,
    form text not null,
    search varchar(1000) not null,
    verdict varchar(20) not null,
    violations integer not null,
    open_items integer not null,
    changed_at timestamp with time zone not null
);
create index office_case_due on office_case (closed, due_on, number);
create index office_case_handler on office_case (handler, closed, due_on, number);
create index office_case_applicant on office_case (applicant, closed, due_on, number);
create index office_case_outside on office_case (outside, closed, due_on, number);
create index office_case_state on office_case (state, due_on, number);

-- How many cases are in each state, by who handles them; kept with every step, so that a list need not count.
create table case_tally (
    state varchar(30) not null,
    handler varchar(32) not null,
    cases bigint not null,
    primary key (state, handler)
);

-- Steps that a case took. "on_day" is the day it counts from, "at_time" when it was recorded.
create table case_step (
    case_id char(32) not null references office_case,
    number integer not null,
    step varchar(40) not null,
    from_state varchar(30) not null,
    to_state varchar(30) not null,
    on_day date not null,
    at_time timestamp with time zone not null,
    who char(32) not null references account,
    note text not null,
    primary key (case_id, number)
);

create table clock_stop (
    case_id char(32) not null references office_case,
    number integer not null,
    step varchar(40) not null,
    from_day date not null,
    until_day date,
    primary key (case_id, number)
);

-- Lines of the list of materials that were handed in, or are asked for.
create table material (
    case_id char(32) not null references office_case,
    item varchar(60) not null,
    state varchar(20) not null,
    remark varchar(1000) not null,
    primary key (case_id, item)
);

-- Files of a case: originals with the name that people gave them.
create table case_file (
    id char(32) primary key,
    case_id char(32) not null references office_case,
    round_id char(32),
    purpose varchar(20) not null,
    item varchar(60) not null,
    name varchar(300) not null,
    sha256 char(64) not null references original,
    size_bytes bigint not null,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null
);
create index case_file_case on case_file (case_id, at_time);
create index case_file_round on case_file (round_id);

-- A round: what was handed in at once, to be judged.
create table case_round (
    id char(32) primary key,
    case_id char(32) not null references office_case,
    number integer not null,
    submitted_on date not null,
    at_time timestamp with time zone not null,
    by_account char(32) not null references account,
    choices text not null,
    state varchar(20) not null,
    complaints text not null,
    judging char(32),
    unique (case_id, number)
);

-- A judging of a round: the record that rules saw and the rules that judged, so that it can be done again without the drawing.
create table judging (
    id char(32) primary key,
    round_id char(32) not null references case_round,
    number integer not null,
    at_time timestamp with time zone not null,
    why varchar(200) not null,
    record_sha char(64) not null references original,
    result_sha char(64) not null references original,
    report_sha char(64) not null references original,
    rules_sha char(64) not null references original,
    rules_hash char(64) not null,
    profile varchar(60) not null,
    settings text not null,
    program varchar(40) not null,
    verdict varchar(20) not null,
    unique (round_id, number)
);

create table judged_finding (
    judging_id char(32) not null references judging,
    position integer not null,
    rule varchar(120) not null,
    subject_kind varchar(40) not null,
    subject varchar(200) not null,
    subject_name varchar(300) not null,
    title varchar(300) not null,
    verdict varchar(20) not null,
    cause varchar(20) not null,
    part varchar(20) not null,
    force varchar(20) not null,
    says text not null,
    primary key (judging_id, position)
);
create index judged_finding_rule on judged_finding (rule, subject_kind);

-- What people decide on a finding. A decision is never changed, only followed by another one.
create table decision (
    id char(32) primary key,
    round_id char(32) not null references case_round,
    rule varchar(120) not null,
    subject_kind varchar(40) not null,
    subject varchar(200) not null,
    kind varchar(20) not null,
    verdict varchar(20) not null,
    reason text not null,
    sentence text not null,
    document_kind varchar(40) not null,
    document_number varchar(100) not null,
    document_date date,
    document_sha char(64) references original,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    number bigint not null,
    second_word varchar(20) not null,
    second_by char(32) references account,
    second_at timestamp with time zone,
    latest boolean not null
);
create index decision_round on decision (round_id, latest);
create index decision_rule on decision (rule, kind);

-- Findings that a reviewer adds by hand.
create table hand_finding (
    id char(32) primary key,
    round_id char(32) not null references case_round,
    title varchar(300) not null,
    place varchar(300) not null,
    actual varchar(1000) not null,
    required varchar(1000) not null,
    basis varchar(500) not null,
    advice varchar(1000) not null,
    part varchar(20) not null,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    withdrawn boolean not null
);
create index hand_finding_round on hand_finding (round_id);

-- Words on a finding or on the case; "shown" ones are read by the applicant.
create table remark (
    id char(32) primary key,
    case_id char(32) not null references office_case,
    rule varchar(120) not null,
    subject_kind varchar(40) not null,
    subject varchar(200) not null,
    words text not null,
    shown boolean not null,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    number bigint not null
);
create index remark_case on remark (case_id, number);

-- The applicant's answers to what was asked for (修改对照表), one a finding and round.
create table reply (
    round_id char(32) not null references case_round,
    rule varchar(120) not null,
    subject_kind varchar(40) not null,
    subject varchar(200) not null,
    words text not null,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    primary key (round_id, rule, subject_kind, subject)
);

-- What policy staff are asked: a setting that is not settled, or a basis in doubt.
create table question (
    id char(32) primary key,
    case_id char(32) not null references office_case,
    round_id char(32) not null references case_round,
    path varchar(200) not null,
    label varchar(500) not null,
    asked_at timestamp with time zone not null,
    answered boolean not null,
    answer text not null,
    answered_by char(32) references account,
    answered_at timestamp with time zone,
    unique (case_id, path)
);
create index question_open on question (answered, path);

-- Settings that policy staff settled, with the document that says so. The latest of a name is in force.
create table office_setting (
    number bigint primary key,
    profile varchar(60) not null,
    name varchar(100) not null,
    chosen varchar(100) not null,
    document varchar(300) not null,
    document_date date not null,
    document_sha char(64) references original,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null
);

create table department_opinion (
    id char(32) primary key,
    case_id char(32) not null references office_case,
    department varchar(100) not null,
    asked_on date not null,
    subject varchar(2000) not null,
    answered_on date,
    words text not null,
    adopted varchar(1000) not null,
    by_account char(32) not null references account
);
create index department_opinion_case on department_opinion (case_id);

create table publicity (
    id char(32) primary key,
    case_id char(32) not null references office_case,
    from_day date not null,
    to_day date not null,
    place varchar(500) not null,
    address varchar(500) not null,
    responses text not null,
    answers text not null,
    by_account char(32) not null references account
);
create index publicity_case on publicity (case_id);

-- Issued papers; never changed. A sealed one that comes back is kept beside it.
create table paper (
    id char(32) primary key,
    case_id char(32) not null references office_case,
    round_id char(32) references case_round,
    kind varchar(40) not null,
    number varchar(60) not null,
    title varchar(200) not null,
    issued_on date not null,
    at_time timestamp with time zone not null,
    by_account char(32) not null references account,
    sha256 char(64) not null references original,
    unique (kind, number)
);
create index paper_case on paper (case_id, at_time);

create table sealed_paper (
    paper_id char(32) not null references paper,
    number integer not null,
    name varchar(300) not null,
    sha256 char(64) not null references original,
    by_account char(32) not null references account,
    at_time timestamp with time zone not null,
    primary key (paper_id, number)
);
create index sealed_paper_sha on sealed_paper (sha256);

-- Work that outlives a stop of the program.
create table job (
    id char(32) primary key,
    number bigint not null unique,
    turn bigint not null,
    kind varchar(20) not null,
    about char(32) not null,
    owner char(32) not null,
    state varchar(20) not null,
    step varchar(40) not null,
    attempts integer not null,
    made_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index job_state on job (state, turn, number);
create index job_about on job (about, state);
