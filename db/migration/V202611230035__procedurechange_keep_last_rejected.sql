-- Of what may never run only what its author typed last for a file is kept, so that nobody fills the disk with it.
drop trigger draft_rejected_kept on draft_rejected;
delete from draft_rejected r using draft_rejected later where later.change = r.change and later.path = r.path and later.author = r.author and later.id > r.id;
alter table draft_rejected add constraint draft_rejected_last unique (change, path, author);
