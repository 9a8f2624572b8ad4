-- Amounts and thresholds of the training budget by day (procedures.md 1.8, D8). A correction is a later row for the same day; nothing is changed.
create table training_parameter (
    id               bigint         generated always as identity,
    code             text           not null,
    amount           numeric(14, 2) not null,
    valid_from       date           not null,
    valid_to         date,
    source           text           not null,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    recorded_by_name text           not null,
    constraint training_parameter_pk primary key (id),
    constraint training_parameter_code check (code in ('TOTAAL', 'RESERVE', 'DREMPEL_CHEQUES', 'NIEUW_KWARTAAL_1', 'NIEUW_KWARTAAL_2', 'NIEUW_KWARTAAL_3',
        'NIEUW_KWARTAAL_4')),
    constraint training_parameter_amount check (amount >= 0),
    constraint training_parameter_days check (valid_to >= valid_from),
    constraint training_parameter_source check (source ~ '\S')
);
create index training_parameter_by_day on training_parameter (code, valid_from desc, id desc);

create function refuse_training_change() returns trigger language plpgsql as $$
begin
    raise exception 'the books of the training fund are never changed or deleted; a later entry corrects an earlier one';
end $$;
create trigger training_parameter_append_only before update or delete or truncate on training_parameter
    for each statement execute function refuse_training_change();

-- The total of 2020 is the sum that was committed; that of other years, and every reserve, a person has to record from the budget of the department.
insert into training_parameter (code, amount, valid_from, valid_to, source, recorded_at, recorded_by, recorded_by_name) values
('DREMPEL_CHEQUES', 2000, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('NIEUW_KWARTAAL_1', 1000, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('NIEUW_KWARTAAL_2', 750, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('NIEUW_KWARTAAL_3', 500, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('NIEUW_KWARTAAL_4', 250, '2016-01-01', null, 'Vlaanderen.be, berekening en terugbetaling van opleidingen dienstencheques', now(), 'systeem', 'Dossierwerk'),
('TOTAAL', 4321000.07, '2020-01-01', '2020-12-31', 'Ondernemingsplan 2021, vastgelegde kredieten 2020', now(), 'systeem', 'Dossierwerk');
