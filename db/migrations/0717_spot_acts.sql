-- A request lives by platform.acts like every noun; spot.legal_transitions is read by nobody any more.
insert into platform.acts (noun, act, from_state, to_state) values
  ('spot.request', 'submit', null, 'submitted'),
  ('spot.request', 'ask_back', 'submitted', 'asked_back'),
  ('spot.request', 'answer_back', 'asked_back', 'submitted'),
  ('spot.request', 'open', 'submitted', 'open'),
  ('spot.request', 'open', 'asked_back', 'open'),
  ('spot.request', 'decline', 'submitted', 'declined'),
  ('spot.request', 'decline', 'asked_back', 'declined'),
  ('spot.request', 'decline', 'open', 'declined'),
  ('spot.request', 'decline', 'unfilled', 'declined'),
  ('spot.request', 'redirect', 'submitted', 'redirected'),
  ('spot.request', 'redirect', 'asked_back', 'redirected'),
  ('spot.request', 'redirect', 'open', 'redirected'),
  ('spot.request', 'redirect', 'unfilled', 'redirected'),
  ('spot.request', 'accept', 'open', 'accepted'),
  ('spot.request', 'confirm', 'accepted', 'confirmed'),
  ('spot.request', 'reject', 'accepted', 'open'),
  ('spot.request', 'withdraw', 'accepted', 'open'),
  ('spot.request', 'withdraw', 'confirmed', 'open'),
  ('spot.request', 'release', 'accepted', 'open'),
  ('spot.request', 'release', 'confirmed', 'open'),
  ('spot.request', 'check_in', 'confirmed', 'in_progress'),
  ('spot.request', 'check_out', 'in_progress', 'visited'),
  ('spot.request', 'say_met', 'confirmed', 'visited'),
  ('spot.request', 'say_met', 'in_progress', 'visited'),
  ('spot.request', 'resume', 'visited', 'in_progress'),
  ('spot.request', 'record_no_show', 'confirmed', 'no_show'),
  ('spot.request', 'leave_unfilled', 'open', 'unfilled'),
  ('spot.request', 'reopen', 'unfilled', 'open'),
  ('spot.request', 'reopen', 'no_show', 'open'),
  ('spot.request', 'cancel', 'submitted', 'cancelled'),
  ('spot.request', 'cancel', 'asked_back', 'cancelled'),
  ('spot.request', 'cancel', 'open', 'cancelled'),
  ('spot.request', 'cancel', 'unfilled', 'cancelled'),
  ('spot.request', 'cancel', 'accepted', 'cancelled'),
  ('spot.request', 'cancel', 'confirmed', 'cancelled'),
  ('spot.request', 'cancel', 'in_progress', 'cancelled'),
  ('spot.request', 'cancel', 'no_show', 'cancelled'),
  ('spot.request', 'close', 'visited', 'closed'),
  ('spot.request', 'close', 'no_show', 'closed'),
  ('spot.request', 'lapse', 'accepted', 'closed'),
  ('spot.request', 'lapse', 'confirmed', 'closed'),
  ('spot.request', 'lapse', 'in_progress', 'closed');

-- What is the request's own: its words, and its version, which every change raises.
create or replace function spot.guard_request() returns trigger
language plpgsql
as $$
begin
  -- What somebody said in their own words is theirs: it is forgotten one day, never rewritten.
  if (new.own_words <> old.own_words or new.own_words_locale <> old.own_words_locale)
     and not (new.own_words = '' and new.forgotten_at is not null) then
    raise exception 'the requester''s own words are never replaced' using errcode = 'check_violation';
  end if;
  new.version := old.version + 1;
  return new;
end $$;

drop trigger guard_request on spot.support_requests;
create trigger guard_request before update on spot.support_requests for each row execute function spot.guard_request();
create trigger guard_birth before insert on spot.support_requests for each row
  execute function platform.guard_life('spot.request', 'a request');
create trigger guard_life before update of state on spot.support_requests for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('spot.request', 'a request');
