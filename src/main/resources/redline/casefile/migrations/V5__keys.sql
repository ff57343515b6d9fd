-- Keys of programs that work for an account. The secret is 256 random bits, kept as its hash.
create table api_key (
    id char(32) primary key,
    account char(32) not null references account,
    label varchar(100) not null,
    secret_sha char(64) not null unique,
    made_at timestamp with time zone not null,
    withdrawn boolean not null
);
create index api_key_account on api_key (account);
