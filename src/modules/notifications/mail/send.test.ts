import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { allNews, kindNamed, ORIGIN, postOf, SECRET } from '../../../../test/support/notifications.ts';
import { accepted, makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { TUESDAY_NINE } from '../../../../test/support/spot-samples.ts';
import { DECIDER, doing } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { createPerson } from '../../people/index.ts';
import { askVolunteers, cancelRequest, confirmAssignment, declineOffer } from '../../spot/index.ts';
import { raiseConcern, suspendPerson } from '../../trust/index.ts';
import { changePreferences, tell } from '../commands.ts';
import { markAllRead } from '../store/notifications.ts';
import { readToken } from './unsubscribe-token.ts';

const { db, pool } = await testDatabase();
const place = await makeNeighborhood(db, 4);
const post = postOf({ db, pool }, TUESDAY_NINE);
const keys = makeTokens(SECRET);

const LANGUAGES: readonly Locale[] = ['ja', 'ja-easy', 'en', 'zh-Hans'];
const volunteers = place.volunteerIds.map((id, index) => ({
  id,
  email: `volunteer${index}@example.org`,
  locale: LANGUAGES[index] ?? 'ja',
}));
const resident = { id: place.residentId, email: 'sita@example.org', locale: 'en' as const };
const coordinator = { id: place.coordinatorId, email: 'desk@example.org', locale: 'ja' as const };
for (const { id, email, locale } of [...volunteers, resident, coordinator])
  await db.updateTable('people.persons').set({ email, locale }).where('id', '=', id).execute();

/** Moves story and clock to the same instant, and delivers what has happened. */
async function hear(story: Story, times = 1): Promise<void> {
  post.clock.set(story.now);
  await post.hear(times);
}

const recipients = (mails: readonly { to: string }[]) => mails.map(({ to }) => to).sort();
const asked = volunteers.map(({ email }) => email);

/** Ends the request of a story, so that the volunteers are free for the next. */
async function end(story: Story, id: string): Promise<void> {
  const reason = 'The test is over';
  accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason })));
  await post.forget();
}

beforeEach(async () => {
  await post.forget();
  await db.deleteFrom('notifications.opt_outs').execute();
  await db.deleteFrom('notifications.quiet_hours').execute();
});

describe('a mail', () => {
  test('goes to each volunteer in their own language, and says where to look', async () => {
    const story = new Story(place);
    const id = await story.asked();
    await hear(story);
    const mails = await post.send();
    for (const { email, locale } of volunteers) {
      const mail = mails.find(({ to }) => to === email);
      const news = kindNamed('offer_asked').sentence.plain(locale);
      // A phone shows the beginning: what has happened, never the organization.
      expect(mail?.subject.replace(news, '…')).toMatch(/^… ?[(（]JII[)）]$/);
      const ward = locale === 'en' ? 'Sumida' : '墨田区';
      const [said, visit, link] = mail?.text.split('\n') ?? [];
      expect([said, link]).toEqual([news, `${ORIGIN}/${locale}/spot/offers/${id}`]);
      expect(visit).toMatch(new RegExp(`1(0:00|0じ) · ${ward}`));
      expect(mail?.html).toContain(`href="${ORIGIN}/${locale}/spot/offers/${id}"`);
      expect(mail?.language).toBe(locale === 'ja-easy' ? 'ja' : locale);
    }
    await end(story, id);
  });

  test('holds nothing that is nobody else’s business, whatever happens in a request', async () => {
    const story = new Story(place);
    const secrets = [
      'I need help with a form',
      'ward office',
      '吾妻橋',
      'Azumabashi',
      'Sita',
      '小林',
      'おとなり0',
      'admin',
    ];
    const id = await story.confirmed({ category: 'medical', goodToKnow: 'ward office allergy' });
    await hear(story);
    const mails = await post.send();
    const reason = 'Sita has 吾妻橋 allergy';
    accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason })));
    await hear(story);
    mails.push(...(await post.send()));
    expect(recipients(mails)).toEqual(expect.arrayContaining([resident.email, asked[0], coordinator.email]));
    const everything = mails.map(({ subject, text, html }) => `${subject}\n${text}\n${html}`).join('\n');
    expect(
      [...secrets, 'medical', 'allergy', '病院'].filter((secret) => everything.includes(secret)),
    ).toEqual([]);
  });

  test('is sent once, however often its event and its job run', async () => {
    const story = new Story(place);
    const id = await story.asked();
    await hear(story, 3);
    const inbox = (await post.told()).filter(({ kind }) => kind === 'offer_asked');
    expect(inbox).toHaveLength(4);
    const [first] = await db
      .selectFrom('notifications.notifications')
      .select('id')
      .where('channel', '=', 'mail')
      .where('kind', '=', 'offer_asked')
      .execute();
    expect(recipients(await post.send()).filter((to) => asked.includes(to))).toEqual(asked);
    await sql`select graphile_worker.add_job('notifications-send', json_build_object('mailId', ${first?.id}::text))`.execute(
      db,
    );
    expect(await post.send()).toEqual([]);
    await end(story, id);
  });

  test('that may wait waits for the morning', async () => {
    const story = new Story(place);
    const id = await story.opened();
    await post.forget();
    story.now = Temporal.Instant.from('2026-11-24T22:15:00+09:00');
    accepted(await story.act((tx) => askVolunteers(tx, story.on(id, 'coordinator'))));
    await hear(story);
    expect(await post.told()).toHaveLength(4);
    expect(await post.send()).toEqual([]);
    const due = (await post.told('mail')).map(({ dueAt }) => dueAt?.toString());
    expect(new Set(due)).toEqual(new Set(['2026-11-24T23:00:00Z']));
    post.clock.set(Temporal.Instant.from('2026-11-25T08:00:00+09:00'));
    expect(recipients(await post.send())).toEqual(asked);
    await end(story, id);
  });
});

