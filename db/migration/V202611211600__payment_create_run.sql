-- Payments that go out at most once (ADR 0012): what is payable, the runs that pay it, and every step of each as a movement that is only added to.
create table payment_payable (
    id            bigint         generated always as identity,
    dossier       text           not null,
    amount        numeric(14, 2) not null,
    structured    text,
    free_text     text,
    granted_by    text           not null,
    added_at      timestamptz    not null,
    added_by      text           not null,
    added_by_name text           not null,
    constraint payment_payable_pk primary key (id),
    constraint payment_payable_once unique (dossier),
    constraint payment_payable_of_amount unique (id, amount),
    constraint payment_payable_dossier check (dossier ~ '^[A-Z0-9]([A-Z0-9-]{0,28}[A-Z0-9])?$'),
    constraint payment_payable_amount check (amount > 0),
    constraint payment_payable_one_communication check ((structured is null) <> (free_text is null)),
    constraint payment_payable_structured check (structured ~ '^[0-9]{12}$'),
    constraint payment_payable_free_text check (length(free_text) between 1 and 140),
    constraint payment_payable_granted check (granted_by ~ '\S')
);
comment on table payment_payable is 'What a decision granted, once per dossier. Where it stands follows from its lines and movements.';

-- Who gets it, and on which account. The newest counts; a line keeps what counted when its run was prepared.
create table payment_account (
    id               bigint      generated always as identity,
    payable          bigint      not null,
    beneficiary      text        not null,
    iban             text        not null,
    reason           text,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    constraint payment_account_pk primary key (id),
    constraint payment_account_of_payable foreign key (payable) references payment_payable,
    constraint payment_account_beneficiary check (length(beneficiary) between 1 and 70),
    constraint payment_account_iban check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$')
);
create index payment_account_of on payment_account (payable, id);

-- A payment run. A name and a moment for each act; the transitions are guarded below.
create table payment_run (
    id                bigint         generated always as identity,
    number            text           not null,
    day               date           not null,
    state             text           not null,
    total             numeric(14, 2) not null,
    lines             integer        not null,
    prepared_at       timestamptz    not null,
    prepared_by       text           not null,
    prepared_by_name  text           not null,
    checked_at        timestamptz,
    checked_by        text,
    checked_by_name   text,
    released_at       timestamptz,
    released_by       text,
    released_by_name  text,
    sent_at           timestamptz,
    reason            text,
    constraint payment_run_pk primary key (id),
    constraint payment_run_number_once unique (number),
    constraint payment_run_number check (number ~ '^BET-[0-9]{4}-[0-9]{3,}$'),
    constraint payment_run_state check (state in ('VOORBEREID', 'TERUGGESTUURD', 'GOEDGEKEURD', 'VRIJGEGEVEN', 'BESTAND_KLAAR', 'VERZONDEN', 'INGETROKKEN')),
    constraint payment_run_total check (total > 0 and lines > 0),
    constraint payment_run_checked check (state in ('VOORBEREID', 'INGETROKKEN') or checked_by is not null),
    constraint payment_run_released check (state in ('VOORBEREID', 'TERUGGESTUURD', 'GOEDGEKEURD', 'INGETROKKEN') or released_by is not null),
    constraint payment_run_sent check ((state = 'VERZONDEN') = (sent_at is not null)),
    constraint payment_run_reason check (state not in ('TERUGGESTUURD', 'INGETROKKEN') or reason ~ '\S'),
    constraint payment_run_checked_by_another check (checked_by <> prepared_by),
    constraint payment_run_released_by_a_third check (released_by <> prepared_by and released_by <> checked_by)
);

create table payment_run_number (
    year integer not null,
    last integer not null,
    constraint payment_run_number_pk primary key (year)
);

-- One payment order. The index payment_line_live is the promise itself: in a run, on its way or paid, a payable has one line and no second.
create table payment_line (
    id          bigint         generated always as identity,
    run         bigint         not null,
    payable     bigint         not null,
    attempt     integer        not null,
    end_to_end  text           not null,
    amount      numeric(14, 2) not null,
    beneficiary text           not null,
    iban        text           not null,
    state       text           not null,
    constraint payment_line_pk primary key (id),
    constraint payment_line_of_run foreign key (run) references payment_run,
    constraint payment_line_pays_what_was_granted foreign key (payable, amount) references payment_payable (id, amount),
    constraint payment_line_attempt_once unique (payable, attempt),
    constraint payment_line_end_to_end_once unique (end_to_end),
    constraint payment_line_attempt check (attempt > 0),
    constraint payment_line_end_to_end check (length(end_to_end) <= 35),
    constraint payment_line_state check (state in ('IN_RONDE', 'VERZONDEN', 'BETAALD', 'TERUGGESTORT', 'GEWEIGERD', 'VERVALLEN'))
);
create unique index payment_line_live on payment_line (payable) where state in ('IN_RONDE', 'VERZONDEN', 'BETAALD');
create index payment_line_of on payment_line (run, payable);

