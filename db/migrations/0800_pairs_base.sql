-- Half-year pairs: who applies, with whom a round pairs them, and what becomes of the two. Persons belong to the module
-- people, approvals of volunteers to trust; here they are ids only.
create schema pairs;

-- ── Applications ────────────────────────────────────────────────────────────────────────────────────────────────────
create type pairs.side as enum ('resident', 'volunteer');
create type pairs.application_state as enum (
  'submitted', 'accepted', 'ready', 'paused', 'declined', 'withdrawn', 'expired', 'ended');

create type pairs.reduction as enum ('full', 'evacuee', 'burden', 'student', 'individual');

create table pairs.applications (
  id uuid primary key default gen_random_uuid(),
  side pairs.side not null,
  -- Whoever applies, and is written to; others of a household stand among the members.
  person_id uuid not null,
  state pairs.application_state not null default 'submitted',
  -- Raised by every change.
  version integer not null default 1,
  submitted_at timestamptz not null,
  -- The coordinator who wrote it down for somebody on the telephone.
  entered_by uuid,
  purposes text[] not null check (purposes <@ array[
    'talk', 'practice_japanese', 'daily_life', 'procedures', 'raise_children', 'friend_for_child', 'culture']),
  -- What else the engine pairs by, and what was answered: `facts.ts`.
  facts platform.sealed_text not null,
  emergency_contact platform.sealed_text,
  -- When they promised what the pledge asks, line by line.
  pledged_at timestamptz,
  -- Which class of fees was granted: never why.
  reduction pairs.reduction not null default 'full',
  decided_at timestamptz,
  decided_by uuid,
  -- What the applicant is told about why not.
  outcome_words platform.sealed_text,
  -- Since when it waits in the pool; anew after a pair.
  ready_at timestamptz,
  paused_at timestamptz,
  -- Whole days of earlier pauses, since it is ready.
  paused_days integer not null default 0 check (paused_days >= 0),
  -- Proposals that came to nothing through no choice of theirs.
  fallen_through smallint not null default 0 check (fallen_through >= 0),
  -- How hard waiting is, as a coordinator judged it: 0 as for most, 3 hardest.
  need smallint not null default 0 check (need between 0 and 3),
  -- When they last did anything themselves, and since when they are asked whether they still wish to.
  heard_at timestamptz not null,
  asked_whether_at timestamptz,
  ended_at timestamptz,
  forgotten_at timestamptz
);
create index applications_in_order on pairs.applications (side, state, submitted_at, id);
create index applications_of_person on pairs.applications (person_id, submitted_at desc);
alter table pairs.applications
  alter column facts set statistics 0, alter column emergency_contact set statistics 0,
  alter column outcome_words set statistics 0;

-- Everybody whom an application is about, its applicant too. Nobody applies twice at once, alone or within a household.
create table pairs.members (
  application_id uuid not null references pairs.applications on delete cascade,
  person_id uuid not null,
  is_current boolean not null default true,
  primary key (application_id, person_id)
);
create unique index members_once on pairs.members (person_id) where is_current;

-- How many an application can be in at once: proposals and pairs of a volunteer; of a resident, proposals to choose from.
create table pairs.places (
  application_id uuid not null references pairs.applications on delete cascade,
  place smallint not null check (place between 1 and 3),
  primary key (application_id, place)
);

create function pairs.guard_application() returns trigger
language plpgsql
as $$
begin
  -- That a proposal came to nothing is nothing that its applicant did: they may not even know of it.
  if to_jsonb(new) - 'fallen_through' <> to_jsonb(old) - 'fallen_through' then
    new.version := old.version + 1;
  end if;
  update pairs.members set is_current = new.state in ('submitted', 'accepted', 'ready', 'paused')
    where application_id = new.id and is_current <> (new.state in ('submitted', 'accepted', 'ready', 'paused'));
  return new;
end $$;
create trigger guard_application before update on pairs.applications
  for each row execute function pairs.guard_application();

-- ── Pairs ───────────────────────────────────────────────────────────────────────────────────────────────────────────
create type pairs.pair_state as enum (
  'proposed', 'offered', 'introduction', 'active', 'paused', 'fell_through', 'completed', 'ended');
create type pairs.ending as enum ('planned', 'told', 'faded');

create table pairs.pairs (
  id uuid primary key default gen_random_uuid(),
  volunteer_application_id uuid not null references pairs.applications,
  resident_application_id uuid not null references pairs.applications,
  state pairs.pair_state not null default 'proposed',
  version integer not null default 1,
  -- The coordinator in whose care it is.
  coordinator_id uuid not null,
  round_id uuid,
  proposed_at timestamptz not null,
  -- Why these two: the engine's codes, and the coordinator's own words.
  reasons platform.sealed_text not null,
  fit smallint not null check (fit between 0 and 1000),
  -- Until when whoever is asked now may answer.
  answer_by timestamptz,
  -- Who wished for it after the introduction.
  volunteer_yes_at timestamptz,
  resident_yes_at timestamptz,
  started_on date,
  -- Six calendar months later, in Asia/Tokyo: the first day that is no longer of the pair.
  ends_on date check (ends_on > started_on),
  paused_on date,
  over_at timestamptz,
  ending pairs.ending,
  forgotten_at timestamptz,
  constraint pairs_are_of_two check (volunteer_application_id <> resident_application_id),
  constraint pairs_active_have_days check (
    state not in ('active', 'paused', 'completed', 'ended') or (started_on is not null and ends_on is not null)),
  constraint pairs_ended_say_how check ((ending is not null) = (state in ('completed', 'ended')))
);
-- A resident chooses among proposals; in a pair they are once.
create unique index pairs_of_resident_once on pairs.pairs (resident_application_id) where state in ('active', 'paused');
create index pairs_in_order on pairs.pairs (state, proposed_at, id);
create index pairs_of_resident on pairs.pairs (resident_application_id, proposed_at desc);
create index pairs_of_volunteer on pairs.pairs (volunteer_application_id, proposed_at desc);
alter table pairs.pairs alter column reasons set statistics 0;

