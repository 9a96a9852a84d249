-- What the organization says of itself in public: news, its board, its statutes, its annual reports. Nothing that was written is
-- ever changed: each change is a version of its own, and which version everybody reads is said anew each time.
create schema site;

create table site.articles (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('news', 'board', 'statutes', 'report')),
  slug text not null check (slug ~ '^[a-z0-9-]{2,60}$'),
  -- The last version that was written.
  latest integer not null default 0 check (latest >= 0),
  -- The version that everybody reads; nobody reads any while it is null.
  shown integer,
  shown_on date,
  shown_at timestamptz,
  created_at timestamptz not null,
  unique (kind, slug),
  check ((shown is null) = (shown_on is null) and (shown is null) = (shown_at is null)),
  -- There is one board and one text of the statutes.
  check (kind in ('news', 'report') or slug = kind)
);
create index articles_shown on site.articles (kind, shown_on desc, id desc) where shown is not null;
create index articles_begun on site.articles (created_at desc, id desc);

create table site.versions (
  article_id uuid not null references site.articles,
  number integer not null check (number >= 1),
  -- Of which day it is: a piece of news, a decision.
  on_day date not null,
  -- By language: title, text, who made it, and the mark of the Japanese words that it says.
  texts jsonb not null check (jsonb_typeof(texts) = 'object'),
  written_by uuid not null references people.persons,
  written_at timestamptz not null,
  primary key (article_id, number)
);
create index versions_by_writer on site.versions (written_by);
alter table site.articles add constraint articles_show_a_version
  foreign key (id, shown) references site.versions (article_id, number);

create table site.showings (
  id bigint generated always as identity primary key,
  article_id uuid not null references site.articles,
  -- Null: from then on nobody read it.
  number integer,
  shown_by uuid not null references people.persons,
  shown_at timestamptz not null,
  foreign key (article_id, number) references site.versions (article_id, number)
);
create index showings_of_article on site.showings (article_id, id desc);
create index showings_by_person on site.showings (shown_by);

grant usage on schema site to otonari_app;
grant select, insert, update (latest, shown, shown_on, shown_at) on site.articles to otonari_app;
grant select, insert on site.versions, site.showings to otonari_app;
