-- Who did or saw what, whose record it was, and what was refused. Append-only and chained: each entry's hash covers
-- its own content and the hash before it, so that a changed or missing entry shows.
create schema audit;

create table audit.entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_role text not null,
  action text not null,
  object_kind text,
  object_id text,
  subject_id uuid,
  outcome text not null check (outcome in ('done', 'seen', 'refused')),
  detail jsonb not null default '{}',
  position bigint unique,
  hash bytea
);
create index entries_by_subject on audit.entries (subject_id, at desc) where subject_id is not null;
create index entries_by_actor on audit.entries (actor_id, at desc);
create index entries_by_object on audit.entries (object_kind, object_id, at desc);

-- The end of the chain, one row. Locking it puts the entries of rival transactions in one order.
create table audit.chain (
  only_one boolean primary key default true check (only_one),
  position bigint not null,
  hash bytea not null
);
insert into audit.chain (position, hash) values (0, sha256('otonari'));

create function audit.entry_hash(previous bytea, entry audit.entries) returns bytea
language sql immutable
as $$
  select sha256(previous || convert_to(jsonb_build_array(
    entry.id, extract(epoch from entry.at), entry.actor_id, entry.actor_role, entry.action, entry.object_kind,
    entry.object_id, entry.subject_id, entry.outcome, entry.detail)::text, 'UTF8'))
$$;

-- Runs at commit, when all other locks are already held: sealing never takes part in a deadlock.
create function audit.seal() returns trigger
language plpgsql security definer set search_path = audit, pg_temp
as $$
declare
  last audit.chain;
  sealed bytea;
begin
  select * into last from audit.chain for update;
  sealed := audit.entry_hash(last.hash, new);
  update audit.entries set position = last.position + 1, hash = sealed where id = new.id;
  update audit.chain set position = last.position + 1, hash = sealed;
  return null;
end $$;

create constraint trigger seal after insert on audit.entries
  deferrable initially deferred for each row execute function audit.seal();

-- Nobody rewrites history, the owner of the table included: only the sealing of a new entry passes.
create function audit.refuse_change() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and old.position is null and new.position is not null
     and (to_jsonb(old) - 'position' - 'hash') = (to_jsonb(new) - 'position' - 'hash') then
    return new;
  end if;
  raise exception 'audit entries are never changed' using errcode = 'insufficient_privilege';
end $$;

create trigger refuse_change before update or delete on audit.entries
  for each row execute function audit.refuse_change();

-- The first position at which the chain does not hold, or null when all of it holds.
create function audit.first_break() returns bigint
language sql stable
as $$
  with ordered as (
    select e.position, e.hash, lag(e.hash, 1, sha256('otonari')) over (order by e.position) as previous,
           row_number() over (order by e.position) as expected, e as entry
    from audit.entries e where e.position is not null
  ), broken as (
    select position from ordered
    where position <> expected or hash <> audit.entry_hash(previous, entry)
    union all
    select c.position from audit.chain c
    where c.position <> (select count(*) from audit.entries where position is not null)
  )
  select min(position) from broken
$$;

grant usage on schema audit to otonari_app;
grant select, insert on audit.entries to otonari_app;
grant select on audit.chain to otonari_app;
grant execute on function audit.first_break(), audit.entry_hash(bytea, audit.entries) to otonari_app;
revoke execute on function audit.seal() from public;
