-- Complaints and openness requests (procedures.md 1.10): who asked, what, and what was answered.
create table request (
    dossier     text    not null,
    action_id   uuid    not null,
    channel     text    not null,
    street      text,
    postal_code text,
    municipality text,
    about       text,
    constraint request_pk primary key (dossier),
    constraint request_once unique (action_id),
    constraint request_dossier foreign key (dossier) references dossier (number),
    constraint request_about foreign key (about) references dossier (number),
    constraint request_channel check (channel in ('BRIEF', 'MAIL', 'MONDELING'))
);
comment on column request.about is 'The dossier that the request is about; null when the requester named none.';

create table klacht (
    dossier         text    not null,
    anonymous       boolean not null,
    happened_on     date    not null,
    told            text    not null,
    admissible      boolean,
    refusal         text,
    explanation     text,
    findings        text,
    heard           text,
    judgement       text,
    reasons         text,
    measures        text,
    drafter         text,
    drafter_name    text,
    remark          text,
    constraint klacht_pk primary key (dossier),
    constraint klacht_request foreign key (dossier) references request (dossier),
    constraint klacht_refusal check (refusal in ('OUDER_DAN_EEN_JAAR', 'AL_BEHANDELD', 'ANONIEM', 'VOORWERP_VAN_BEROEP')),
    constraint klacht_refused check ((admissible is false) = (refusal is not null)),
    constraint klacht_judgement check (judgement in ('GEGROND', 'DEELS_GEGROND', 'ONGEGROND', 'GEEN_OORDEEL'))
);
comment on column klacht.remark is 'What the head of the department wants changed in the drafted answer; null once approved.';

-- The colleagues complained about: they do no task of the complaint.
create table klacht_person (
    dossier text not null,
    person  text not null,
    name    text not null,
    constraint klacht_person_pk primary key (dossier, person),
    constraint klacht_person_klacht foreign key (dossier) references klacht (dossier)
);

create table openbaarheid (
    dossier          text not null,
    question         text,
    refusal          text,
    explanation      text,
    extended_on      date,
    extended_because text,
    constraint openbaarheid_pk primary key (dossier),
    constraint openbaarheid_request foreign key (dossier) references request (dossier),
    constraint openbaarheid_refusal check (refusal in ('GEEN_BESTUURSDOCUMENT', 'KENNELIJK_ONREDELIJK', 'TE_ALGEMEEN', 'NIET_AF')),
    constraint openbaarheid_extended check ((extended_on is null) = (extended_because is null))
);
comment on column openbaarheid.question is 'What the requester was asked to make clear.';

-- The grounds on which a document stays closed: a closed list, each between two dates.
create table openness_exception (
    code       text not null,
    valid_from date not null,
    valid_to   date,
    article    text not null,
    content    text not null,
    source     text not null,
    constraint openness_exception_pk primary key (code, valid_from),
    constraint openness_exception_valid check (valid_to is null or valid_to >= valid_from)
);

create table requested_document (
    id          uuid    not null,
    dossier     text    not null,
    position    integer not null,
    description text    not null,
    document    uuid,
    judgement   text,
    exception   text,
    reason      text,
    constraint requested_document_pk primary key (id),
    constraint requested_document_order unique (dossier, position),
    constraint requested_document_openbaarheid foreign key (dossier) references openbaarheid (dossier),
    constraint requested_document_document foreign key (document) references document (id),
    constraint requested_document_judgement check (judgement in ('OPENBAAR', 'GEDEELTELIJK', 'NIET_OPENBAAR')),
    constraint requested_document_ground check ((judgement in ('GEDEELTELIJK', 'NIET_OPENBAAR')) = (exception is not null and reason is not null))
);
comment on column requested_document.document is 'The document as it is handed over: the one in the dossier where it lives, or a copy of which the exception is taken out.';
