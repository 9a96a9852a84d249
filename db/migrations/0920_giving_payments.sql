-- What the payment provider tells us, kept before anything follows from it. A notice says only that something has changed;
-- what, is looked up there.
create type giving.provider_object_kind as enum ('charge', 'subscription', 'checkout', 'payout');

create table giving.provider_events (
  -- The provider's name of the notice: it is kept once, however often it comes.
  id text primary key check (char_length(id) between 1 and 200),
  type text not null check (char_length(type) between 1 and 100),
  kind giving.provider_object_kind not null,
  object_id text not null check (char_length(object_id) between 1 and 200),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  -- When what it tells of stood in our books.
  done_at timestamptz
);
create index provider_events_to_do on giving.provider_events (object_id) where done_at is null;
create index provider_events_by_type on giving.provider_events (type, happened_at desc);
create index provider_events_in_order on giving.provider_events (happened_at);

-- Looks at the provider, in the order in which they began: what an earlier one saw does not replace what a later one did.
create sequence giving.provider_looks;
create table giving.provider_objects (
  id text primary key check (char_length(id) between 1 and 200),
  look bigint not null,
  looked_at timestamptz not null
);

-- What the practice provider of a demonstration remembers; empty wherever real people give.
create table giving.practice_objects (
  id text primary key check (char_length(id) between 1 and 60),
  reference text not null check (char_length(reference) between 1 and 60),
  subscription text references giving.practice_objects on delete cascade,
  channel giving.channel not null check (channel in ('card', 'konbini', 'paypay')),
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  state text not null check (char_length(state) between 1 and 20),
  refunded_jpy bigint not null default 0 check (refunded_jpy between 0 and amount_jpy),
  attempts smallint not null default 0,
  -- Where its page leads when it is paid, and for whoever goes back.
  back_done text,
  back_left text,
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index practice_objects_of_subscription on giving.practice_objects (subscription) where subscription is not null;
create index practice_objects_by_reference on giving.practice_objects (reference);

grant select, insert, update, delete on giving.provider_events, giving.provider_objects, giving.practice_objects to otonari_app;
grant usage on sequence giving.provider_looks to otonari_app;
