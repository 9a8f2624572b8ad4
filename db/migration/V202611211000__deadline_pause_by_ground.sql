-- Which pauses of the file stop a term is said ground by ground (procedures.md 1.1: the terms of a recognition stop only when the file turns
-- out incomplete; the internal norm and the signature count every day). A parameter, so data: a later version of a rule may name more.
alter table term_rule add column pause_grounds text[] not null default '{}';
update term_rule set pause_grounds = '{AANVULLING_AANVRAGER}' where code in ('T-REC-01', 'T-REC-02');
alter table term_rule drop constraint term_rule_clock;
alter table term_rule drop column pausable;
alter table term_rule alter column pause_grounds drop default;
alter table term_rule add constraint term_rule_clock check (clock in ('TOTAL', 'WSE') and (clock = 'TOTAL' or cardinality(pause_grounds) > 0));
alter table term_rule add constraint term_rule_pause_grounds check (pause_grounds <@
    array['AANVULLING_AANVRAGER', 'REACTIE_ADVIES', 'VERWEER', 'ADVIES_DERDE', 'BRON_DERDE']);
comment on column term_rule.pause_grounds is 'The grounds for which the file waits that stop this term; none for terms that bind the applicant.';
comment on column term_rule.clock is 'How the source counts the days. A term that pauses stop stands still then, also when the source counts every day.';
