-- A warning hangs on no term: whoever raised it says for how long it holds. The same warning is never raised twice while it holds.
alter table alert add column of_term boolean not null default true;
comment on column alert.of_term is 'False for a warning: then rule says what it is about, and no term of that name runs.';
create unique index alert_warning_once on alert (dossier, rule, percent, role, coalesce(person, '')) where not of_term and state <> 'NIET_NODIG';
