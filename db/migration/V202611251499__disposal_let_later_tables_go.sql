-- Tables that came since retention did let a destruction through as well (ADR 0026).
call disposal_let_through();