-- Who holds which place by which pair, from the proposal on: nobody is in more than they said.
create table pairs.held_places (
  application_id uuid not null,
  place smallint not null,
  pair_id uuid not null references pairs.pairs on delete cascade,
  primary key (application_id, place),
  unique (pair_id, application_id),
  foreign key (application_id, place) references pairs.places
);

create function pairs.guard_pair() returns trigger
language plpgsql
as $$
begin
  new.version := old.version + 1;
  if new.state in ('fell_through', 'completed', 'ended') then
    delete from pairs.held_places where pair_id = new.id;
  end if;
  return new;
end $$;
create trigger guard_pair before update on pairs.pairs for each row execute function pairs.guard_pair();

-- A pair is seen by both of its applications from its first moment on.
create function pairs.check_places() returns trigger
language plpgsql
as $$
begin
  if (select state not in ('fell_through', 'completed', 'ended') from pairs.pairs where id = new.id)
     and (select count(*) from pairs.held_places where pair_id = new.id) <> 2 then
    raise exception 'a pair holds a place of both sides' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger pairs_hold_places after insert or update on pairs.pairs
  deferrable initially deferred for each row execute function pairs.check_places();

-- What was done to an application or a pair, by whom and when; `reason` is for staff alone.
create table pairs.steps (
  id bigint generated always as identity primary key,
  application_id uuid references pairs.applications on delete cascade,
  pair_id uuid references pairs.pairs on delete cascade,
  act text not null,
  by_person uuid,
  reason platform.sealed_text,
  at timestamptz not null,
  check ((application_id is null) <> (pair_id is null))
);
create index steps_of_application on pairs.steps (application_id, id) where application_id is not null;
create index steps_of_pair on pairs.steps (pair_id, id) where pair_id is not null;
alter table pairs.steps alter column reason set statistics 0;

grant usage on schema pairs to otonari_app;
grant select, insert, update, delete on
  pairs.applications, pairs.members, pairs.places, pairs.pairs, pairs.held_places to otonari_app;
grant select, insert, update, delete on pairs.steps to otonari_app;

insert into platform.acts (noun, act, from_state, to_state) values
  ('pairs.application', 'apply', null, 'submitted'),
  ('pairs.application', 'accept', 'submitted', 'accepted'),
  ('pairs.application', 'decline', 'submitted', 'declined'),
  ('pairs.application', 'make_ready', 'accepted', 'ready'),
  ('pairs.application', 'pause', 'ready', 'paused'),
  ('pairs.application', 'resume', 'paused', 'ready'),
  ('pairs.application', 'expire', 'ready', 'expired'),
  ('pairs.application', 'expire', 'paused', 'expired'),
  ('pairs.application', 'withdraw', 'submitted', 'withdrawn'),
  ('pairs.application', 'withdraw', 'accepted', 'withdrawn'),
  ('pairs.application', 'withdraw', 'ready', 'withdrawn'),
  ('pairs.application', 'withdraw', 'paused', 'withdrawn'),
  ('pairs.application', 'end', 'ready', 'ended'),
  ('pairs.application', 'end', 'paused', 'ended'),
  ('pairs.pair', 'propose', null, 'proposed'),
  ('pairs.pair', 'volunteer_accepts', 'proposed', 'offered'),
  ('pairs.pair', 'resident_accepts', 'offered', 'introduction'),
  ('pairs.pair', 'decline', 'proposed', 'fell_through'),
  ('pairs.pair', 'decline', 'offered', 'fell_through'),
  ('pairs.pair', 'decline', 'introduction', 'fell_through'),
  ('pairs.pair', 'lapse', 'proposed', 'fell_through'),
  ('pairs.pair', 'lapse', 'offered', 'fell_through'),
  ('pairs.pair', 'lapse', 'introduction', 'fell_through'),
  ('pairs.pair', 'begin', 'introduction', 'active'),
  ('pairs.pair', 'pause', 'active', 'paused'),
  ('pairs.pair', 'resume', 'paused', 'active'),
  ('pairs.pair', 'end', 'active', 'ended'),
  ('pairs.pair', 'end', 'paused', 'ended'),
  ('pairs.pair', 'complete', 'active', 'completed');

create trigger guard_birth before insert on pairs.applications for each row
  execute function platform.guard_life('pairs.application', 'an application');
