-- Approval of trainings by the fund (procedures.md 1.7, 2.5): a file with one or more trainings, each a dossier of its own (ADR 0013).
create table training_file (
    number            text not null,
    action_id         uuid not null,
    applicant_kind    text not null,
    enterprise_number text not null,
    name              text not null,
    recognition       text,
    quality_number    text,
    street            text,
    postal_code       text,
    municipality      text,
    email             text,
    constraint training_file_pk primary key (number),
    constraint training_file_of_dossier foreign key (number) references dossier (number),
    constraint training_file_action unique (action_id),
    constraint training_file_applicant check (applicant_kind in ('ERKENDE_ONDERNEMING', 'VERSTREKKER')
        and (applicant_kind = 'ERKENDE_ONDERNEMING') = (recognition is not null))
);
comment on table training_file is 'Number: the group dossier, or the dossier of the training when the file holds one.';
comment on column training_file.recognition is 'The dossier that granted the recognition which the applicant had on the day of filing.';
comment on column training_file.quality_number is 'Number in the quality and registration model, as an external provider gives it.';

create table training_undertaking (
    file              text not null,
    enterprise_number text not null,
    name              text not null,
    recognition       text not null,
    constraint training_undertaking_pk primary key (file, enterprise_number),
    constraint training_undertaking_of_file foreign key (file) references training_file (number)
);
comment on table training_undertaking is 'The recognised undertakings whose workers follow the trainings of the file.';

create table training (
    dossier          text           not null,
    file             text           not null,
    position         integer        not null,
    title            text           not null,
    theme            text           not null,
    kind             text           not null,
    goal             text           not null,
    content          text           not null,
    method           text           not null,
    audience         text           not null,
    hours            numeric(6, 2)  not null,
    max_participants integer        not null,
    trainer          text           not null,
    experience       text           not null,
    provider_number  text,
    provider_name    text,
    quality_number   text,
    price            numeric(14, 2),
    language         text           not null,
    eligible_from    date           not null,
    filed_at         timestamptz    not null,
    filed_sha256     text           not null,
    status           text           not null default 'INGEDIEND',
    topic_fits       boolean,
    registered_from  date,
    registered_to    date,
    registration     text,
    findings         text,
    outlook          text,
    approved_on      date,
    valid_to         date,
    constraint training_pk primary key (dossier),
    constraint training_of_dossier foreign key (dossier) references dossier (number),
    constraint training_of_file foreign key (file) references training_file (number),
    constraint training_position unique (file, position),
    constraint training_theme check (theme in ('ATTITUDE', 'KLANTEN', 'ERGONOMIE', 'EFFICIENT_ORGANISEREN', 'VEILIGHEID_HYGIENE', 'NEDERLANDS', 'EHBO', 'ANDER')),
    constraint training_kind check (kind in ('INTERN', 'EXTERN', 'TERREIN')),
    constraint training_hours check (hours > 0),
    constraint training_participants check (max_participants > 0),
    constraint training_provider check ((provider_number is null) = (provider_name is null) and (kind <> 'EXTERN' or provider_number is not null)),
    constraint training_status check (status in ('INGEDIEND', 'BIJ_COMMISSIE', 'GEADVISEERD', 'GOEDGEKEURD', 'GEWEIGERD', 'ZONDER_GEVOLG',
        'INGETROKKEN_DOOR_AANVRAGER')),
    constraint training_outlook check (outlook in ('GUNSTIG', 'ONGUNSTIG')),
    constraint training_approved check ((status = 'GOEDGEKEURD') = (approved_on is not null)),
    constraint training_registered check (registered_to >= registered_from)
);
comment on column training.eligible_from is 'The day of filing: sessions from that day on can be reimbursed (norm H6). Never changed.';
comment on column training.filed_sha256 is 'Of what was filed, in canonical form; also in the audit chain.';
comment on column training.quality_number is 'Of who gives an external training, as the applicant gives it.';
comment on column training.registered_from is 'The quality registration of the provider, as a person found it.';
comment on column training.valid_to is 'Null: without end.';
create index training_by_file on training (file, position);
create index training_published on training (title, dossier) where status = 'GOEDGEKEURD';

create table training_partner (
    training          text not null,
    file              text not null,
    enterprise_number text not null,
    constraint training_partner_pk primary key (training, enterprise_number),
    constraint training_partner_of_training foreign key (training) references training (dossier),
    constraint training_partner_of_undertaking foreign key (file, enterprise_number) references training_undertaking (file, enterprise_number)
);
comment on table training_partner is 'Which undertakings of the file take part in this training.';

create table training_session (
    training text not null,
    held_on  date not null,
    place    text not null,
    constraint training_session_pk primary key (training, held_on, place),
    constraint training_session_of_training foreign key (training) references training (dossier)
);
comment on table training_session is 'The days that the applicant plans; more may follow after the approval.';

-- One item a file and session; each training on it has its own advice.
create table training_agenda_item (
    id         uuid not null,
    file       text not null,
    session_on date not null,
    constraint training_agenda_item_pk primary key (id),
    constraint training_agenda_item_of_file foreign key (file) references training_file (number),
    constraint training_agenda_item_once unique (file, session_on)
);

create table training_agenda_part (
    item     uuid not null,
    training text not null,
    advice   text,
    given_on date,
    present  integer,
    quorum   boolean,
    reasons  text,
    constraint training_agenda_part_pk primary key (item, training),
    constraint training_agenda_part_of_item foreign key (item) references training_agenda_item (id),
    constraint training_agenda_part_of_training foreign key (training) references training (dossier),
    constraint training_agenda_part_advice check (advice in ('GUNSTIG', 'ONGUNSTIG', 'VOORWAARDELIJK', 'UITGESTELD')),
    constraint training_agenda_part_advised check ((advice is null) = (given_on is null))
);

-- What the applicant wrote back on a negative advice.
create table training_reaction (
    training    text not null,
    asked_on    date not null,
    received_on date,
    summary     text,
    assessment  text,
    constraint training_reaction_pk primary key (training, asked_on),
    constraint training_reaction_of_training foreign key (training) references training (dossier),
    constraint training_reaction_received check ((received_on is null) = (summary is null) and received_on >= asked_on)
);

create function refuse_training_filing_change() returns trigger language plpgsql as $$
begin
    if (old.dossier, old.file, old.position, old.title, old.theme, old.kind, old.goal, old.content, old.method, old.audience, old.hours, old.max_participants,
        old.trainer, old.experience, old.provider_number, old.provider_name, old.quality_number, old.price, old.language, old.eligible_from, old.filed_at, old.filed_sha256)
       is distinct from
       (new.dossier, new.file, new.position, new.title, new.theme, new.kind, new.goal, new.content, new.method, new.audience, new.hours, new.max_participants,
        new.trainer, new.experience, new.provider_number, new.provider_name, new.quality_number, new.price, new.language, new.eligible_from, new.filed_at, new.filed_sha256) then
        raise exception 'what was filed about a training, and its first eligible day, are never changed';
    end if;
    return new;
end $$;
create trigger training_filing_kept before update on training for each row execute function refuse_training_filing_change();
