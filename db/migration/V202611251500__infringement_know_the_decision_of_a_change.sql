-- Which decision lowered or lifted a retention: a ruling on one of two undoes that one alone. Null: another act, or from before it was kept.
alter table retention_entry add column besluit uuid references besluit (id);
