-- The percentages that may stand on an invoice of a day; zero is an exempted training.
create table reimbursement_vat (
    percent    numeric(5, 2) not null,
    valid_from date          not null,
    valid_to   date,
    source     text          not null,
    constraint reimbursement_vat_pk primary key (percent, valid_from),
    constraint reimbursement_vat_days check (valid_to >= valid_from)
);

create function refuse_reimbursement_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was recorded about reimbursements is never changed or deleted; a later entry corrects an earlier one';
end $$;
create trigger reimbursement_vat_append_only before update or delete or truncate on reimbursement_vat
    for each statement execute function refuse_reimbursement_change();

-- Only what a source says. The other parameters a person has to record before the first claim that needs them.
insert into dated_parameter (list, code, amount, valid_from, source, recorded_at, recorded_by, recorded_by_name) values
('TERUGBETALING', 'LOON_INTERN', 14.50, '2017-01-01', 'Forfait van het fonds sinds 2017; voor Vlaanderen te bevestigen', now(), 'systeem', 'Dossierwerk'),
('TERUGBETALING', 'LOON_EXTERN', 14.50, '2017-01-01', 'Forfait van het fonds sinds 2017; voor Vlaanderen te bevestigen', now(), 'systeem', 'Dossierwerk'),
('TERUGBETALING', 'LOON_TERREIN', 0, '2016-01-01', 'De werknemer verdient dienstencheques tijdens de opleiding', now(), 'systeem', 'Dossierwerk'),
('TERUGBETALING', 'LESGEVER_TERREIN_EIGEN', 40.00, '2017-01-01', 'Forfait van het fonds sinds 2017; voor Vlaanderen te bevestigen', now(), 'systeem', 'Dossierwerk'),
('TERUGBETALING', 'STEEKPROEF_PROCENT', 10, '2017-01-01', 'Eigen regeling; te bevestigen', now(), 'systeem', 'Dossierwerk'),
('TERUGBETALING', 'VIER_OGEN_VANAF', 2500.00, '2017-01-01', 'Eigen regeling; te bevestigen', now(), 'systeem', 'Dossierwerk');
insert into reimbursement_vat (percent, valid_from, source) values
(0, '2000-01-01', 'Vrijgesteld onderwijs, btw-wetboek artikel 44'),
(6, '2000-01-01', 'Koninklijk besluit nr. 20'),
(12, '2000-01-01', 'Koninklijk besluit nr. 20'),
(21, '2000-01-01', 'Koninklijk besluit nr. 20');