create trigger guard_life before update of state on pairs.applications for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('pairs.application', 'an application');
create trigger guard_birth before insert on pairs.pairs for each row
  execute function platform.guard_life('pairs.pair', 'a pair');
create trigger guard_life before update of state on pairs.pairs for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('pairs.pair', 'a pair');

-- ── Applying: terms, signatures, consents, interviews, fees ─────────────────────────────────────────────────────────
-- What each side signs. A version never changes: another text is another version.
create table pairs.terms (
  side pairs.side not null,
  version smallint not null check (version > 0),
  -- By language, in paragraphs.
  texts jsonb not null check (texts ?& array['ja', 'ja-easy', 'en', 'zh-Hans']),
  valid_from timestamptz not null,
  made_by uuid,
  primary key (side, version)
);
create table pairs.signatures (
  application_id uuid not null references pairs.applications on delete cascade,
  side pairs.side not null,
  version smallint not null,
  -- In which language they read it.
  locale text not null,
  signed_at timestamptz not null,
  -- The coordinator who read it to them on the telephone, or holds it on paper.
  recorded_by uuid,
  primary key (application_id, version),
  foreign key (side, version) references pairs.terms
);
create index signatures_of_terms on pairs.signatures (side, version);

-- What somebody lets us do beyond the pair itself; a consent that is taken back stays as what it was.
create table pairs.consents (
  id bigint generated always as identity primary key,
  application_id uuid not null references pairs.applications on delete cascade,
  kind text not null check (kind in (
    'profile_about', 'profile_town', 'profile_household', 'profile_interests', 'profile_hours',
    'research', 'newsletter', 'stories')),
  given_at timestamptz not null,
  taken_back_at timestamptz check (taken_back_at >= given_at)
);
create unique index consents_once on pairs.consents (application_id, kind) where taken_back_at is null;

create type pairs.interview_outcome as enum ('fits', 'again', 'does_not_fit', 'missed');
create table pairs.interviews (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null references pairs.applications on delete cascade,
  host_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null check (place in ('online', 'place')),
  where_words platform.sealed_text not null,
  -- The same for all times that took each other's place, and which of them it is.
  series_id uuid not null,
  sequence smallint not null default 0,
  cancelled_at timestamptz,
  outcome pairs.interview_outcome,
  outcome_by uuid,
  outcome_at timestamptz,
  -- Answers to the guide, with its version.
  notes platform.sealed_text
);
create unique index interviews_one_ahead on pairs.interviews (application_id)
  where outcome is null and cancelled_at is null;
create index interviews_of_application on pairs.interviews (application_id, starts_at desc);
alter table pairs.interviews
  alter column where_words set statistics 0, alter column notes set statistics 0;

create type pairs.fee_kind as enum ('registration', 'membership');
create type pairs.fee_state as enum ('due', 'paid', 'waived');
create table pairs.fees (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null references pairs.applications on delete cascade,
  kind pairs.fee_kind not null,
  pair_id uuid references pairs.pairs,
  full_jpy integer not null check (full_jpy >= 0),
  amount_jpy integer not null check (amount_jpy between 0 and full_jpy),
  state pairs.fee_state not null default 'due',
  due_at timestamptz not null,
  -- Paid on this day, or waived.
  settled_on date,
  settled_by uuid,
  constraint fees_of_membership_have_a_pair check ((kind = 'membership') = (pair_id is not null)),
  constraint fees_settled_have_a_day check ((state = 'due') = (settled_on is null))
);
create index fees_of_pair on pairs.fees (pair_id) where pair_id is not null;
create unique index fees_registration_once on pairs.fees (application_id) where kind = 'registration';
create unique index fees_membership_once on pairs.fees (application_id, pair_id) where kind = 'membership';

