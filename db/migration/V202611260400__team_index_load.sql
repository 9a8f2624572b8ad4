-- The picture of a team counts the work of its people, what waits for a signature and the terms that end in a week from indexes alone (ideas.md, A manager 7).
create index inbox_row_load on inbox_row (assignee, due_sort) include (waits) where assignee is not null;
create index inbox_row_group_paused on inbox_row_group (grp) where free and waits;
create index inbox_row_to_sign on inbox_row (opened_at, task_id) where task_key = 'UserTask_Ondertekenen';
create index term_running_until on term (due_on, dossier) where stopped_on is null;
