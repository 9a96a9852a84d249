-- Cards that failed at the provider's page: by many of them somebody tries out which stolen numbers still work.
create table giving.card_failures (
  -- The provider's name of the charge: it counts once, however often it is looked at.
  charge text primary key check (char_length(charge) between 1 and 200),
  -- The pledge or promise whose page it was.
  reference text check (char_length(reference) between 1 and 60),
  -- A digest of the provider's name for the card; null where it gives none.
  card text check (char_length(card) = 43),
  failed_at timestamptz not null
);
create index card_failures_in_order on giving.card_failures (failed_at);
create index card_failures_of_page on giving.card_failures (reference);
create index card_failures_of_card on giving.card_failures (card, failed_at);

-- Times in which nobody gives by card. One ends when somebody opens again, never by itself.
create table giving.card_rests (
  id uuid primary key default gen_random_uuid(),
  began_at timestamptz not null,
  -- How many cards had failed within the hour.
  failed integer not null check (failed > 0),
  opened_at timestamptz check (opened_at >= began_at),
  opened_by uuid
);
create unique index card_rests_one_at_a_time on giving.card_rests ((true)) where opened_at is null;
create index card_rests_in_order on giving.card_rests (began_at);

grant select, insert, delete on giving.card_failures to otonari_app;
grant select, insert, update on giving.card_rests to otonari_app;
