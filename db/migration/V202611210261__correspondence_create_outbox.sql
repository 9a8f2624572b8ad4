-- What has to leave the house: written in the transaction of the act, delivered after it, each row once.
create table outbox (
    id        uuid        not null,
    dossier   text        not null,
    -- A letter goes out once; a message to another system is its own row and has no letter.
    letter    uuid,
    route     text        not null,
    -- The file that the delivery writes, relative to the data folder; fixed here, so that a retry replaces and never adds.
    target    text        not null,
    payload   jsonb,
    queued_at timestamptz not null,
    attempts  int         not null default 0,
    next_try  timestamptz not null,
    done_at   timestamptz,
    error     text,
    constraint outbox_pk primary key (id),
    constraint outbox_letter_once unique (letter),
    constraint outbox_target_once unique (target),
    constraint outbox_of_letter foreign key (letter) references letter,
    constraint outbox_route_known check (route in ('POST_AANGETEKEND', 'POST', 'MAIL', 'PORTAAL', 'SYSTEEM')),
    constraint outbox_letter_or_message check ((letter is null) = (route = 'SYSTEEM') and (payload is null) = (letter is not null))
);
create index outbox_due on outbox (next_try) where done_at is null;