-- The file that orders the payments: kept with its digest before anybody gets it, one per run for good.
create table payment_file (
    run        bigint      not null,
    message_id text        not null,
    content    bytea       not null,
    sha256     text        not null,
    created_at timestamptz not null,
    constraint payment_file_one_per_run primary key (run),
    constraint payment_file_of_run foreign key (run) references payment_run,
    constraint payment_file_message_once unique (message_id),
    constraint payment_file_message_id check (length(message_id) <= 35),
    constraint payment_file_sha256 check (sha256 = encode(sha256(content), 'hex'))
);

-- What the bank told: each file, and each line of it with what came of it. A file that holds a line which came too early may be read again.
create table payment_bank_file (
    id           bigint      generated always as identity,
    file_name    text        not null,
    sha256       text        not null,
    kind         text        not null,
    message_id   text        not null,
    too_early    integer     not null,
    read_at      timestamptz not null,
    read_by      text        not null,
    read_by_name text        not null,
    constraint payment_bank_file_pk primary key (id),
    constraint payment_bank_file_kind check (kind in ('CAMT_053', 'PAIN_002'))
);
create unique index payment_bank_file_once on payment_bank_file (sha256) where too_early = 0;

create table payment_bank_line (
    file           bigint  not null,
    position       integer not null,
    place          text    not null,
    end_to_end     text,
    direction      text    not null,
    amount         numeric(18, 5),
    currency       text,
    booked_on      date,
    bank_reference text,
    outcome        text    not null,
    why            text,
    line           bigint,
    constraint payment_bank_line_pk primary key (file, position),
    constraint payment_bank_line_of_file foreign key (file) references payment_bank_file,
    constraint payment_bank_line_of_line foreign key (line) references payment_line,
    constraint payment_bank_line_direction check (direction in ('AF', 'BIJ', 'GEWEIGERD', 'AANVAARD', 'UITGEVOERD', 'ONBEKEND')),
    constraint payment_bank_line_outcome check (outcome in ('BETAALD', 'TERUGGESTORT', 'GEWEIGERD', 'AANVAARD', 'AL_GELEZEN', 'NIET_GEBOEKT', 'TE_VROEG',
        'ONBEKEND', 'ONLEESBAAR', 'ANDER_BEDRAG', 'ANDERE_MUNT', 'TEGENSTRIJDIG'))
);
create index payment_bank_line_by_reference on payment_bank_line (end_to_end);

create table payment_movement (
    id               bigint      generated always as identity,
    payable          bigint      not null,
    kind             text        not null,
    line             bigint,
    bank_file        bigint,
    valued_on        date,
    bank_reference   text,
    reason           text,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    constraint payment_movement_pk primary key (id),
    constraint payment_movement_of_payable foreign key (payable) references payment_payable,
    constraint payment_movement_of_line foreign key (line) references payment_line,
    constraint payment_movement_from_file foreign key (bank_file) references payment_bank_file,
    constraint payment_movement_kind check (kind in ('TOEGEVOEGD', 'IN_RONDE', 'UIT_RONDE', 'VERZONDEN', 'BETAALD', 'TERUGGESTORT', 'GEWEIGERD', 'BETWIST',
        'TOCH_BETAALD', 'TOCH_NIET_BETAALD', 'UITGEKLAARD', 'REKENING', 'INGETROKKEN')),
    constraint payment_movement_line check ((line is not null) = (kind in ('IN_RONDE', 'UIT_RONDE', 'VERZONDEN', 'BETAALD', 'TERUGGESTORT', 'GEWEIGERD', 'BETWIST',
        'TOCH_BETAALD', 'TOCH_NIET_BETAALD'))),
    constraint payment_movement_bank check ((bank_file is not null) = (kind in ('BETAALD', 'TERUGGESTORT', 'GEWEIGERD', 'BETWIST'))),
    constraint payment_movement_valued check (kind not in ('BETAALD', 'TERUGGESTORT', 'TOCH_BETAALD') or valued_on is not null),
    constraint payment_movement_reason check (kind in ('TOEGEVOEGD', 'IN_RONDE', 'VERZONDEN', 'BETAALD') or reason ~ '\S')
);
create index payment_movement_of on payment_movement (payable, id);
-- Each step of one order happens once, except what a person cleared; a payable is withdrawn once.
create unique index payment_movement_once on payment_movement (line, kind) where kind in ('IN_RONDE', 'UIT_RONDE', 'VERZONDEN', 'BETAALD', 'GEWEIGERD');
create index payment_movement_doubts on payment_movement (payable, id) where kind in ('BETWIST', 'UITGEKLAARD');
create unique index payment_movement_withdrawn_once on payment_movement (payable) where kind = 'INGETROKKEN';