-- Drafts in the spirit of what the reference organization has published, until an administrator writes its own terms.
insert into pairs.terms (side, version, texts, valid_from) values
  ('resident', 1, $terms${
  "ja": "この規約は草案です。団体が自分の規約に差し替えます。\n\n1. 近くに住むボランティア（おとなりさん）と住民が、一対一または家族どうしで、6か月間会います。目安は週に2時間で、対面でも、オンラインでも、メッセージでもかまいません。\n\n2. 参加できるのは、活動する地域かその近くに住み、互いに信頼できる隣人、友人でありたいと思い、この規約を守る人です。\n\n3. ボランティアは、話し相手になり、日本語の練習や暮らしのことを手伝います。専門家ではありません。通訳、契約、手続きの代行、治療、法律の判断はしません。急ぐときは119番や110番に電話してください。\n\n4. 双方がしてはいけないこと：法律に反すること。商品、宗教、政治の勧誘。恋愛や結婚相手探し、性的な関係。相手に損や不平等、心や体の負担をかけること。お金の貸し借り。\n\n5. 費用は費用のページのとおりです。登録費は参加が決まったときに一度、会費はペアが決まったときにお願いします。交通費や食事代は、それぞれが自分の分を払います。\n\n6. コーディネーターが相手を紹介し、6か月のあいだ見守ります。月に一度、短い質問に答えてください。困ったこと、いやなこと、心配なことがあれば、すぐに知らせてください。\n\n7. 相手から聞いたことは、ほかの人に話しません。連絡先を交換するのは、二人ともよいと思ったときだけです。私たちが何をいつまで保存するかは、プライバシーのページにあります。\n\n8. ペアは6か月で終わります。その前にも、理由を言わずに終えることができます。規約を守らない人には、参加をやめてもらうことがあります。\n\n9. 規約を変えるときは、前のものと並べてお見せし、もう一度署名をお願いします。",
  "ja-easy": "これは 下書《したが》きです。 団体《だんたい》が 自分《じぶん》の 文《ぶん》に 変《か》えます。\n\n1. 近《ちか》くの ボランティアと 住民《じゅうみん》が 6か月《げつ》の 間《あいだ》 会《あ》います。 家族《かぞく》でも いいです。 1週間《しゅうかん》に 2時間《じかん》ぐらいです。 会《あ》う、 インターネット、 メッセージの どれでも いいです。\n\n2. この 町《まち》か 近《ちか》くに 住《す》んで いる 人《ひと》が できます。 相手《あいて》を 大切《たいせつ》に して ください。 この 約束《やくそく》を 守《まも》って ください。\n\n3. ボランティアは 話《はな》します。 日本語《にほんご》の 練習《れんしゅう》や 生活《せいかつ》の ことを 手伝《てつだ》います。 お医者《いしゃ》さんや 弁護士《べんごし》では ありません。 通訳《つうやく》や 手続《てつづ》きの 代《か》わりは しません。 急《いそ》ぐ ときは 119か 110に 電話《でんわ》して ください。\n\n4. 二人《ふたり》が しては いけない ことです。 法律《ほうりつ》を 守《まも》らない こと。 物《もの》を 売《う》る こと。 宗教《しゅうきょう》や 政治《せいじ》に 誘《さそ》う こと。 恋人《こいびと》や 結婚《けっこん》する 人《ひと》を 探《さが》す こと。 性的《せいてき》な 関係《かんけい》。 相手《あいて》が 困《こま》る こと。 お金《かね》を 貸《か》す こと、 借《か》りる こと。\n\n5. お金《かね》は お金《かね》の ページを 見《み》て ください。 登録《とうろく》の お金《かね》は 1回《かい》だけです。 会費《かいひ》は ペアが 決《き》まった ときに 払《はら》います。 電車《でんしゃ》や 食事《しょくじ》の お金《かね》は、 自分《じぶん》で 払《はら》います。\n\n6. コーディネーターが 相手《あいて》を 紹介《しょうかい》します。 月《つき》に 1回《かい》、 短《みじか》い 質問《しつもん》に 答《こた》えて ください。 困《こま》った ときは、 すぐ 教《おし》えて ください。\n\n7. 相手《あいて》から 聞《き》いた ことを ほかの 人《ひと》に 話《はな》しません。 二人《ふたり》が いい ときだけ、 電話《でんわ》番号《ばんごう》などを 教《おし》えます。 何《なに》を いつまで 残《のこ》すかは、 プライバシーの ページに あります。\n\n8. ペアは 6か月《げつ》で 終《お》わります。 その 前《まえ》に やめても いいです。 理由《りゆう》は 言《い》わなくて いいです。 約束《やくそく》を 守《まも》らない 人《ひと》は、 やめて もらう ことが あります。\n\n9. 文《ぶん》が 変《か》わる ときは、 前《まえ》の 文《ぶん》と いっしょに 見《み》せます。 もう一度《いちど》 サインして ください。",
  "en": "This is a draft. The organization replaces it with its own terms.\n\n1. A volunteer and a resident who live near each other, or their families, meet for six months: about two hours a week, in person, online or by message.\n\n2. You can take part if you live in our area or near it, wish to be a good and trusted neighbor and friend to each other, and keep these terms.\n\n3. The volunteer keeps you company, and helps with practicing Japanese and with daily life. Volunteers are no professionals: they don’t interpret officially, sign, act for you, treat you or judge the law. In an emergency call 119 or 110.\n\n4. Neither side may break the law; try to sell anything or win anybody for a religion or a party; look for a date, a marriage or a sexual relation; do what disadvantages the other, treats them as less, or burdens their body or mind; lend or borrow money.\n\n5. Fees are those on the page about fees: registration once, when you are accepted, and membership when your pair stands. Each side pays for its own travel and food.\n\n6. A coordinator introduces you and is there for the six months. Please answer a few short questions once a month, and tell us at once about anything that is difficult, unwelcome or worrying.\n\n7. What the other tells you, you keep to yourself. You exchange telephone numbers or addresses only if both of you wish to. What we keep and for how long stands on the page about privacy.\n\n8. A pair ends after six months. You can end it before, without saying why. Whoever doesn’t keep these terms may have to leave.\n\n9. When the terms change, we show you the old ones beside the new ones, and ask you to sign again.",
  "zh-Hans": "本规约为草案，将由组织替换为正式规约。\n\n1. 住在附近的志愿者与居民一对一，或以家庭为单位，相约六个月。每周约2小时，可以面对面、在线或发消息。\n\n2. 居住在活动地区或附近，愿意互为值得信赖的邻居和朋友，并遵守本规约的人可以参加。\n\n3. 志愿者陪您聊天，协助您练习日语、了解日常生活。志愿者不是专业人员，不提供正式口译，不代签合同、不代办手续，不提供医疗或法律判断。紧急情况请拨打119或110。\n\n4. 双方均不得：违反法律；推销商品，进行宗教或政治劝诱；以恋爱、征婚或性关系为目的；使对方受损、受到不平等对待或给对方身心造成负担；借贷金钱。\n\n5. 费用以费用页面为准：登记费在通过申请时收取一次，会费在配对成立时收取。交通费和餐费各自承担。\n\n6. 协调员负责介绍，并在六个月内提供支持。请每月回答一次简短的问题。如有困难、不快或担心的事，请立即告知我们。\n\n7. 从对方那里听到的事不向他人透露。只有双方都愿意时才交换联系方式。我们保存哪些信息、保存多久，请见隐私页面。\n\n8. 配对在六个月后结束。您也可以提前结束，无需说明理由。不遵守规约的人可能会被要求退出。\n\n9. 规约变更时，我们会将新旧版本对照显示，并请您重新签署。"
}$terms$, '2000-01-01T00:00:00+09:00'),
  ('volunteer', 1, $terms${
  "ja": "この規約は草案です。団体が自分の規約に差し替えます。\n\n1. ボランティア（おとなりさん）と近くに住む住民が、一対一または家族どうしで、6か月間会います。目安は週に2時間で、対面でも、オンラインでも、メッセージでもかまいません。\n\n2. ボランティアになれるのは、活動する地域かその近くに住み、人を支え、知り合い、よい隣人、友人でありたいと思い、この規約を守る人です。面談と研修を受けてください。\n\n3. すること：暮らしや文化や地域のことを伝える。日本語の練習相手、話し相手になる。いっしょに楽しく過ごす。友人として支える。しないこと：通訳や手続きの代行、契約や署名、治療、法律の判断、子どもと二人きりになること、緊急の対応。困ったときはコーディネーターに渡してください。\n\n4. 双方がしてはいけないこと：法律に反すること。商品、宗教、政治の勧誘。恋愛や結婚相手探し、性的な関係。相手に損や不平等、心や体の負担をかけること。お金の貸し借り。\n\n5. 活動に報酬はありません。費用は費用のページのとおりです。交通費や食事代は、それぞれが自分の分を払います。\n\n6. 月に一度、活動のようすを短い質問で知らせてください。研修と共有会に参加してください。心配なことがあれば、その日のうちにコーディネーターに知らせてください。\n\n7. 相手から聞いたことは、ほかの人に話しません。写真や話を載せるときは、先に相手の同意を得ます。連絡先を交換するのは、二人ともよいと思ったときだけです。\n\n8. ペアは6か月で終わります。その前にも、理由を言わずに終えることができます。続けられなくなったら、早めに知らせてください。規約を守らない人には、活動をやめてもらうことがあります。\n\n9. 規約を変えるときは、前のものと並べてお見せし、もう一度署名をお願いします。",
  "ja-easy": "これは 下書《したが》きです。 団体《だんたい》が 自分《じぶん》の 文《ぶん》に 変《か》えます。\n\n1. ボランティアと 近《ちか》くの 住民《じゅうみん》が 6か月《げつ》の 間《あいだ》 会《あ》います。 家族《かぞく》でも いいです。 1週間《しゅうかん》に 2時間《じかん》ぐらいです。 会《あ》う、 インターネット、 メッセージの どれでも いいです。\n\n2. この 町《まち》か 近《ちか》くに 住《す》んで いる 人《ひと》が できます。 相手《あいて》を 大切《たいせつ》に して ください。 この 約束《やくそく》を 守《まも》って ください。 コーディネーターと 話《はな》して、 研修《けんしゅう》に 出《で》て ください。\n\n3. する ことです。 生活《せいかつ》や 文化《ぶんか》を 教《おし》える。 日本語《にほんご》の 練習《れんしゅう》を 手伝《てつだ》う。 話《はな》す。 いっしょに 楽《たの》しむ。 しない ことです。 通訳《つうやく》や 手続《てつづ》きの 代《か》わり。 サイン。 病気《びょうき》や 法律《ほうりつ》を 決《き》める こと。 子《こ》どもと 二人《ふたり》だけに なる こと。 困《こま》った ときは コーディネーターに 言《い》って ください。\n\n4. 二人《ふたり》が しては いけない ことです。 法律《ほうりつ》を 守《まも》らない こと。 物《もの》を 売《う》る こと。 宗教《しゅうきょう》や 政治《せいじ》に 誘《さそ》う こと。 恋人《こいびと》や 結婚《けっこん》する 人《ひと》を 探《さが》す こと。 性的《せいてき》な 関係《かんけい》。 相手《あいて》が 困《こま》る こと。 お金《かね》を 貸《か》す こと、 借《か》りる こと。\n\n5. お金《かね》は もらいません。 払《はら》う お金《かね》は、 お金《かね》の ページを 見《み》て ください。 電車《でんしゃ》や 食事《しょくじ》の お金《かね》は、 自分《じぶん》で 払《はら》います。\n\n6. 月《つき》に 1回《かい》、 短《みじか》い 質問《しつもん》に 答《こた》えて ください。 研修《けんしゅう》や 集《あつ》まりに 来《き》て ください。 心配《しんぱい》な ときは、 その 日《ひ》に コーディネーターに 言《い》って ください。\n\n7. 相手《あいて》から 聞《き》いた ことを ほかの 人《ひと》に 話《はな》しません。 写真《しゃしん》や 話《はなし》を 載《の》せる ときは、 先《さき》に 聞《き》きます。 二人《ふたり》が いい ときだけ、 電話《でんわ》番号《ばんごう》などを 教《おし》えます。\n\n8. ペアは 6か月《げつ》で 終《お》わります。 その 前《まえ》に やめても いいです。 理由《りゆう》は 言《い》わなくて いいです。 できなく なったら、 早《はや》く 教《おし》えて ください。 約束《やくそく》を 守《まも》らない 人《ひと》は、 やめて もらう ことが あります。\n\n9. 文《ぶん》が 変《か》わる ときは、 前《まえ》の 文《ぶん》と いっしょに 見《み》せます。 もう一度《いちど》 サインして ください。",
  "en": "This is a draft. The organization replaces it with its own terms.\n\n1. A volunteer and a resident who live near each other, or their families, meet for six months: about two hours a week, in person, online or by message.\n\n2. You can be a volunteer if you live in our area or near it, wish to support and get to know somebody as a good neighbor and friend, and keep these terms. Please come to an interview and to the training.\n\n3. What you do: tell about life, culture and the neighborhood, help to practice Japanese, talk, have a good time together, be a friend. What you don’t do: interpret officially or act for them, sign, treat, judge the law, be alone with a child, handle emergencies. When something is too much, hand it to a coordinator.\n\n4. Neither side may break the law; try to sell anything or win anybody for a religion or a party; look for a date, a marriage or a sexual relation; do what disadvantages the other, treats them as less, or burdens their body or mind; lend or borrow money.\n\n5. You are not paid. Fees are those on the page about fees. Each side pays for its own travel and food.\n\n6. Please tell us once a month in a few short questions how it goes, and come to trainings and sharing meetings. Tell a coordinator on the same day when something worries you.\n\n7. What the other tells you, you keep to yourself. Before you publish a photo or a story, you ask. You exchange telephone numbers or addresses only if both of you wish to.\n\n8. A pair ends after six months. You can end it before, without saying why; if you can’t go on, please tell us early. Whoever doesn’t keep these terms may have to leave.\n\n9. When the terms change, we show you the old ones beside the new ones, and ask you to sign again.",
  "zh-Hans": "本规约为草案，将由组织替换为正式规约。\n\n1. 志愿者与住在附近的居民一对一，或以家庭为单位，相约六个月。每周约2小时，可以面对面、在线或发消息。\n\n2. 居住在活动地区或附近，愿意支持他人、与人相识，做好邻居、好朋友，并遵守本规约的人可以成为志愿者。请参加面谈和培训。\n\n3. 做什么：介绍生活、文化和社区，陪练日语，聊天，一起愉快地度过时光，以朋友身份给予支持。不做什么：正式口译或代办手续，代签合同，医疗或法律判断，与儿童单独相处，处理紧急情况。力所不及时请交给协调员。\n\n4. 双方均不得：违反法律；推销商品，进行宗教或政治劝诱；以恋爱、征婚或性关系为目的；使对方受损、受到不平等对待或给对方身心造成负担；借贷金钱。\n\n5. 活动没有报酬。费用以费用页面为准。交通费和餐费各自承担。\n\n6. 请每月通过简短的问题告知活动情况，并参加培训和分享会。如有担心的事，请在当天告知协调员。\n\n7. 从对方那里听到的事不向他人透露。发布照片或故事前须征得对方同意。只有双方都愿意时才交换联系方式。\n\n8. 配对在六个月后结束。您也可以提前结束，无需说明理由；如无法继续，请尽早告知。不遵守规约的人可能会被要求退出。\n\n9. 规约变更时，我们会将新旧版本对照显示，并请您重新签署。"
}$terms$, '2000-01-01T00:00:00+09:00');

