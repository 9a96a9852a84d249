-- Guides: step by step through a procedure, an office or a custom; facts that pages share and volunteers look after; and the
-- words by which guides are found, in every script. Persons belong to the module people; here they are ids only.
create schema guides;

create type guides.state as enum ('draft', 'in_review', 'published', 'withdrawn', 'dropped');
-- How much a change of the Japanese changes, the least first: a comma, a kinder word, something to do, something that harms whoever reads the old.
create type guides.grade as enum ('typo', 'helps', 'changes', 'dangerous');
-- Who made the words of a language.
create type guides.origin as enum ('written', 'translated', 'machine', 'checked');

create table guides.guides (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) between 3 and 60),
  -- One of the kinds of help, as programs name them.
  category text not null check (category ~ '^[a-z_]{2,40}$'),
  -- Of a guide to one municipality, its JIS code.
  municipality_code text check (municipality_code ~ '^\d{5}$'),
  state guides.state not null default 'draft',
  -- The Japanese as it stands: the number of its last change.
  revision integer not null default 1 check (revision >= 1),
  version integer not null default 1,
  -- null: the house, when help of this kind had been given and there was no guide.
  begun_by uuid,
  created_at timestamptz not null,
  submitted_by uuid,
  published_at timestamptz,
  check (state <> 'published' or published_at is not null)
);
create index guides_shown on guides.guides (published_at desc, id desc) where state = 'published';
create index guides_of_kind on guides.guides (category, published_at desc, id desc) where state = 'published';
create index guides_in_order on guides.guides (created_at desc, id desc);
create index guides_at_work on guides.guides (created_at, id) where state in ('draft', 'in_review');
-- The house begins one for a kind of help and a place, and not again after somebody dropped it.
create unique index guides_begun_once on guides.guides (category, coalesce(municipality_code, '')) where begun_by is null;
create index guides_of_place on guides.guides (category, municipality_code);

-- What a guide says in a language.
create table guides.words (
  guide_id uuid not null references guides.guides on delete cascade,
  locale text not null check (locale in ('ja', 'ja-easy', 'en', 'zh-Hans')),
  -- title, lead, bring, lasts, costs, afterwards, heard, found_by, and by the id of each step title and text.
  words jsonb not null,
  origin guides.origin not null,
  -- The revision of the Japanese that it says.
  based_on integer not null check (based_on >= 1),
  written_by uuid,
  written_at timestamptz not null,
  primary key (guide_id, locale)
);

-- The Japanese after each of its changes.
create table guides.revisions (
  guide_id uuid not null references guides.guides on delete cascade,
  number integer not null check (number >= 1),
  grade guides.grade not null,
  words jsonb not null,
  written_by uuid,
  at timestamptz not null,
  primary key (guide_id, number)
);

-- The one definition of stale: the worst change of the Japanese since the words of a language were made of it. A comma makes none stale.
create view guides.translations as
select w.guide_id, w.locale, w.origin, w.based_on, w.written_at,
  (select max(r.grade) from guides.revisions r
    where r.guide_id = w.guide_id and r.number > w.based_on and r.grade > 'typo') as behind
from guides.words w;

create table guides.steps (
  id uuid primary key default gen_random_uuid(),
  guide_id uuid not null references guides.guides on delete cascade,
  place smallint not null check (place between 1 and 15),
  unique (guide_id, place) deferrable initially deferred
);

-- A number, opening hours, a window, a fee: written once, shown by every step that names it.
create table guides.facts (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('phone', 'hours', 'place', 'fee', 'deadline', 'link', 'other')),
  -- By language: name, value. In Japanese always.
  texts jsonb not null check (texts ? 'ja'),
  municipality_code text check (municipality_code ~ '^\d{5}$'),
  -- Where it is written.
  source text not null check (char_length(source) between 1 and 300),
  -- When somebody last found it so; null: nobody has yet.
  verified_on date,
  next_check_on date not null,
  every_days integer not null check (every_days between 7 and 730),
  version integer not null default 1,
  created_at timestamptz not null
);
create index facts_due on guides.facts (next_check_on, id);
create index facts_in_order on guides.facts (created_at desc, id desc);