-- What a person found out about a line that could not be matched.
create table payment_bank_settlement (
    file            bigint      not null,
    position        integer     not null,
    reason          text        not null,
    settled_at      timestamptz not null,
    settled_by      text        not null,
    settled_by_name text        not null,
    constraint payment_bank_settlement_once primary key (file, position),
    constraint payment_bank_settlement_of_line foreign key (file, position) references payment_bank_line,
    constraint payment_bank_settlement_reason check (reason ~ '\S')
);

-- Lines that still wait for a person: not settled, nor told again in a later reading of the same file, nor the same words of the bank as one that was settled.
create view payment_bank_open as
select b.file, b.position
from payment_bank_line b join payment_bank_file f on f.id = b.file
where b.outcome in ('TE_VROEG', 'ONBEKEND', 'ONLEESBAAR', 'ANDER_BEDRAG', 'ANDERE_MUNT', 'TEGENSTRIJDIG')
  and not exists (select from payment_bank_file later where later.sha256 = f.sha256 and later.id > f.id)
  and not exists (select from payment_bank_settlement s join payment_bank_line t on (t.file, t.position) = (s.file, s.position)
      where (s.file, s.position) = (b.file, b.position)
         or (b.bank_reference is not null or b.outcome in ('ANDER_BEDRAG', 'ANDERE_MUNT', 'TEGENSTRIJDIG'))
            and (t.end_to_end, t.direction, t.amount, t.currency, t.booked_on, t.bank_reference, t.outcome)
                is not distinct from (b.end_to_end, b.direction, b.amount, b.currency, b.booked_on, b.bank_reference, b.outcome));

create function refuse_payment_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was granted, ordered and paid is never changed or deleted';
end $$;
create trigger payment_payable_append_only before update or delete or truncate on payment_payable
    for each statement execute function refuse_payment_change();
create trigger payment_account_append_only before update or delete or truncate on payment_account
    for each statement execute function refuse_payment_change();
create trigger payment_movement_append_only before update or delete or truncate on payment_movement
    for each statement execute function refuse_payment_change();
create trigger payment_file_append_only before update or delete or truncate on payment_file
    for each statement execute function refuse_payment_change();
create trigger payment_bank_file_append_only before update or delete or truncate on payment_bank_file
    for each statement execute function refuse_payment_change();
create trigger payment_bank_line_append_only before update or delete or truncate on payment_bank_line
    for each statement execute function refuse_payment_change();
create trigger payment_bank_settlement_append_only before update or delete or truncate on payment_bank_settlement
    for each statement execute function refuse_payment_change();
create trigger payment_run_kept before delete or truncate on payment_run
    for each statement execute function refuse_payment_change();
create trigger payment_line_kept before delete or truncate on payment_line
    for each statement execute function refuse_payment_change();

-- A run takes its steps in their order, keeps its facts, and goes nowhere when its total is not that of its lines.
create function guard_payment_run() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'VOORBEREID' then
            raise exception 'a payment run begins as prepared';
        end if;
        return new;
    end if;
    if (old.number, old.day, old.total, old.lines, old.prepared_at, old.prepared_by, old.prepared_by_name)
       is distinct from (new.number, new.day, new.total, new.lines, new.prepared_at, new.prepared_by, new.prepared_by_name)
       or old.checked_by is not null and (old.checked_at, old.checked_by, old.checked_by_name) is distinct from (new.checked_at, new.checked_by, new.checked_by_name)
       or old.released_by is not null and (old.released_at, old.released_by, old.released_by_name) is distinct from (new.released_at, new.released_by, new.released_by_name)
       or (old.state, new.state) not in (('VOORBEREID', 'TERUGGESTUURD'), ('VOORBEREID', 'GOEDGEKEURD'), ('VOORBEREID', 'INGETROKKEN'),
           ('TERUGGESTUURD', 'INGETROKKEN'), ('GOEDGEKEURD', 'VRIJGEGEVEN'), ('GOEDGEKEURD', 'INGETROKKEN'), ('VRIJGEGEVEN', 'BESTAND_KLAAR'),
           ('VRIJGEGEVEN', 'INGETROKKEN'), ('BESTAND_KLAAR', 'VERZONDEN')) then
        raise exception 'payment run % cannot go from % to %', old.number, old.state, new.state;
    end if;
    if new.state in ('GOEDGEKEURD', 'VRIJGEGEVEN', 'BESTAND_KLAAR')
       and (select (count(*), sum(amount)) is distinct from (new.lines::bigint, new.total) from payment_line where run = new.id and state = 'IN_RONDE') then
        raise exception 'the total of payment run % differs from its lines', old.number;
    end if;
    if new.state = 'BESTAND_KLAAR' and not exists (select from payment_file where run = new.id) then
        raise exception 'payment run % has no file', old.number;
    end if;
    return new;
