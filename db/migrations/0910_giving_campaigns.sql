-- Campaigns as everybody reads them: one campaign with its figures, its words in four languages, what happened on the way,
-- and who of its givers wishes to be named.

-- ── What a campaign says ────────────────────────────────────────────────────────────────────────────────────────────
-- Whether it can be read whole in every public language: the same tiers and as many uses in each.
create function giving.campaign_is_whole(texts jsonb, tiers bigint[]) returns boolean
language sql immutable
as $$
  select coalesce(bool_and(
    coalesce(char_length(texts -> locale ->> 'title') between 1 and 120, false)
    and coalesce(char_length(texts -> locale ->> 'lead') between 1 and 400, false)
    and coalesce(char_length(texts -> locale ->> 'story') between 1 and 8000, false)
    and coalesce(jsonb_array_length(texts -> locale -> 'uses') between 1 and 20, false)
    and jsonb_array_length(texts -> locale -> 'uses') = jsonb_array_length(texts -> 'ja' -> 'uses')
    and coalesce(jsonb_array_length(texts -> locale -> 'tiers') = cardinality(tiers), false)), false)
  from unnest(array['ja', 'ja-easy', 'en', 'zh-Hans']) as locale
$$;

-- Smallest first, none twice, none below what can be given.
create function giving.are_tiers(tiers bigint[]) returns boolean
language sql immutable
as $$
  select coalesce(bool_and(amount >= 1000 and amount <= 1000000000 and amount > coalesce(before, 0)), true)
  from (select amount, lag(amount) over (order by place) as before
    from unnest(tiers) with ordinality as tier (amount, place)) as each_one
$$;

alter table giving.campaigns
  -- By language: title, lead, story, uses (a list), tiers (a sentence for each amount).
  add column texts jsonb not null default '{}',
  -- Amounts in yen, the same in all languages.
  add column tiers bigint[] not null default '{}' check (giving.are_tiers(tiers)),
  -- Languages whose words a machine made and no reader of them has checked.
  add column machine_made text[] not null default '{}' check (machine_made <@ array['ja', 'ja-easy', 'en', 'zh-Hans']),
  -- When the goal became what it is.
  add column goal_set_at timestamptz,
  add constraint campaigns_published_whole check (published_at is null or giving.campaign_is_whole(texts, tiers));

-- A goal that was public stays to be read: whoever changes it leaves the one before here, with when.
create table giving.former_goals (
  campaign_id uuid not null references giving.campaigns,
  place smallint not null check (place > 0),
  goal_jpy bigint not null,
  goal_supporters integer,
  held_until timestamptz not null,
  primary key (campaign_id, place)
);

create function giving.keep_former_goal() returns trigger
language plpgsql
as $$
begin
  if new.goal_set_at is null or new.goal_set_at < coalesce(old.goal_set_at, old.published_at) then
    raise exception 'a public goal is changed with when' using errcode = 'check_violation', constraint = 'goals_are_told';
  end if;
  insert into giving.former_goals (campaign_id, place, goal_jpy, goal_supporters, held_until)
  select old.id, count(*) + 1, old.goal_jpy, old.goal_supporters, new.goal_set_at
  from giving.former_goals where campaign_id = old.id;
  return null;
end $$;
create trigger former_goals_kept after update on giving.campaigns for each row
  when (old.published_at is not null
    and (old.goal_jpy, old.goal_supporters) is distinct from (new.goal_jpy, new.goal_supporters))
  execute function giving.keep_former_goal();

create function giving.refuse_change_of_goals() returns trigger
language plpgsql
as $$
begin
  raise exception 'a goal that was public is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete on giving.former_goals
  for each row execute function giving.refuse_change_of_goals();

-- ── What happened on the way ────────────────────────────────────────────────────────────────────────────────────────
create table giving.campaign_updates (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references giving.campaigns,
  happened_on date not null,
  -- By language, all of them.
  texts jsonb not null check (texts ?& array['ja', 'ja-easy', 'en', 'zh-Hans']),
  written_at timestamptz not null
);
create index campaign_updates_in_order on giving.campaign_updates (campaign_id, happened_on desc, id);

-- ── Who is thanked by name ──────────────────────────────────────────────────────────────────────────────────────────
create type giving.wall_state as enum ('asked', 'public', 'taken_back', 'hidden');

create table giving.wall_names (
  id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references giving.campaigns,
  donor_id uuid not null references giving.donors,
  -- As its giver wishes to be called.
  name text not null check (char_length(name) <= 200),
  state giving.wall_state not null default 'asked',
  asked_at timestamptz not null,
  -- When the link in the mail to the giver was pressed: no name is public before.
  confirmed_at timestamptz check (confirmed_at >= asked_at),
  over_at timestamptz,
  check (state <> 'public' or confirmed_at is not null),
  check ((state in ('taken_back', 'hidden')) = (over_at is not null))
);
create unique index wall_names_public on giving.wall_names (campaign_id, donor_id) where state = 'public';
create index wall_names_in_order on giving.wall_names (campaign_id, confirmed_at desc, id);
create index wall_names_of_donor on giving.wall_names (donor_id);
create index wall_names_by_age on giving.wall_names (asked_at);

grant select, insert on giving.former_goals to otonari_app;
grant select, insert, update, delete on giving.campaign_updates, giving.wall_names to otonari_app;
