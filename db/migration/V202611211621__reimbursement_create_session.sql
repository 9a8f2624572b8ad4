-- Which hours of a person are taken by which claim: a person, a day and a start hour are paid once (procedures.md 2.5). A release frees them and stays visible.
create table reimbursement_session (
    id                bigint      generated always as identity,
    dossier           text        not null,
    enterprise_number text        not null,
    training          text        not null,
    national_number   text        not null,
    held_on           date        not null,
    starts_at         time        not null,
    ends_at           time        not null,
    hours             numeric(6, 2) not null,
    reserved_at       timestamptz not null,
    reserved_by       text        not null,
    reserved_by_name  text        not null,
    released_at       timestamptz,
    released_by_name  text,
    release_reason    text,
    constraint reimbursement_session_pk primary key (id),
    constraint reimbursement_session_times check (starts_at < ends_at and hours > 0),
    constraint reimbursement_session_person check (national_number ~ '^[0-9]{11}$'),
    constraint reimbursement_session_released check ((released_at is null) = (released_by_name is null)
        and (released_at is null) = (release_reason is null) and (release_reason is null or release_reason ~ '\S'))
);
create unique index reimbursement_session_paid_once on reimbursement_session (national_number, held_on, starts_at) where released_at is null;
create index reimbursement_session_by_dossier on reimbursement_session (dossier);

create function release_reimbursement_session_once() returns trigger language plpgsql as $$
begin
    if old.released_at is null and new.released_at is not null
       and (old.id, old.dossier, old.enterprise_number, old.training, old.national_number, old.held_on, old.starts_at, old.ends_at, old.hours, old.reserved_at,
            old.reserved_by, old.reserved_by_name)
         = (new.id, new.dossier, new.enterprise_number, new.training, new.national_number, new.held_on, new.starts_at, new.ends_at, new.hours, new.reserved_at,
            new.reserved_by, new.reserved_by_name) then
        return new;
    end if;
    raise exception 'what was recorded about reimbursements is never changed or deleted; hours are released once';
end $$;
create trigger reimbursement_session_released_once before update on reimbursement_session
    for each row execute function release_reimbursement_session_once();
create trigger reimbursement_session_kept before delete or truncate on reimbursement_session
    for each statement execute function refuse_reimbursement_change();
