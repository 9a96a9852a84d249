-- What somebody has promised to give every month, until they stop. Its money is charged by the payment provider, whose
-- subscription follows what stands here.
create type giving.promise_state as enum ('announced', 'active', 'paused', 'card_failed', 'lapsed', 'cancelled');
create type giving.promise_party as enum ('donor', 'treasurer', 'provider', 'house');

create table giving.promises (
  id uuid primary key default gen_random_uuid(),
  donor_id uuid not null references giving.donors,
  campaign_id uuid references giving.campaigns,
  fund_id text not null references giving.funds,
  -- Every month.
  amount_jpy bigint not null check (amount_jpy between 1 and 1000000000000),
  state giving.promise_state not null default 'announced',
  -- Raised by every change.
  version integer not null default 1,
  is_anonymous boolean not null default false,
  -- The provider's name of the subscription: it charges for one promise, whatever tells of it.
  subscription text unique check (char_length(subscription) between 3 and 200),
  announced_at timestamptz not null,
  began_at timestamptz,
  -- The day in Asia/Tokyo on which it goes on by itself.
  paused_until date,
  over_at timestamptz,
  -- The subscription is over at the provider: none charges by it any more.
  subscription_over_at timestamptz,
  -- Since when the provider's subscription does not follow: a job tells it.
  untold_since timestamptz,
  check ((state = 'paused') = (paused_until is not null)),
  check ((state in ('lapsed', 'cancelled')) = (over_at is not null)),
  check (state in ('announced', 'cancelled') or (subscription is not null and began_at is not null)),
  check (untold_since is null or subscription is not null)
);
create index promises_of_donor on giving.promises (donor_id, announced_at desc);
create index promises_in_order on giving.promises (announced_at desc, id desc);
create index promises_by_state on giving.promises (state, announced_at desc, id desc);
create index promises_of_campaign on giving.promises (campaign_id) where campaign_id is not null;
create index promises_of_fund on giving.promises (fund_id);
create index promises_paused on giving.promises (paused_until) where state = 'paused';
create index promises_announced on giving.promises (announced_at) where state = 'announced';
create index promises_untold on giving.promises (untold_since) where untold_since is not null;

-- A promise that is over asks for no other sum, whatever arrives late.
create function giving.guard_promise() returns trigger
language plpgsql
as $$
begin
  if old.state = 'cancelled' and new.amount_jpy <> old.amount_jpy then
    raise exception 'a promise that was stopped is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_promise before update on giving.promises for each row execute function giving.guard_promise();

-- What was done to a promise, by whom, from what to what. None is changed or deleted; why it was done has a term.
create table giving.promise_steps (
  id bigint generated always as identity primary key,
  promise_id uuid not null references giving.promises,
  act text not null check (act ~ '^[a-z_]{2,40}$'),
  party giving.promise_party not null,
  by_person uuid,
  from_state giving.promise_state,
  to_state giving.promise_state not null,
  amount_before bigint,
  amount_after bigint,
  paused_until date,
  -- What is done once in all: the provider's name of a happening, or ours (`months:12`).
  once text check (char_length(once) between 3 and 240),
  reason platform.sealed_text,
  at timestamptz not null,
  check ((amount_before is null) = (amount_after is null))
);
create unique index promise_steps_once on giving.promise_steps (promise_id, once) where once is not null;
create index promise_steps_of_promise on giving.promise_steps (promise_id, id);
alter table giving.promise_steps alter column reason set statistics 0;

-- Which promise a gift keeps.
alter table giving.gifts add column promise_id uuid references giving.promises;
create index gifts_of_promise on giving.gifts (promise_id, given_on) where promise_id is not null;

insert into platform.acts (noun, act, from_state, to_state) values
  ('giving.promise', 'announce', null, 'announced'),
  ('giving.promise', 'begin', 'announced', 'active'),
  ('giving.promise', 'pause', 'active', 'paused'),
  ('giving.promise', 'resume', 'paused', 'active'),
  ('giving.promise', 'fail_card', 'active', 'card_failed'),
  ('giving.promise', 'fail_card', 'card_failed', 'card_failed'),
  ('giving.promise', 'recover', 'card_failed', 'active'),
  ('giving.promise', 'recover', 'lapsed', 'active'),
  ('giving.promise', 'lapse', 'active', 'lapsed'),
  ('giving.promise', 'lapse', 'paused', 'lapsed'),
  ('giving.promise', 'lapse', 'card_failed', 'lapsed'),
  ('giving.promise', 'cancel', 'announced', 'cancelled'),
  ('giving.promise', 'cancel', 'active', 'cancelled'),
  ('giving.promise', 'cancel', 'paused', 'cancelled'),
  ('giving.promise', 'cancel', 'card_failed', 'cancelled'),
  ('giving.promise', 'cancel', 'lapsed', 'cancelled');
create trigger guard_birth before insert on giving.promises for each row
  execute function platform.guard_life('giving.promise', 'a promise');
create trigger guard_life before update of state on giving.promises for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('giving.promise', 'a promise');

grant select, insert, update on giving.promises to otonari_app;
grant select, insert, update (reason) on giving.promise_steps to otonari_app;
