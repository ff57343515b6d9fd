-- Files as they were handed in or issued; the contents lie in the folder of originals under their hash.
create table original (
    sha256 char(64) primary key,
    size_bytes bigint not null,
    kept_at timestamp with time zone not null
);

-- Every act, in one chain of hashes. The time is text: it is part of what is hashed.
create table audit_entry (
    number bigint primary key,
    at_time varchar(27) not null,
    who varchar(200) not null,
    act varchar(60) not null,
    about varchar(200) not null,
    details text not null,
    hash char(64) not null
);
create index audit_entry_about on audit_entry (about, number);

-- The last entry; the row is locked while an act is logged, so that the chain has no branches.
create table audit_head (
    id smallint primary key check (id = 1),
    number bigint not null,
    hash char(64) not null
);
insert into audit_head (id, number, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
