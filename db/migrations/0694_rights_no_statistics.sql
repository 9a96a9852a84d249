-- PostgreSQL keeps samples of a column beside it for its planner, also of rows that are gone since: names, addresses and
-- sealed words of who was erased, until so many others have changed that it looks again. These columns have none, and
-- lose those they had: setting a column to the type and collation it has does that, and nothing else.
do $$
declare one record;
begin
  for one in
    select a.attrelid::regclass as place, a.attname as name, format_type(a.atttypid, a.atttypmod) as kind,
      case when a.attcollation <> t.typcollation then format(' collate %s', a.attcollation::regcollation) end as order_of
    from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r' join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and (a.atttypid = 'platform.sealed_text'::regtype
      or (a.attrelid = 'people.persons'::regclass and a.attname in
        ('name', 'preferred_name', 'kana', 'romaji', 'email', 'phone', 'sort_key', 'search_text'))
      or (a.attrelid = 'people.contact_channels'::regclass and a.attname = 'address')
      or (a.attrelid = 'auth.codes'::regclass and a.attname = 'email')
      or (a.attrelid = 'platform.development_mail'::regclass and a.attname in ('recipient', 'subject', 'body')))
  loop
    execute format('alter table %s alter column %I type %s%s, alter column %I set statistics 0',
      one.place, one.name, one.kind, one.order_of, one.name);
  end loop;
end $$;
