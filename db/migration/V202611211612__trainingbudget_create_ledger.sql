-- The budget of one undertaking in one year as an account with movements that are only added to; what is left follows from them alone.
create table training_account (
    id                bigint  generated always as identity,
    enterprise_number text    not null,
    year              integer not null,
    recognition       text    not null,
    basis             text    not null,
    sentence          text    not null,
    sums              text    not null,
    opened_at         timestamptz not null,
    constraint training_account_pk primary key (id),
    constraint training_account_of_record foreign key (year) references training_record (year),
    constraint training_account_once unique (enterprise_number, year)
);
comment on column training_account.recognition is 'The dossier that granted the recognition: there the undertaking finds its letter and its history.';
create index training_account_by_recognition on training_account (recognition, year);

create table training_movement (
    id               bigint         generated always as identity,
    account          bigint         not null,
    kind             text           not null,
    amount           numeric(14, 2) not null,
    authority        text           not null,
    counters         bigint,
    reason           text,
    recorded_at      timestamptz    not null,
    recorded_by      text           not null,
    recorded_by_name text           not null,
    constraint training_movement_pk primary key (id),
    constraint training_movement_of_account foreign key (account) references training_account (id),
    constraint training_movement_of_same_account unique (id, account),
    constraint training_movement_countered foreign key (counters, account) references training_movement (id, account),
    constraint training_movement_kind check (kind in ('TOEGEKEND', 'VASTGELEGD', 'VRIJGEGEVEN', 'BETAALD', 'TEGENGEBOEKT')),
    constraint training_movement_amount check (amount > 0),
    constraint training_movement_counters check ((kind = 'TEGENGEBOEKT') = (counters is not null)),
    constraint training_movement_counter_has_reason check (kind <> 'TEGENGEBOEKT' or (reason is not null and reason ~ '\S'))
);
comment on column training_movement.authority is 'The dossier for which money is committed, released or paid; for a grant the dossier of the year.';
create index training_movement_of on training_movement (account, id);
create index training_movement_by_authority on training_movement (authority);
create unique index training_movement_countered_once on training_movement (counters) where counters is not null;

create trigger training_account_append_only before update or delete or truncate on training_account
    for each statement execute function refuse_training_change();
create trigger training_movement_append_only before update or delete or truncate on training_movement
    for each statement execute function refuse_training_change();

-- The letter that tells an undertaking its budget: made in the background, one in a transaction together with this mark.
create table training_letter (
    account      bigint  not null,
    status       text    not null default 'WACHT',
    message_key  text,
    message_args text[],
    done_at      timestamptz,
    constraint training_letter_pk primary key (account),
    constraint training_letter_of_account foreign key (account) references training_account (id),
    constraint training_letter_status check (status in ('WACHT', 'VERSTUURD', 'GEWEIGERD', 'ZELF_VERSTUURD'))
);
create index training_letter_waiting on training_letter (account) where status = 'WACHT';