grant select, insert on pairs.terms to otonari_app;
grant select, insert, update, delete on
  pairs.signatures, pairs.consents, pairs.interviews, pairs.fees to otonari_app;

-- ── Pool and rounds ─────────────────────────────────────────────────────────────────────────────────────────────────
create type pairs.round_state as enum ('draft', 'solved', 'published', 'discarded');

-- One look at everybody who waits, and whom it proposes to whom, until coordinators have published it.
create table pairs.rounds (
  id uuid primary key default gen_random_uuid(),
  state pairs.round_state not null default 'draft',
  -- Raised by whatever changes what a coordinator looks at.
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  -- The day up to which waiting is counted.
  held_on date not null,
  -- A municipality whose residents it is for; null for all.
  area text,
  weights_version text not null,
  -- Everybody in it as they were when it was solved, and what the engine says of them.
  input platform.sealed_text,
  result platform.sealed_text,
  solved_at timestamptz,
  -- The solving that was asked for and is not over, for whom, and how far it has got.
  solving_id uuid,
  solving_for uuid,
  solving_share real not null default 0 check (solving_share between 0 and 1),
  over_at timestamptz,
  forgotten_at timestamptz,
  constraint rounds_over_say_when check ((over_at is not null) = (state in ('published', 'discarded'))),
  constraint rounds_over_are_not_solved check (over_at is null or solving_id is null)
);
create index rounds_in_order on pairs.rounds (created_at desc, id desc);
alter table pairs.rounds alter column input set statistics 0, alter column result set statistics 0;
alter table pairs.pairs add foreign key (round_id) references pairs.rounds;
create index pairs_of_round on pairs.pairs (round_id) where round_id is not null;

