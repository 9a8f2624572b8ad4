-- What a save was made of: the published text that its author began with (null: there was none), and the save of which it is a copy, also of another change.
alter table draft_revision add column base text;
alter table draft_revision add column copied_from bigint references draft_revision (id);

alter table draft_revision disable trigger draft_revision_kept;
update draft_revision r set base = h.base from draft_head h where h.change = r.change and h.path = r.path;
alter table draft_revision enable trigger draft_revision_kept;

alter table draft_head drop column base;