create table guides.step_facts (
  step_id uuid not null references guides.steps on delete cascade,
  fact_id uuid not null references guides.facts,
  place smallint not null,
  primary key (step_id, fact_id)
);
create index step_facts_of_fact on guides.step_facts (fact_id);

-- A small task for a volunteer who lives there: is a fact still so?
create type guides.check_state as enum ('asked', 'right', 'changed', 'passed', 'lapsed', 'settled');
create table guides.checks (
  id uuid primary key default gen_random_uuid(),
  fact_id uuid not null references guides.facts,
  volunteer_id uuid not null,
  state guides.check_state not null default 'asked',
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- What has changed, as they found it.
  found platform.sealed_text,
  settled_by uuid,
  version integer not null default 1,
  check (state <> 'asked' or answered_at is null)
);
alter table guides.checks alter column found set statistics 0;
-- Nobody has two at once, and no fact is asked of two.
create unique index checks_one_a_volunteer on guides.checks (volunteer_id) where state = 'asked';
create unique index checks_one_a_fact on guides.checks (fact_id) where state in ('asked', 'changed');
create index checks_of_volunteer on guides.checks (volunteer_id, asked_at desc);
create index checks_of_fact on guides.checks (fact_id, asked_at desc);
create index checks_open on guides.checks (asked_at, id) where state in ('asked', 'changed');

-- "Was this right?": how many said yes and no of a step in a month, and nothing of whom.
create table guides.answers (
  step_id uuid not null references guides.steps on delete cascade,
  on_month date not null check (extract(day from on_month) = 1),
  right_count integer not null default 0 check (right_count >= 0),
  wrong_count integer not null default 0 check (wrong_count >= 0),
  -- Those that somebody has looked at since: they wait no more.
  seen_count integer not null default 0 check (seen_count between 0 and wrong_count),
  primary key (step_id, on_month)
);
create index answers_to_look_at on guides.answers (step_id) where wrong_count > seen_count;

-- By which words guides are found: folded, in kana where they sound, from each character on where nothing stands between words.
create table guides.terms (
  term text collate "C" not null check (char_length(term) between 1 and 40),
  guide_id uuid not null references guides.guides on delete cascade,
  weight smallint not null check (weight between 1 and 100),
  primary key (term, guide_id)
);
create index terms_of_guide on guides.terms (guide_id);

-- ── Lives ───────────────────────────────────────────────────────────────────────────────────────────────────────────
insert into platform.acts (noun, act, from_state, to_state) values
  ('guides.guide', 'begin', null, 'draft'),
  ('guides.guide', 'submit', 'draft', 'in_review'),
  ('guides.guide', 'send_back', 'in_review', 'draft'),
  ('guides.guide', 'publish', 'in_review', 'published'),
  ('guides.guide', 'withdraw', 'published', 'withdrawn'),
  ('guides.guide', 'take_up', 'withdrawn', 'draft'),
  ('guides.guide', 'drop', 'draft', 'dropped'),
  ('guides.check', 'ask', null, 'asked'),
  ('guides.check', 'confirm', 'asked', 'right'),
  ('guides.check', 'report', 'asked', 'changed'),
  ('guides.check', 'pass', 'asked', 'passed'),
  ('guides.check', 'lapse', 'asked', 'lapsed'),
  ('guides.check', 'settle', 'changed', 'settled');
create trigger guard_birth before insert on guides.guides for each row
  execute function platform.guard_life('guides.guide', 'a guide');
create trigger guard_life before update of state on guides.guides for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('guides.guide', 'a guide');
create trigger guard_birth before insert on guides.checks for each row
  execute function platform.guard_life('guides.check', 'a check');
create trigger guard_life before update of state on guides.checks for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('guides.check', 'a check');

grant usage on schema guides to otonari_app;
grant select, insert, update, delete on all tables in schema guides to otonari_app;
