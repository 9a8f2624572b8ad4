-- What an entry says is held by a key of its own, derived from the dossier's: who gets that one key opens that one entry and no other (ADR 0024).
-- First the chains as they are must agree; then each is calculated anew. Seals made over the old hashes stay as they are, signed and stamped, with their
-- leaves and the old commitments beside them; the next seal takes up every chain again.

-- The leaves of seals that were made over hashes of the form before this one. They lead to the roots of those seals.
create table audit_seal_leaf_before (like audit_seal_leaf including all, foreign key (seal) references audit_seal (serial));

-- What entries under such a seal were committed with: with their other fields it gives the hash of then.
create table audit_commitment_before (
    dossier    text   not null,
    seq        bigint not null,
    commitment text   not null check (commitment ~ '^[0-9a-f]{64}$'),
    constraint audit_commitment_before_pk primary key (dossier, seq)
);

-- With a key of 32 bytes (RFC 2104).
create function hmac_sha256(key bytea, said bytea) returns bytea language plpgsql immutable strict as $$
declare
    inner_pad bytea := key || decode(repeat('36', 32), 'hex');
    outer_pad bytea := key || decode(repeat('5c', 32), 'hex');
begin
    for i in 0..31 loop
        inner_pad := set_byte(inner_pad, i, get_byte(key, i) # 54);
        outer_pad := set_byte(outer_pad, i, get_byte(key, i) # 92);
    end loop;
    return sha256(outer_pad || sha256(inner_pad || said));
end $$;

lock table audit_entry, audit_content, audit_key, audit_seal, audit_seal_leaf in access exclusive mode;
alter table audit_entry disable trigger audit_entry_append_only;
alter table audit_seal_leaf disable trigger audit_seal_leaf_append_only;

do $$
declare
    was record;
    sealed record;
    of_dossier text := '';
    number bigint;
    before_it text;
    old_before_it text;
    moment text;
    committed text;
    hashed text;
    place bytea;
    chains bigint := 0;
    entries bigint := 0;
    last_seal record;
    key bytea;
    said text;
begin
    for was in
        select e.*, c.content, k.key, (select max(l.seq) from audit_seal_leaf l where l.dossier = e.dossier) as sealed_until
        from audit_entry e left join audit_content c using (dossier, seq) left join audit_key k using (dossier) order by e.dossier collate "C", e.seq
    loop
        if was.dossier <> of_dossier then
            of_dossier := was.dossier;
            number := 0;
            before_it := '';
            old_before_it := '';
            chains := chains + 1;
        end if;
        number := number + 1;
        entries := entries + 1;
        place := convert_to(was.dossier || E'\n' || was.seq, 'UTF8');
        moment := to_char(was.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
        if was.seq <> number or was.previous <> old_before_it or was.hash <> encode(sha256(convert_to(concat_ws(E'\n', 'dossierwerk-handeling-2', was.dossier, was.seq,
                moment, was.actor, was.roles, was.action, was.commitment, was.previous), 'UTF8')), 'hex') then
            raise exception 'entry % of % does not agree with its hash or with the entry before it: the chains are not calculated anew as long as one of them is not what was recorded',
                number, was.dossier using hint = 'Find out with the version before this one who changed it (Ketencontrole).';
        end if;
        if was.content is not null and (was.key is null or was.commitment <> encode(hmac_sha256(was.key, place || convert_to(E'\n' || was.content, 'UTF8')), 'hex')) then
            raise exception 'the content of entry % of % is not what it was written with: the chains are not calculated anew as long as one of them is not what was recorded',
                number, was.dossier using hint = 'Find out with the version before this one who changed it (Ketencontrole).';
        end if;
        if was.seq <= was.sealed_until then
            insert into audit_commitment_before (dossier, seq, commitment) values (was.dossier, was.seq, was.commitment);
            select into sealed l.* from audit_seal_leaf l where l.dossier = was.dossier and l.seq = was.seq and l.head <> was.hash limit 1;
            if found then
                raise exception 'entry % of % is not the one that seal % holds: the chains are not calculated anew as long as one of them is not what was recorded',
                    number, was.dossier, sealed.seal using hint = 'Find out with the version before this one who changed it (Ketencontrole).';
            end if;
        end if;
        -- Of what was destroyed nobody can commit to anything again: its commitment stays, and tells nothing.
        committed := case when was.content is null then was.commitment
            else encode(hmac_sha256(hmac_sha256(was.key, place), place || convert_to(E'\n' || was.content, 'UTF8')), 'hex') end;
        hashed := encode(sha256(convert_to(concat_ws(E'\n', 'dossierwerk-handeling-3', was.dossier, was.seq, moment, was.actor, was.roles, was.action,
                                                     committed, before_it), 'UTF8')), 'hex');
        update audit_entry set commitment = committed, previous = before_it, hash = hashed where dossier = was.dossier and seq = was.seq;
        before_it := hashed;
        old_before_it := was.hash;
    end loop;
    select into sealed l.* from audit_seal_leaf l where not exists (select from audit_entry e where e.dossier = l.dossier and e.seq = l.seq) limit 1;
    if found then
        raise exception 'entry % of % is gone, and seal % holds it: the chains are not calculated anew as long as one of them is not what was recorded', sealed.seq, sealed.dossier, sealed.seal
            using hint = 'Find out with the version before this one who changed it (Ketencontrole).';
    end if;
    insert into audit_seal_leaf_before select * from audit_seal_leaf;
    delete from audit_seal_leaf;

    -- That this was done is an act itself, and the next seal covers it.
    if entries > 0 then
        select into last_seal serial, encode(sha256(convert_to(statement, 'UTF8')), 'hex') as digest from audit_seal order by serial desc limit 1;
        select into number, before_it seq, hash from audit_entry where dossier = 'DEPARTEMENT' order by seq desc limit 1;
        number := coalesce(number, 0) + 1;
        select into key k.key from audit_key k where dossier = 'DEPARTEMENT';
        if key is null then
            key := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
            insert into audit_key (dossier, key) values ('DEPARTEMENT', key);
        end if;
        moment := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
        said := '{"after":{"format":"dossierwerk-handeling-3"},"before":{"format":"dossierwerk-handeling-2","lastSeal":' || coalesce(last_seal.serial::text, 'null')
            || ',"lastSealDigest":' || coalesce('"' || last_seal.digest || '"', 'null') || '},"name":"Dossierwerk","reason":null,"sentence":"De vingerafdrukken van '
            || entries || ' handelingen in ' || chains || ' ketens werden opnieuw berekend, nadat werd nagegaan dat de oude klopten'
            || case when last_seal.serial is null then '.' else '. De zegels tot en met nummer ' || last_seal.serial || ' gelden voor de oude vingerafdrukken.' end || '"}';
        place := convert_to(E'DEPARTEMENT\n' || number, 'UTF8');
        committed := encode(hmac_sha256(hmac_sha256(key, place), place || convert_to(E'\n' || said, 'UTF8')), 'hex');
        insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
        values ('DEPARTEMENT', number, moment::timestamptz, 'systeem', '', 'KETENS_HERBEREKEND', committed, coalesce(before_it, ''),
                encode(sha256(convert_to(concat_ws(E'\n', 'dossierwerk-handeling-3', 'DEPARTEMENT', number, moment, 'systeem', '', 'KETENS_HERBEREKEND', committed,
                                                   coalesce(before_it, '')), 'UTF8')), 'hex'));
        insert into audit_content (dossier, seq, content) values ('DEPARTEMENT', number, said);
    end if;
end $$;
drop function hmac_sha256(bytea, bytea);

alter table audit_entry enable always trigger audit_entry_append_only;
alter table audit_seal_leaf enable always trigger audit_seal_leaf_append_only;

do $$
declare
    kept text;
begin
    foreach kept in array array['audit_seal_leaf_before', 'audit_commitment_before'] loop
        execute format('create trigger %1$s_append_only before update or delete or truncate on %1$I for each statement execute function refuse_audit_change()', kept);
        execute format('alter table %1$I enable always trigger %1$s_append_only', kept);
    end loop;
end $$;