end $$;
create trigger payment_run_guarded before insert or update on payment_run for each row execute function guard_payment_run();

-- A line begins in a run that is being prepared, for a payable that is neither withdrawn nor in doubt, and takes its steps in their order.
create function guard_payment_line() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform from payment_payable where id = new.payable for update;
        if new.state <> 'IN_RONDE' or (select state from payment_run where id = new.run) <> 'VOORBEREID' then
            raise exception 'a payment is added only to a run that is being prepared';
        end if;
        if exists (select from payment_movement where payable = new.payable and kind = 'INGETROKKEN')
           or (select kind from payment_movement where payable = new.payable and kind in ('BETWIST', 'UITGEKLAARD') order by id desc limit 1) = 'BETWIST' then
            raise exception 'payable % was withdrawn or is in doubt', new.payable;
        end if;
        return new;
    end if;
    if (old.id, old.run, old.payable, old.attempt, old.end_to_end, old.amount, old.beneficiary, old.iban)
       is distinct from (new.id, new.run, new.payable, new.attempt, new.end_to_end, new.amount, new.beneficiary, new.iban)
       or (old.state, new.state) not in (('IN_RONDE', 'VERZONDEN'), ('IN_RONDE', 'VERVALLEN'), ('VERZONDEN', 'BETAALD'), ('VERZONDEN', 'GEWEIGERD'),
           ('BETAALD', 'TERUGGESTORT'), ('GEWEIGERD', 'BETAALD'), ('TERUGGESTORT', 'BETAALD'), ('VERVALLEN', 'BETAALD'))
       -- What was over is paid after all only where bank and books disagree, and a person found out.
       or old.state in ('GEWEIGERD', 'TERUGGESTORT', 'VERVALLEN') and (select kind from payment_movement where payable = new.payable
           and kind in ('BETWIST', 'UITGEKLAARD') order by id desc limit 1) is distinct from 'BETWIST'
       or new.state = 'VERZONDEN' and (select state from payment_run where id = new.run) <> 'BESTAND_KLAAR'
       or new.state = 'VERVALLEN' and (select state from payment_run where id = new.run) <> 'INGETROKKEN' then
        raise exception 'payment % cannot go from % to %', old.end_to_end, old.state, new.state;
    end if;
    return new;
end $$;
create trigger payment_line_guarded before insert or update on payment_line for each row execute function guard_payment_line();

-- Who withdraws a payable waits for whoever puts it in a run, and the other way round.
create function guard_payment_withdrawal() returns trigger language plpgsql as $$
begin
    perform from payment_payable where id = new.payable for update;
    if exists (select from payment_line where payable = new.payable and state in ('IN_RONDE', 'VERZONDEN', 'BETAALD')) then
        raise exception 'payable % is in a run or paid', new.payable;
    end if;
    return new;
end $$;
create trigger payment_movement_withdrawal before insert on payment_movement
    for each row when (new.kind = 'INGETROKKEN') execute function guard_payment_withdrawal();

-- What the next run could take; as payment_standing says, but without looking at all that was ever paid one by one.
create view payment_payable_now as
select p.id as payable, p.dossier
from payment_payable p
where not exists (select from payment_line l where l.payable = p.id and l.state in ('IN_RONDE', 'VERZONDEN', 'BETAALD'))
  and not exists (select from payment_movement m where m.payable = p.id and m.kind = 'INGETROKKEN')
  and (select kind from payment_movement m where m.payable = p.id and m.kind in ('BETWIST', 'UITGEKLAARD') order by id desc limit 1) is distinct from 'BETWIST';

-- Where each payable stands now; the one place that says so.
create view payment_standing as
select p.id as payable, p.dossier,
       case when exists (select from payment_movement m where m.payable = p.id and m.kind = 'INGETROKKEN') then 'INGETROKKEN'
            when live.state is not null then live.state
            when doubt.kind = 'BETWIST' then 'BETWIST'
            else 'BETAALBAAR' end as state,
       coalesce(doubt.kind = 'BETWIST', false) as doubted
from payment_payable p
left join payment_line live on live.payable = p.id and live.state in ('IN_RONDE', 'VERZONDEN', 'BETAALD')
left join lateral (select kind from payment_movement m where m.payable = p.id and m.kind in ('BETWIST', 'UITGEKLAARD') order by id desc limit 1) doubt on true;
