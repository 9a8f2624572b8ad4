-- Figures of the law or of the department that change with time: the value that holds on a day, and where it comes from.
create table parameter (
    code       text not null,
    value      text not null,
    valid_from date not null,
    valid_to   date,
    source     text not null,
    constraint parameter_pk primary key (code, valid_from),
    constraint parameter_days check (valid_to >= valid_from)
);

insert into parameter (code, value, valid_from, source) values ('INACTIVITEIT_MAANDEN', '12', '2018-01-01', 'procedures.md 1.3, U7');
