-- Who moves next is found without sorting all who wait: with ten thousand of them that was most of the work of a move.
drop index procedure_move_waiting;
create index procedure_move_waiting on procedure_move (run, attempts, dossier) where state = 'WACHT';
