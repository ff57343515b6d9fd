-- Letters of planning conditions (规划条件), as they were typed in from the scan beside the form. Texts as typed: what is wrong with
-- them is told by the reader of conditions files, and a letter with anything wrong cannot be confirmed. A confirmed letter is never
-- changed; a change (变更批复) is a letter of its own that takes its place.
create table letter (
    id char(32) primary key,
    state varchar(12) not null,
    version integer not null,
    title varchar(300) not null,
    number varchar(200) not null,
    announcement_no varchar(200) not null,
    reserve_no varchar(200) not null,
    parcel_name varchar(300) not null,
    parcel_code varchar(100) not null,
    project varchar(300) not null,
    issued_on varchar(40) not null,
    grade varchar(20) not null,
    complete boolean,
    complete_sentence text not null,
    incorporates_known boolean not null,
    source varchar(12) not null,
    scan char(64) references original (sha256),
    scan_name varchar(300),
    scan_pages integer,
    supersedes char(32) references letter (id),
    change_no varchar(200) not null,
    changed_on varchar(40) not null,
    entered_by char(32) not null references account (id),
    entered_at timestamp with time zone not null,
    confirmed_by char(32) references account (id),
    confirmed_at timestamp with time zone
);
create index letter_by_state on letter (state, entered_at);

-- Everybody who typed something of it: none of them confirms it.
create table letter_hand (
    letter char(32) not null references letter (id),
    account char(32) not null references account (id),
    primary key (letter, account)
);

-- What it is found by, without brackets, spaces and full-width forms.
create table letter_key (
    letter char(32) not null references letter (id),
    kind varchar(20) not null,
    search_key varchar(300) not null,
    primary key (letter, kind)
);
create index letter_key_by_key on letter_key (search_key);

-- Packs that it makes binding, each with the sentence that does so.
create table letter_incorporates (
    letter char(32) not null references letter (id),
    position integer not null,
    pack varchar(100) not null,
    sentence text not null,
    primary key (letter, position)
);

create table letter_article (
    letter char(32) not null references letter (id),
    position integer not null,
    number varchar(100) not null,
    text text not null,
    primary key (letter, position)
);

-- Values read from an article; one without any is judged by a person. The value is exact, as typed, in the unit of its item.
create table letter_value (
    letter char(32) not null references letter (id),
    article integer not null,
    position integer not null,
    item varchar(60) not null,
    comparator varchar(10) not null,
    value_text varchar(300) not null,
    unit varchar(20) not null,
    where_zone varchar(64) not null,
    side varchar(40) not null,
    beyond varchar(40) not null,
    height_class varchar(10) not null,
    used_for varchar(20) not null,
    facility varchar(60) not null,
    primary key (letter, article, position)
);
