-- What people say of themselves: one row for a human being, whatever roles they have. What the organization decided
-- about them is not here. Every `until_on` is the first day on which the thing no longer holds.
create schema people;

create table people.persons (
  id uuid primary key default gen_random_uuid(),
  -- The name as used, in one field. Empty only until the first sign-in has asked for it.
  name text not null default '' check (char_length(name) <= 200),
  preferred_name text check (char_length(preferred_name) between 1 and 200),
  kana text check (char_length(kana) between 1 and 200),
  romaji text check (char_length(romaji) between 1 and 200),
  email text unique check (email = lower(email) and char_length(email) between 3 and 254),
  phone text check (char_length(phone) between 3 and 40),
  locale text not null default 'ja' check (locale in ('ja', 'ja-easy', 'en', 'zh-Hans')),
  gender text not null default 'not_said' check (gender in ('woman', 'man', 'other', 'not_said')),
  birth_year smallint check (birth_year between 1900 and 2100),
  municipality_code text check (municipality_code ~ '^\d{5}$'),
  town text check (char_length(town) between 1 and 100),
  japanese_speaking text not null default 'none'
    check (japanese_speaking in ('none', 'a1', 'a2', 'b1', 'b2', 'c1', 'native')),
  -- Volunteers only: at ease in Easy Japanese, and how far they go for a visit.
  eases_japanese boolean not null default false,
  max_travel_km smallint not null default 5 check (max_travel_km between 0 and 100),
  about text not null default '' check (char_length(about) <= 2000),
  preferred_channel text not null default 'email' check (preferred_channel in ('email', 'phone', 'line', 'wechat', 'whatsapp')),
  -- A child is in a household, has no address of its own and never signs in.
  is_child boolean not null default false,
  -- Made from the names by the program: the order in lists, and what a search looks through.
  sort_key text not null default '' collate "C",
  search_text text not null default '',
  created_at timestamptz not null default now(),
  welcomed_at timestamptz,
  access_ended_at timestamptz,
  check (town is null or municipality_code is not null),
  check (welcomed_at is null or name <> ''),
  check (not is_child or (email is null and phone is null))
);
create index persons_in_order on people.persons (sort_key, id);

-- Roles are facts with dates. The same role is never held twice at once.
create table people.roles (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people.persons,
  role text not null check (role in ('resident', 'volunteer', 'coordinator', 'expert', 'tutor', 'guardian', 'donor', 'treasurer', 'administrator')),
  since_on date not null,
  until_on date,
  granted_by uuid references people.persons,
  grant_reason text not null default '' check (char_length(grant_reason) <= 500),
  ended_by uuid references people.persons,
  end_reason text not null default '' check (char_length(end_reason) <= 500),
  check (until_on >= since_on),
  constraint roles_held_once exclude using gist (person_id with =, role with =, daterange(since_on, until_on) with &&)
);
create index roles_by_role on people.roles (role, person_id);

-- 0 not at all, 1 a little, 2 yes, 3 well. How well somebody speaks Japanese is said by the self-check instead.
create table people.languages (
  person_id uuid not null references people.persons,
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  speak smallint not null check (speak between 0 and 3),
  read smallint not null check (read between 0 and 3),
  write smallint not null check (write between 0 and 3),
  phone smallint not null check (phone between 0 and 3),
  primary key (person_id, language)
);
create index languages_by_language on people.languages (language, person_id);

create table people.contact_channels (
  person_id uuid not null references people.persons,
  channel text not null check (channel in ('line', 'wechat', 'whatsapp')),
  address text not null check (char_length(address) between 1 and 100),
  primary key (person_id, channel)
);

create table people.households (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null
);

-- A person is in one household at the most. The relation is to the adult who keeps it (`self`).
create table people.household_members (
  person_id uuid primary key references people.persons,
  household_id uuid not null references people.households,
  relation text not null check (relation in ('self', 'partner', 'child', 'parent', 'sibling', 'other')),
  birth_month date check (extract(day from birth_month) = 1)
);
create index household_members_by_household on people.household_members (household_id);

-- Hours of every week, in Japan's time; weekday 1 is Monday. Half hours, because helpers are found by half hours.
create table people.weekly_availability (
  person_id uuid not null references people.persons,
  weekday smallint not null check (weekday between 1 and 7),
  start_minute smallint not null check (start_minute between 0 and 1410 and start_minute % 30 = 0),
  end_minute smallint not null check (end_minute between 30 and 1440 and end_minute % 30 = 0),
  check (start_minute < end_minute),
  primary key (person_id, weekday, start_minute),
  constraint weekly_hours_once exclude using gist
    (person_id with =, weekday with =, int4range(start_minute, end_minute) with &&)
);

-- One day that differs: time added to the weekly hours or taken away.
create table people.availability_exceptions (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people.persons,
  on_day date not null,
  start_minute smallint not null check (start_minute between 0 and 1410 and start_minute % 30 = 0),
  end_minute smallint not null check (end_minute between 30 and 1440 and end_minute % 30 = 0),
  is_available boolean not null,
  check (start_minute < end_minute)
);
create index availability_exceptions_by_day on people.availability_exceptions (person_id, on_day);

create table people.pauses (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people.persons,
  from_on date not null,
  until_on date,
  check (until_on > from_on),
  constraint pauses_once exclude using gist (person_id with =, daterange(from_on, until_on) with &&)
);

-- What a confirmed counterpart may see beside the name to call and the languages.
create table people.shared_fields (
  person_id uuid not null references people.persons,
  field text not null check (field in ('about', 'kana', 'phone', 'email', 'town', 'channels')),
  primary key (person_id, field)
);

grant usage on schema people to otonari_app;
grant select, insert, update, delete on all tables in schema people to otonari_app;
