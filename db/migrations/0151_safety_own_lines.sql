-- Helplines that the organization keeps itself: its own, and what it has changed of those that come with the program.
create table safety.own_lines (
  number text primary key check (number ~ '^[#0-9][0-9-]{1,19}$'),
  -- What it is for, in each language; null where it changes a line that comes with the program, whose words stay.
  title_ja text check (char_length(title_ja) between 1 and 80),
  title_ja_easy text check (char_length(title_ja_easy) between 1 and 160),
  title_en text check (char_length(title_en) between 1 and 80),
  title_zh_hans text check (char_length(title_zh_hans) between 1 and 80),
  urgency text check (urgency in ('soon', 'advice')),
  hours text not null check (hours in ('always', 'every_day', 'weekdays', 'unknown')),
  opens_at text check (opens_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  closes_at text check (closes_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  languages text[] not null,
  is_free boolean not null,
  changed_by uuid not null references people.persons,
  changed_at timestamptz not null,
  check ((title_ja is null) = (urgency is null) and (title_ja is null) = (title_en is null)),
  check ((opens_at is null) = (closes_at is null) and opens_at < closes_at)
);

grant select, insert, update, delete on safety.own_lines to otonari_app;
