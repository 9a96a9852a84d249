-- Thanks for what came in, and what it did: each gift is thanked for once, each deed is paid for once.

-- ── Thanks ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- By mail; by the treasurer for whoever has no mail address; by nobody: a collecting box, or money that went back at once.
create type giving.thanks_way as enum ('mail', 'by_hand', 'nobody');
create type giving.thanks_means as enum ('post', 'telephone');

-- One row for each gift of which has been heard, whatever becomes of it: none is thanked for twice, none is missing.
create table giving.thanks (
  gift_id uuid primary key references giving.gifts,
  way giving.thanks_way not null,
  heard_at timestamptz not null,
  -- By hand: how, when and by whom.
  means giving.thanks_means,
  thanked_at timestamptz,
  thanked_by uuid,
  check ((means is null) = (thanked_at is null)),
  check (thanked_by is null or means is not null),
  check (way = 'by_hand' or means is null)
);
create index thanks_by_hand on giving.thanks (heard_at desc, gift_id desc) where way = 'by_hand';

grant select, insert, update (means, thanked_at, thanked_by) on giving.thanks to otonari_app;