create type pairs.decision as enum ('pin', 'ban');

-- Two whom a coordinator wants to see together, or not at all.
create table pairs.round_decisions (
  round_id uuid not null references pairs.rounds on delete cascade,
  resident_application_id uuid not null references pairs.applications on delete cascade,
  volunteer_application_id uuid not null references pairs.applications on delete cascade,
  kind pairs.decision not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (round_id, resident_application_id, volunteer_application_id)
);
create index round_decisions_of_resident on pairs.round_decisions (resident_application_id);
create index round_decisions_of_volunteer on pairs.round_decisions (volunteer_application_id);
create unique index round_pins_once on pairs.round_decisions (round_id, resident_application_id) where kind = 'pin';

-- Waits that ended with a pair, by what people are alike in: what others are told of how long it takes.
create table pairs.waits (
  pair_id uuid not null references pairs.pairs on delete cascade,
  application_id uuid not null references pairs.applications on delete cascade,
  side pairs.side not null,
  area text,
  language text,
  days integer not null check (days >= 0),
  ended_at timestamptz not null,
  primary key (pair_id, application_id)
);
create index waits_of_application on pairs.waits (application_id);
create index waits_in_order on pairs.waits (side, ended_at desc);

-- What was done to a round, by whom and about which two.
create table pairs.round_steps (
  id bigint generated always as identity primary key,
  round_id uuid not null references pairs.rounds on delete cascade,
  act text not null,
  by_person uuid,
  resident_application_id uuid,
  volunteer_application_id uuid,
  at timestamptz not null
);
create index round_steps_of_round on pairs.round_steps (round_id, id);

