-- The lock of a chain and its end in one statement: each query of a volatile function sees what was committed before it began, so the end is read behind the lock.
create function locked_chain_end(of_dossier text, out seq bigint, out hash text, out key bytea) language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(of_dossier, 7));
    select coalesce(e.seq, 0), coalesce(e.hash, ''), k.key into seq, hash, key from (values (of_dossier)) d (dossier)
        left join audit_key k using (dossier)
        left join lateral (select a.seq, a.hash from audit_entry a where a.dossier = d.dossier order by a.seq desc limit 1) e on true;
end $$;
comment on function locked_chain_end is 'Locks the chain of a dossier until the end of the transaction and gives its last entry (0 and an empty hash before the first) and its key.';
