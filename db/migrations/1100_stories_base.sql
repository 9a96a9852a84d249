-- Stories: what people tell of what they did together, and what each of them agreed to. Persons belong to the module people;
-- here they are ids only.
create schema stories;

create type stories.state as enum ('invited', 'told', 'asked', 'agreed', 'published', 'declined', 'recalled');
create type stories.consent_state as enum ('named', 'asked', 'agreed', 'declined', 'recalled');
create type stories.grade as enum ('typo', 'helps', 'meaning', 'dangerous');

create table stories.stories (
  id uuid primary key default gen_random_uuid(),
  state stories.state not null,
  teller_id uuid not null,
  part text not null check (part in ('resident', 'volunteer', 'pair')),
  -- The language in which it was told: all others are translations.
  source text not null check (source in ('ja', 'ja-easy', 'en', 'zh-Hans')),
  invited_by uuid,
  answers platform.sealed_text,
  -- What readers could tell of whom it is about: the ward, a language, the age of a child, a job.
  tells_ward text check (tells_ward ~ '^\d{5}$'),
  tells_language text check (char_length(tells_language) between 2 and 20),
  tells_child_age text check (tells_child_age in ('baby', 'preschool', 'school', 'teen')),
  tells_job boolean not null default false,
  -- Somebody must not find them: neither face nor place, unless they say otherwise themselves.
  is_guarded boolean not null default false,
  -- Of the source: rises with each change.
  revision integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  -- The last of those who were asked has agreed: from then on there are days to think.
  agreed_at timestamptz,
  published_at timestamptz,
  published_by uuid,
  ended_at timestamptz,
  check ((state = 'published') <= (published_at is not null)),
  check ((state in ('declined', 'recalled')) = (ended_at is not null))
);
alter table stories.stories alter column answers set statistics 0;
create index stories_shown on stories.stories (published_at desc, id desc) where state = 'published';
create index stories_at_work on stories.stories (created_at, id) where state in ('invited', 'told', 'asked', 'agreed');
create index stories_past on stories.stories (ended_at desc, id desc) where ended_at is not null;
create index stories_of_teller on stories.stories (teller_id, created_at desc);
create index stories_forgotten on stories.stories (ended_at) where ended_at is not null;

-- How far a change of the source goes: translations made before a change of meaning say so, those made before something
-- dangerous are not shown.
create table stories.revisions (
  story_id uuid not null references stories.stories on delete cascade,
  revision integer not null,
  grade stories.grade not null,
  by_person uuid,
  at timestamptz not null,
  primary key (story_id, revision)
);

-- The words of a language, piece by piece: each with where it comes from and of which piece of the source it is.
create table stories.texts (
  story_id uuid not null references stories.stories on delete cascade,
  locale text not null check (locale in ('ja', 'ja-easy', 'en', 'zh-Hans')),
  words platform.sealed_text not null,
  based_on integer not null,
  changed_at timestamptz not null,
  primary key (story_id, locale)
);
alter table stories.texts alter column words set statistics 0;

-- Each person in it, in the words or in the picture, with what they agreed to.
create table stories.consents (
  id uuid primary key default gen_random_uuid(),
  story_id uuid not null references stories.stories on delete cascade,
  -- Who has an account; somebody else is reached by mail.
  person_id uuid,
  email text check (email = lower(email) and char_length(email) between 3 and 254),
  name platform.sealed_text not null,
  -- Who answers for a child.
  guardian platform.sealed_text,
  is_child boolean not null default false,
  locale text not null check (locale in ('ja', 'ja-easy', 'en', 'zh-Hans')),
  in_text boolean not null default true,
  in_picture boolean not null default false,
  -- Where their face is, in percent of the picture: left, top, width, height.
  face smallint[] check (array_length(face, 1) = 4 and 0 <= all (face) and 100 >= all (face)),
  state stories.consent_state not null default 'named',
  asked_by uuid,
  asked_at timestamptz,
  -- To the letter what they agreed to, and what the proof keeps of it.
  agreed_text platform.sealed_text,
  agreed_hash text check (agreed_hash ~ '^[0-9a-f]{64}$'),
  uses text[] not null default '{}' check (uses <@ array['site', 'press', 'social', 'print']),
  naming text not null default 'none' check (naming in ('name', 'nickname', 'none')),
  shown_as platform.sealed_text,
  shows_face boolean not null default false,
  shows_place boolean not null default false,
  until_at timestamptz,
  agreed_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  check (in_text or in_picture),
  check (state <> 'agreed' or (agreed_text is not null and agreed_hash is not null and until_at is not null and agreed_at is not null)),
  -- It holds every word of the story, those of others in it too: when a consent ends, those words go at once.
  constraint agreed_words_end check (state not in ('recalled', 'declined') or agreed_text is null)
);
alter table stories.consents alter column name set statistics 0;
alter table stories.consents alter column guardian set statistics 0;
alter table stories.consents alter column agreed_text set statistics 0;
alter table stories.consents alter column shown_as set statistics 0;
create index consents_of_story on stories.consents (story_id, id);
create index consents_of_person on stories.consents (person_id) where person_id is not null;
create index consents_running_out on stories.consents (until_at) where state = 'agreed';
create unique index consents_once_by_person on stories.consents (story_id, person_id)
  where state in ('named', 'asked', 'agreed');