describe('between the news and the mail', () => {
  test('who has lost the right to know is not told: others have answered, the request is taken', async () => {
    const story = new Story(place);
    const id = await story.asked();
    await hear(story);
    const no = { ...story.on(id, 'asked_volunteer', story.volunteer(1)) };
    accepted(await story.act((tx) => declineOffer(tx, no)));
    expect(recipients(await post.send()).filter((to) => asked.includes(to))).toEqual(
      asked.filter((_, index) => index !== 1),
    );
    await end(story, id);

    const other = new Story(place);
    const taken = await other.asked();
    await hear(other);
    accepted(await other.accept(taken, other.first));
    expect(recipients(await post.send()).filter((to) => asked.includes(to))).toEqual([]);
    await end(other, taken);
  });

  test('what was read in the inbox is not mailed', async () => {
    const story = new Story(place);
    const id = await story.asked();
    await hear(story);
    const times = { until: story.now, now: story.now };
    await inTransaction(db, (tx) => markAllRead(tx, story.first, times));
    expect(recipients(await post.send()).filter((to) => asked.includes(to))).toEqual(asked.slice(1));
    await end(story, id);
  });

  test('a coordinator who is none any more hears nothing of the desk', async () => {
    const story = new Story(place);
    const id = await story.submitted();
    await hear(story);
    const role = { person_id: coordinator.id, role: 'coordinator' };
    const ended = Temporal.PlainDate.from('2026-11-24');
    const roles = () =>
      db.updateTable('people.roles').where('person_id', '=', role.person_id).where('role', '=', role.role);
    // Somebody else stays in the office, without an address.
    const on = { now: story.now, roles: ['coordinator'] } as const;
    const stays = await inTransaction(db, (tx) => createPerson(tx, { name: 'Stays', ...on }));
    await roles().set({ until_on: ended }).execute();
    expect(await post.send()).toEqual([]);
    await roles().set({ until_on: null }).execute();
    await db.updateTable('people.roles').set({ until_on: ended }).where('person_id', '=', stays.id).execute();
    await end(story, id);
  });
});

