-- What happened, when, by whom, on whose authority and why; one hash chain per dossier (architecture.md, audit).
create table audit_entry (
    dossier       text        not null,
    seq           bigint      not null,
    at            timestamptz not null,
    actor         text        not null,
    actor_name    text        not null,
    actor_roles   text        not null,
    action        text        not null,
    sentence      text        not null,
    reason        text,
    facts_before  text        not null,
    facts_after   text        not null,
    previous_hash text        not null,
    hash          text        not null,
    constraint audit_entry_pk primary key (dossier, seq)
);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed or deleted';
end $$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change();