-- The picture of a story: as it came, and as it is shown, at two sizes.
create table stories.pictures (
  story_id uuid primary key references stories.stories on delete cascade,
  original_id uuid not null,
  shown_id uuid,
  small_id uuid,
  crop smallint[] check (array_length(crop, 1) = 4 and 0 <= all (crop) and 100 >= all (crop)),
  -- By language, what is to be seen.
  alt platform.sealed_text not null,
  sha256 text not null,
  fingerprint text not null check (fingerprint ~ '^[01]{64}$'),
  -- Of the picture as it is shown, which others can bring back.
  shown_sha256 text,
  shown_fingerprint text check (shown_fingerprint ~ '^[01]{64}$'),
  kept_at timestamptz not null
);
alter table stories.pictures alter column alt set statistics 0;

-- Pictures that were recalled, by signs from which none can be drawn again: they are not taken a second time.
create table stories.recalled_pictures (
  id uuid primary key default gen_random_uuid(),
  sha256 text not null,
  fingerprint text not null,
  at timestamptz not null
);

-- Every place in which a story is, or was. What is ours ends with a word; of the others we can only ask.
create table stories.uses (
  id uuid primary key default gen_random_uuid(),
  story_id uuid not null references stories.stories on delete cascade,
  kind text not null check (kind in ('page', 'picture', 'share', 'paper', 'home', 'newsletter', 'press_kit', 'press', 'social', 'print')),
  channel text not null check (channel in ('site', 'press', 'social', 'print')),
  -- Where it is, of those that are not ours.
  place text not null default '' check (char_length(place) <= 300),
  is_ours boolean not null,
  by_person uuid,
  at timestamptz not null,
  ended_at timestamptz,
  -- When whoever has it was asked to take it away.
  told_at timestamptz,
  check (is_ours or place <> '')
);
create unique index uses_once on stories.uses (story_id, kind) where is_ours and ended_at is null;
create index uses_of_story on stories.uses (story_id, at, id);

-- That somebody agreed, said no, or took it back: it outlives them, and says nothing of who they are. It is never changed.
create table stories.proofs (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[A-Z0-9]{12}$'),
  act text not null check (act in ('agreed', 'declined', 'recalled', 'ended')),
  consent_id uuid not null,
  story_id uuid not null,
  text_hash text check (text_hash ~ '^[0-9a-f]{64}$'),
  uses text[] not null,
  naming text not null,
  shows_face boolean not null,
  at timestamptz not null,
  -- Until when what it is about would have held; a proof is kept three years longer.
  until_at timestamptz not null
);
create index proofs_of_consent on stories.proofs (consent_id, at);
create index proofs_forgotten on stories.proofs (until_at);

-- ── Lives ───────────────────────────────────────────────────────────────────────────────────────────────────────────
insert into platform.acts (noun, act, from_state, to_state) values
  ('stories.story', 'invite', null, 'invited'),
  ('stories.story', 'offer', null, 'told'),
  ('stories.story', 'tell', 'invited', 'told'),
  ('stories.story', 'decline', 'invited', 'declined'),
  ('stories.story', 'decline', 'told', 'declined'),
  ('stories.story', 'ask', 'told', 'asked'),
  ('stories.story', 'settle', 'asked', 'agreed'),
  ('stories.story', 'reopen', 'asked', 'told'),
  ('stories.story', 'reopen', 'agreed', 'told'),
  ('stories.story', 'reopen', 'published', 'told'),
  ('stories.story', 'publish', 'agreed', 'published'),
  ('stories.story', 'recall', 'told', 'recalled'),
  ('stories.story', 'recall', 'asked', 'recalled'),
  ('stories.story', 'recall', 'agreed', 'recalled'),
  ('stories.story', 'recall', 'published', 'recalled'),
  ('stories.consent', 'name', null, 'named'),
  ('stories.consent', 'ask', 'named', 'asked'),
  ('stories.consent', 'agree', 'asked', 'agreed'),
  ('stories.consent', 'decline', 'asked', 'declined'),
  ('stories.consent', 'ask_anew', 'asked', 'named'),
  ('stories.consent', 'ask_anew', 'agreed', 'named'),
  ('stories.consent', 'recall', 'named', 'recalled'),
  ('stories.consent', 'recall', 'asked', 'recalled'),
  ('stories.consent', 'recall', 'agreed', 'recalled');
create trigger guard_birth before insert on stories.stories for each row
  execute function platform.guard_life('stories.story', 'a story');
create trigger guard_life before update of state on stories.stories for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('stories.story', 'a story');
create trigger guard_birth before insert on stories.consents for each row
  execute function platform.guard_life('stories.consent', 'a consent');
create trigger guard_life before update of state on stories.consents for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('stories.consent', 'a consent');

grant usage on schema stories to otonari_app;
grant select, insert, update, delete on all tables in schema stories to otonari_app;
-- A proof is what it was.
revoke update on stories.proofs from otonari_app;