describe('what waited for the end of quiet hours', () => {
  const NIGHT = Temporal.Instant.from('2026-11-24T22:15:00+09:00');
  const MORNING = Temporal.Instant.from('2026-11-25T08:00:00+09:00');

  test('goes out in one mail', async () => {
    const story = new Story(place);
    story.now = NIGHT;
    const ids = [await story.acceptedByFirst(), await story.opened()];
    await hear(story);
    post.clock.set(MORNING);
    const mails = (await post.send()).filter(({ to }) => to === resident.email);
    expect(mails).toHaveLength(1);
    expect(ids.filter((id) => mails[0]?.text.includes(id))).toEqual(ids);
    for (const id of ids) await end(story, id);
  });

  test('is told once where it happened twice meanwhile', async () => {
    const story = new Story(place);
    const id = await story.opened();
    await post.forget();
    const around = { now: NIGHT, times: [], sameMatter: [] };
    const news = { personId: resident.id, kind: kindNamed('request_opened'), objectId: id };
    for (const occasion of [crypto.randomUUID(), crypto.randomUUID()])
      await inTransaction(db, (tx) => tell(tx, allNews, { ...news, occasion }, around));
    post.clock.set(MORNING);
    const mails = (await post.send()).filter(({ to }) => to === resident.email);
    expect(mails.map(({ text }) => text.split(id).length - 1)).toEqual([1]);
    await end(story, id);
  });

  test('is not mailed where it has been settled since, and stands in the inbox', async () => {
    const story = new Story(place);
    story.now = NIGHT;
    const id = await story.acceptedByFirst();
    await hear(story);
    const told = await post.told();
    expect(told.map(({ kind }) => kind)).toContain('request_accepted');
    accepted(await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester'))));
    post.clock.set(MORNING);
    expect(recipients(await post.send())).not.toContain(resident.email);
    await end(story, id);
  });
});

describe('what somebody has chosen', () => {
  const choose = (personId: string, wanted: readonly ('messages' | 'asks')[], fromHour = 21, untilHour = 8) =>
    inTransaction(db, (tx) =>
      changePreferences(tx, {
        personId,
        offered: ['asks', 'messages'],
        wanted,
        quiet: { fromHour, untilHour },
        now: TUESDAY_NINE,
      }),
    );

  test('is kept to: no mail of a group turned off, and again when it is turned on', async () => {
    await choose(place.volunteerIds[0] ?? '', ['messages']);
    const story = new Story(place);
    const id = await story.asked();
    await hear(story);
    expect((await post.told()).filter(({ kind }) => kind === 'offer_asked')).toHaveLength(4);
    expect(recipients(await post.send()).filter((to) => asked.includes(to))).toEqual(asked.slice(1));
    await end(story, id);

    await choose(place.volunteerIds[0] ?? '', ['asks', 'messages']);
    const again = new Story(place);
    const next = await again.asked();
    await hear(again);
    expect(recipients(await post.send()).filter((to) => asked.includes(to))).toEqual(asked);
    await end(again, next);
  });

  test('counts at the time of sending', async () => {
    const story = new Story(place);
    const id = await story.asked();
    await hear(story);
    await choose(place.volunteerIds[2] ?? '', []);
    expect(recipients(await post.send())).not.toContain(asked[2]);
    await end(story, id);
  });

  test('quiet hours of one’s own hold', async () => {
    await choose(place.volunteerIds[3] ?? '', ['asks'], 9, 12);
    const story = new Story(place);
    const id = await story.asked();
    await hear(story);
    expect(recipients(await post.send()).filter((to) => asked.includes(to))).toEqual(asked.slice(0, 3));
    post.clock.set(TUESDAY_NINE.add({ hours: 3 }));
    expect(recipients(await post.send())).toEqual([asked[3]]);
    await end(story, id);
  });
});

describe('the desk', () => {
  test('gets one mail an hour at the most, with everything that waits', async () => {
    const story = new Story(place);
    const first = await story.submitted();
    await hear(story);
    const [mail] = await post.send();
    expect(mail?.to).toBe(coordinator.email);
    expect(mail?.text).toContain(`${ORIGIN}/ja/desk/requests/${first}`);

    story.now = story.now.add({ minutes: 5 });
    const others = [await story.submitted(), await story.submitted()];
    await hear(story);
    expect(await post.send()).toEqual([]);
    post.clock.set(TUESDAY_NINE.add({ minutes: 60 }));
    const digest = await post.send();
    expect(recipients(digest)).toEqual([coordinator.email]);
    expect(digest[0]?.subject).toContain('2');
    expect(others.filter((id) => digest[0]?.text.includes(id))).toEqual(others);
    expect(digest[0]?.text).not.toContain(first);
    for (const id of [first, ...others]) await end(story, id);
  });

  test('hears of a concern at once, at night too, and cannot turn it off', async () => {
    const night = Temporal.Instant.from('2026-11-25T02:00:00+09:00');
    post.clock.set(night);
    await inTransaction(db, (tx) =>
      raiseConcern(tx, {
        about: story0(),
        by: resident.id,
        program: 'spot',
        objectKind: 'spot.request',
        objectId: crypto.randomUUID(),
        words: 'Somebody asked Sita for money.',
        now: night,
      }),
    );
    await post.hear();
    const [mail] = await post.send();
    expect(mail?.to).toBe(coordinator.email);
    expect(mail?.text).not.toContain('money');
    expect(mail?.headers).toBeUndefined();
    expect(mail?.text).not.toContain('/unsubscriptions/');
  });
});

const story0 = () => place.volunteerIds[0] ?? null;

describe('each mail that is not about safety', () => {
  test('can be stopped from the mail itself: a link, and one click in the mail program (RFC 8058)', async () => {
    const story = new Story(place);
    const id = await story.acceptedByFirst();
    await hear(story);
    const mail = (await post.send()).find(({ to }) => to === resident.email);
    expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const link = /^<(https:\/\/otonari\.test\/en\/unsubscriptions\/([\w-]+))>$/.exec(
      mail?.headers?.['List-Unsubscribe'] ?? '',
    );
    expect(mail?.text).toContain(link?.[1]);
    expect(readToken(keys, link?.[2] ?? '', story.now)).toEqual({ personId: resident.id, group: 'requests' });
    await end(story, id);
  });
});

describe('somebody suspended', () => {
  test('is neither told nor mailed, be it before the news or between news and mail', async () => {
    const story = new Story(place);
    const id = await story.acceptedByFirst();
    accepted(await story.act((tx) => confirmAssignment(tx, story.on(id, 'requester'))));
    await hear(story);
    await post.send();
    await post.forget();
    const reason = 'The test is over';
    accepted(await story.act((tx) => cancelRequest(tx, { ...story.on(id, 'coordinator'), reason })));
    await hear(story);
    const { first, now } = story;
    expect((await post.told()).map(({ personId }) => personId)).toContain(first);
    await doing(db, (tx) => suspendPerson(tx, { personId: first, reason: 'A check', by: DECIDER, now }));
    expect(recipients(await post.send())).not.toContain(asked[0]);

    await post.forget();
    const other = new Story(place);
    await other.asked();
    await hear(other);
    expect((await post.told()).map(({ personId }) => personId)).not.toContain(first);
    expect(recipients(await post.send())).not.toContain(asked[0]);
  });
});
