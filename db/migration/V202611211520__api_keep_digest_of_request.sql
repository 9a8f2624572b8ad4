-- So that a key which comes back with another request is told apart from the same request sent again.
alter table api_request add column digest text;
comment on column api_request.digest is 'SHA-256 of the body; null for applications, which are compared where they are kept.';
