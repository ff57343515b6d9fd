-- What a case is found by: the first characters from every place in its words on (CaseSearch). Made of office_case.search.
create table case_tail (
    tail bigint not null,
    case_id char(32) not null references office_case,
    primary key (tail, case_id)
);

-- A reviewer's cases in one state, due first.
create index office_case_handler_state on office_case (handler, state, due_on, number);
