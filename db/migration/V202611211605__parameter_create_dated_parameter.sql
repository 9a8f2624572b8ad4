-- Amounts and limits by day (procedures.md D3, D4, D8, D9, D13). A correction is a later row for the same day; nothing is changed.
create table dated_parameter (
    id               bigint         generated always as identity,
    list             text           not null,
    code             text           not null,
    amount           numeric(14, 2) not null,
    valid_from       date           not null,
    valid_to         date,
    source           text           not null,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    recorded_by_name text           not null,
    constraint dated_parameter_pk primary key (id),
    constraint dated_parameter_amount check (amount >= 0),
    constraint dated_parameter_days check (valid_to >= valid_from),
    constraint dated_parameter_source check (source ~ '\S')
);
create index dated_parameter_by_day on dated_parameter (list, code, valid_from desc, id desc);

insert into dated_parameter (list, code, amount, valid_from, valid_to, source, recorded_at, recorded_by, recorded_by_name)
select case when code like 'INBREUK%' then 'INBREUK' when code = 'SCHULDGRENS' then 'AMBTSHALVE' else 'ACTIVITEIT' end, code, value::numeric, valid_from, valid_to, source,
       now(), 'systeem', 'Dossierwerk'
from parameter;
insert into dated_parameter (list, code, amount, valid_from, source, recorded_at, recorded_by, recorded_by_name)
select 'TERUGVORDERING', code, amount, valid_from, source, now(), 'systeem', 'Dossierwerk' from recovery_parameter;
drop table parameter;
drop table recovery_parameter;

create function refuse_parameter_change() returns trigger language plpgsql as $$
begin
    raise exception 'a recorded amount is never changed or deleted; a later entry corrects an earlier one';
end $$;
create trigger dated_parameter_append_only before update or delete or truncate on dated_parameter
    for each statement execute function refuse_parameter_change();
