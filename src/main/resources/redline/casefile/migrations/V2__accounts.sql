-- People who may enter. The login is kept in lower case, the password as a salted hash.
create table account (
    id char(32) primary key,
    login varchar(60) not null unique,
    name varchar(100) not null,
    unit varchar(200) not null,
    role varchar(30) not null,
    password varchar(300) not null,
    must_change boolean not null,
    disabled boolean not null,
    created_at timestamp with time zone not null
);
