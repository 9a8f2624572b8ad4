-- Requests to reconsider a decision (procedures.md 1.10).
create table heroverweging (
    dossier             text    not null,
    action_id           uuid    not null,
    received_on         date    not null,
    grounds             text    not null,
    admissible          boolean,
    inadmissible_ground text,
    admissible_because  text,
    hear                boolean not null default false,
    restart             text,
    restart_label       text,
    constraint heroverweging_pk primary key (dossier),
    constraint heroverweging_dossier foreign key (dossier) references dossier (number),
    constraint heroverweging_action unique (action_id),
    constraint heroverweging_ground check (inadmissible_ground in ('LAATTIJDIG', 'GEEN_BELANG')),
    constraint heroverweging_ground_when_refused check ((inadmissible_ground is not null) = (admissible is not null and not admissible)),
    constraint heroverweging_judged_with_reason check (admissible is null or admissible_because is not null)
);
comment on column heroverweging.restart is 'The step at which the contested procedure starts again when the decision is amended; null when it cannot.';

insert into legal_text (code, valid_from, content, source) values
('RECHTSGROND_HEROVERWEGING', date '2004-01-01',
 'het beginsel dat een bestuur zijn beslissing op verzoek opnieuw kan onderzoeken; de wet van 29 juli 1991 betreffende de uitdrukkelijke motivering van de bestuurshandelingen; het Bestuursdecreet van 7 december 2018; de bepalingen waarop de bestreden beslissing steunt',
 'procedures.md 1.10, draft to be approved by the lawyer');
