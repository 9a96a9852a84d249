-- What stands otherwise in our books than at the payment provider, as the last look or the nightly comparison found it: once
-- both say the same, there is no row.
create table giving.provider_differences (
  object_id text primary key check (char_length(object_id) between 1 and 200),
  kind giving.provider_object_kind not null,
  -- Whole yen of it that are ours: there, and in our books.
  there_jpy bigint not null,
  here_jpy bigint not null,
  found_at timestamptz not null,
  check (there_jpy <> here_jpy)
);
create index provider_differences_in_order on giving.provider_differences (found_at, object_id);

-- One row: when the provider's lists were last compared with our books to their end, and what was found then.
create table giving.provider_comparison (
  is_the_only_one boolean primary key default true check (is_the_only_one),
  compared_at timestamptz,
  -- Notices that had not reached us, and payments that stood otherwise.
  unheard integer not null default 0 check (unheard >= 0),
  otherwise integer not null default 0 check (otherwise >= 0)
);
insert into giving.provider_comparison default values;

grant select, insert, update, delete on giving.provider_differences to otonari_app;
grant select, update on giving.provider_comparison to otonari_app;