create trigger guard_birth before insert on pairs.rounds for each row
  execute function platform.guard_life('pairs.round', 'a round');
create trigger guard_life before update of state on pairs.rounds for each row
  when (old.state is distinct from new.state) execute function platform.guard_life('pairs.round', 'a round');

insert into platform.acts (noun, act, from_state, to_state) values
  ('pairs.round', 'begin', null, 'draft'),
  ('pairs.round', 'settle', 'draft', 'solved'),
  ('pairs.round', 'settle', 'solved', 'solved'),
  ('pairs.round', 'publish', 'solved', 'published'),
  ('pairs.round', 'discard', 'draft', 'discarded'),
  ('pairs.round', 'discard', 'solved', 'discarded');

grant select, insert, update, delete on
  pairs.rounds, pairs.round_decisions, pairs.round_steps, pairs.waits to otonari_app;

-- ── From the proposal to the pair: expectations, introductions ──────────────────────────────────────────────────────
alter table pairs.pairs
  -- When the resident was asked too; until then they know nothing of it.
  add column offered_at timestamptz,
  -- Since when the two cannot write to each other, because one of them wished so.
  add column writing_stopped_at timestamptz,
  -- Until when the coordinator to whom it was handed over looks at it.
  add column look_again_on date,
  add constraint pairs_past_their_proposal_were_offered
    check (state in ('proposed', 'fell_through') or offered_at is not null);
create unique index pairs_of_two_once on pairs.pairs (volunteer_application_id, resident_application_id)
  where state in ('proposed', 'offered', 'introduction', 'active', 'paused');
create index pairs_to_answer on pairs.pairs (answer_by) where answer_by is not null;

-- What each side expects, in six lines; the other reads it once both have written theirs.
create table pairs.expectations (
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  given platform.sealed_text not null,
  given_at timestamptz not null,
  primary key (pair_id, side)
);

-- When the two meet for the first time, with a coordinator.
create table pairs.introductions (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null unique references pairs.pairs on delete cascade,
  host_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null check (place in ('online', 'place')),
  where_words platform.sealed_text,
  -- Of the calendar entry: higher with every change.
  sequence integer not null default 0,
  set_by uuid,
  set_at timestamptz not null,
  called_off_at timestamptz
);
create index introductions_in_order on pairs.introductions (starts_at) where called_off_at is null;

-- By which of their ways a side lets the other reach them; the addresses stand in their profile.
create table pairs.given_contacts (
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  channels text[] not null,
  given_at timestamptz not null,
  primary key (pair_id, side)
);
alter table pairs.expectations alter column given set statistics 0;
alter table pairs.introductions alter column where_words set statistics 0;
grant select, insert, update, delete on
  pairs.expectations, pairs.introductions, pairs.given_contacts to otonari_app;

