-- Each line of a run is read with what the bank did with it; without this every line walks through the movements of all years.
create index payment_movement_by_line on payment_movement (line, id) where line is not null;
