-- Which seals were brought outside the database. What is not there any more is found, and never put back as if nothing had happened (ADR 0024).
create table audit_seal_outside (
    serial  bigint      not null constraint audit_seal_outside_pk primary key references audit_seal (serial),
    kept_at timestamptz not null default clock_timestamp()
);
create trigger audit_seal_outside_append_only before update or delete or truncate on audit_seal_outside for each statement execute function refuse_audit_change();
alter table audit_seal_outside enable always trigger audit_seal_outside_append_only;
