-- What somebody has filled in and not sent: of a person, or of a visitor's browser until they have signed in from it.
create schema forms;

create table forms.drafts (
  id uuid primary key default gen_random_uuid(),
  -- What it is to become: `spot.request`.
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  person_id uuid,
  -- The keyed digest of a fresh random cookie; nobody finds a visitor's draft by anything else.
  browser text unique,
  -- Where a visitor goes on after signing in: a sign-in that leads elsewhere takes nothing along.
  page text,
  fields platform.sealed_text not null,
  -- Files it names: they go with it.
  file_ids text[] not null default '{}',
  version integer not null default 1,
  saved_at timestamptz not null,
  keep_until timestamptz not null,
  constraint drafts_have_one_owner check ((person_id is null) <> (browser is null)),
  constraint drafts_of_visitors_lead_on check ((browser is null) = (page is null))
);
create index drafts_of_person on forms.drafts (person_id, kind, saved_at desc);
create index drafts_by_end on forms.drafts (keep_until);

grant usage on schema forms to otonari_app;
grant select, insert, update, delete on forms.drafts to otonari_app;

-- Sealed as it is, it is no sample for the planner.
alter table forms.drafts alter column fields set statistics 0;

-- The draft from which a visitor has begun to sign in: taken over by whoever comes in with this very code.
alter table auth.codes add column draft_id uuid;
grant insert (draft_id) on auth.codes to otonari_app;