-- ── Six months, and their end ───────────────────────────────────────────────────────────────────────────────────────
-- That two met or talked, as either of them wrote it down; `month` is that of their time together, pauses left out.
create type pairs.activity_kind as enum ('met', 'online', 'talked');
create table pairs.activities (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  author_id uuid not null,
  kind pairs.activity_kind not null,
  happened_on date not null,
  month smallint not null check (month between 1 and 6),
  minutes smallint check (minutes between 1 and 1440),
  written_at timestamptz not null,
  unique (pair_id, happened_on, kind, author_id)
);

-- How it is for one side, asked at the end of a month; neither side reads the other's.
create table pairs.check_ins (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  month smallint not null check (month between 1 and 5),
  -- With a question more, because it went less well for this side before.
  is_deeper boolean not null,
  asked_at timestamptz not null,
  -- From then on it counts as missed; it may be answered all the same.
  answer_by timestamptz not null,
  answered_at timestamptz,
  answers platform.sealed_text,
  unique (pair_id, month, side)
);
create index check_ins_of_person on pairs.check_ins (person_id, asked_at desc);
alter table pairs.check_ins alter column answers set statistics 0;

create type pairs.alarm_kind as enum (
  'disagreement', 'no_first_contact', 'check_ins_missed', 'low_feeling', 'asked_for_money', 'solicited', 'unsafe',
  'wants_coordinator', 'gone_quiet');
-- What a coordinator has to look at; opened once for each cause, closed with words.
create table pairs.alarms (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  kind pairs.alarm_kind not null,
  -- Which month and side, or which day it is from: the same is never opened twice.
  cause text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  words platform.sealed_text,
  unique (pair_id, kind, cause),
  constraint alarms_are_closed_with_words check ((closed_at is null) = (closed_by is null))
);
create index alarms_open on pairs.alarms (opened_at, id) where closed_at is null;
alter table pairs.alarms alter column words set statistics 0;

-- How lonely somebody is, in the government's wording, before and 3, 6 and 12 months after the beginning. Optional.
create table pairs.loneliness (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  person_id uuid not null,
  month smallint not null check (month in (0, 3, 6, 12)),
  answers platform.sealed_text not null,
  answered_at timestamptz not null,
  unique (pair_id, person_id, month)
);
alter table pairs.loneliness alter column answers set statistics 0;

-- What became of it on average, counted by the program since nothing else opens the answers; nothing of fewer than five.
create table pairs.loneliness_means (
  month smallint primary key check (month in (3, 6, 12)),
  people integer not null check (people >= 5),
  before numeric(5, 2) not null,
  after numeric(5, 2) not null,
  -- Half of the width of the interval in which the mean change lies with 95 %.
  give_or_take numeric(5, 2) not null,
  counted_at timestamptz not null
);

-- What one side says when it is over, once.
create table pairs.closures (
  id uuid primary key default gen_random_uuid(),
  pair_id uuid not null references pairs.pairs on delete cascade,
  side pairs.side not null,
  person_id uuid not null,
  closed_at timestamptz not null,
  answers platform.sealed_text not null,
  -- To the other side: theirs once both have closed, or fourteen days after the end.
  last_page platform.sealed_text,
  delivered_at timestamptz,
  wants_again boolean not null,
  -- Said to the other only when both do.
  stays_in_touch boolean not null,
  may_be_told boolean not null,
  unique (pair_id, side)
);
alter table pairs.closures alter column answers set statistics 0, alter column last_page set statistics 0;

-- Papers that were made, as they stand on the paper.
create table pairs.certificates (
  code text primary key check (code ~ '^[2-9A-HJ-NP-Z]{16}$'),
  pair_id uuid not null references pairs.pairs on delete cascade,
  person_id uuid not null,
  name platform.sealed_text not null,
  side pairs.side not null,
  started_on date not null,
  -- The last day.
  ended_on date not null,
  issued_at timestamptz not null,
  unique (pair_id, person_id)
);
alter table pairs.certificates alter column name set statistics 0;

grant select, insert, update, delete on
  pairs.activities, pairs.check_ins, pairs.alarms, pairs.loneliness, pairs.loneliness_means, pairs.closures,
  pairs.certificates to otonari_app;

-- ── A wish after a visit ────────────────────────────────────────────────────────────────────────────────────────────
-- Two who have met in a program: each may wish for half a year together, and neither learns of it unless both do. Both answers
-- are there from the first day on, sealed, of one length; nothing else changes with them.
create table pairs.meetings (
  id uuid primary key default gen_random_uuid(),
  resident_id uuid not null,
  volunteer_id uuid not null,
  -- The last time.
  met_at timestamptz not null,
  resident_wish platform.sealed_text not null,
  volunteer_wish platform.sealed_text not null,
  -- When both were told that both do.
  told_at timestamptz,
  unique (resident_id, volunteer_id)
);
create index meetings_of_volunteer on pairs.meetings (volunteer_id, met_at desc);
create index meetings_of_resident on pairs.meetings (resident_id, met_at desc);
create index meetings_untold on pairs.meetings (met_at) where told_at is null;
create index meetings_told on pairs.meetings (told_at desc) where told_at is not null;
alter table pairs.meetings alter column resident_wish set statistics 0, alter column volunteer_wish set statistics 0;
grant select, insert, update, delete on pairs.meetings to otonari_app;
