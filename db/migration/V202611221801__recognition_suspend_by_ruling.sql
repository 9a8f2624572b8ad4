-- A recognition whose grant is suspended or annulled does not hold; one whose withdrawal is suspended holds again, and the register says so (procedures.md 1.10).
alter table recognition
    add column suspended_on date,
    drop constraint recognition_status,
    add constraint recognition_status check (status in ('IN_AANVRAAG', 'ERKEND', 'ERKEND_VOORWAARDELIJK', 'GEWEIGERD', 'ZONDER_GEVOLG',
        'INGETROKKEN_DOOR_AANVRAGER', 'INGETROKKEN_VRIJWILLIG', 'INGETROKKEN_AMBTSHALVE', 'INGETROKKEN_INBREUK', 'GESCHORST', 'VERNIETIGD'));
comment on column recognition.suspended_on is 'Since when a decision about this recognition is suspended; null when none is.';
