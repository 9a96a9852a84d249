import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { countUnread, kindNamed, notifications } from '../../../../test/support/notifications.ts';
import { accepted, makeNeighborhood, makeNextNeighborhood, Story } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { createPerson } from '../../people/index.ts';
import { askVolunteers, releaseVolunteer } from '../../spot/index.ts';
import { gatherNews } from '../rules/all-news.ts';
import { insertInboxLine, listGrave } from '../store/notifications.ts';

const house = await testHouse([notifications]);
const { db, clock } = house;
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const [sita, chen] = [await person('Sita'), await person('陈')];

async function tell(personId: string, name: string, objectId: string | null = crypto.randomUUID()) {
  const news = { occasion: crypto.randomUUID(), personId, kind: kindNamed(name), objectId };
  await inTransaction(db, (tx) => insertInboxLine(tx, news, clock()));
  return objectId;
}

describe('the inbox', () => {
  test('is empty in kind words, and for nobody but whoever is signed in', async () => {
    expect((await house.as(actorOf(sita)).get('/inbox')).text).toContain('Nothing yet');
    expect((await house.as().get('/inbox')).location).toMatch(/^\/sign-in/);
  });

  test('says what happened in the reader’s language, the newest first', async () => {
    const requestId = await tell(sita.id, 'request_opened');
    clock.advance({ minutes: 1 });
    await tell(sita.id, 'request_accepted', requestId);
    const page = await house.as(actorOf(sita)).get('/inbox');
    expect(page.text).toMatch(/A volunteer has said yes.*looking for a volunteer now/);
    expect((await house.as(actorOf(sita), 'zh-Hans').get('/inbox')).text).toContain('有志愿者愿意帮忙');
    expect((await house.as(actorOf(sita), 'ja-easy').get('/inbox')).html).toContain('<rt>');
    expect((await house.as(actorOf(chen)).get('/inbox')).text).toContain('Nothing yet');
  });

  test('has nothing grave where nothing that is told can be', async () => {
    const all = gatherNews([kindNamed('desk_submitted')]);
    expect(await listGrave(db, all, sita.id, 30)).toEqual([]);
  });

  test('has what is grave before all other news until it is read, and then where it belongs', async () => {
    const reader = await person('小林');
    const as = house.as(actorOf(reader, ['coordinator']));
    await tell(reader.id, 'concern_raised');
    for (let day = 0; day < 31; day++) {
      clock.advance({ minutes: 1 });
      await tell(reader.id, 'desk_submitted');
    }
    expect((await as.get('/inbox')).text).toMatch(
      /Please read this first.*a concern.*Urgent.*A new request/s,
    );
    // Behind news that was all read, it can still be marked as read.
    await db
      .updateTable('notifications.notifications')
      .set({ read_at: clock() })
      .where('person_id', '=', reader.id)
      .where('kind', '=', kindNamed('desk_submitted').kind)
      .execute();
    expect((await as.get('/inbox')).html).toContain('/inbox/readings');
    await as.post('/inbox/readings', { until: clock().toString() });
    expect((await as.get('/inbox')).text).not.toContain('a concern');
  });

  test('says which request it is about, without a word of anybody', async () => {
    const story = new Story(await makeNeighborhood(db, 1));
    const requestId = await story.asked();
    await tell(story.place.residentId, 'request_opened', requestId);
    await tell(story.first, 'offer_asked', requestId);
    for (const id of [story.place.residentId, story.first]) {
      const { text } = await house.as(actorOf({ id })).get('/inbox');
      expect(text).toMatch(/office.* · Sumida.* · Mon, Dec 7, 2026, 10:00/);
      expect(text).not.toMatch(/I need help|1-23-20|吾妻橋|Nepal/);
    }
    const other = house.as(actorOf({ id: story.place.coordinatorId }));
    await tell(story.place.coordinatorId, 'offer_closed', requestId);
    expect((await other.get('/inbox')).text).not.toContain('Sumida');
  });

  test('says nothing of a request to somebody who has nothing to do with it any more', async () => {
    const story = new Story(await makeNextNeighborhood(db, 3));
    const [thursday, friday] = ['2026-12-10T14:30:00+09:00', '2026-12-11T14:30:00+09:00'].map((at) =>
      Temporal.Instant.from(at),
    ) as [Temporal.Instant, Temporal.Instant];
    const id = await story.opened({ possibleTimes: [thursday, friday] });
    const [released, second, silent] = [story.first, story.volunteer(1), story.volunteer(2)];
    for (const volunteer of [released, second, silent]) await tell(volunteer, 'offer_asked', id);
    await tell(released, 'assignment_confirmed', id);
    await tell(story.place.coordinatorId, 'desk_submitted', id);
    const readBy = async (id: string, roles?: Role[], strength?: 'weak') =>
      (await house.as(actorOf({ id }, roles, strength)).get('/inbox')).text;
    const wave = { ...story.on(id, 'coordinator'), volunteerIds: [released, silent] };
    accepted(await story.act((tx) => askVolunteers(tx, wave)));
    expect(await readBy(silent)).toContain('Sumida · Thu, Dec 10, 2026, 14:30');
    accepted(await story.accept(id, released, thursday));
    expect(await readBy(released)).toContain('Sumida · Thu, Dec 10, 2026, 14:30');
    accepted(
      await story.act((tx) => releaseVolunteer(tx, { ...story.on(id, 'coordinator'), reason: 'Apart.' })),
    );
    expect(await readBy(released)).not.toMatch(/Sumida|14:30/);
    accepted(await story.accept(id, second, friday));
    expect(await readBy(second)).toContain('Sumida · Fri, Dec 11, 2026, 14:30');
    for (const other of [released, silent]) expect(await readBy(other)).not.toMatch(/Sumida|14:30/);
    const { coordinatorId } = story.place;
    expect(await readBy(coordinatorId, ['coordinator'])).toContain('Sumida · Fri, Dec 11, 2026, 14:30');
    expect(await readBy(coordinatorId, ['coordinator'], 'weak')).not.toMatch(/Sumida|14:30/);
    expect(await readBy(coordinatorId, ['resident'])).not.toMatch(/Sumida|14:30/);
  });

  test('opening a line marks it read, with what leads to the same page; only its reader can', async () => {
    const mei = await person('Mei');
    const requestId = await tell(mei.id, 'request_opened');
    await tell(mei.id, 'request_accepted', requestId);
    clock.advance({ minutes: 1 });
    await tell(mei.id, 'message_received');
    const reader = house.as(actorOf(mei));
    const way = /\/inbox\/[0-9a-f-]{36}/g;
    const [line = '', ...others] = ((await reader.get('/inbox')).html.match(way) ?? []).toReversed();
    expect(others).toHaveLength(2);
    expect((await house.as(actorOf(chen)).get(line)).status).toBe(404);
    const ahead = { 'sec-fetch-mode': 'navigate', 'sec-purpose': 'prefetch' };
    expect(await reader.get(line, ahead)).toMatchObject({ location: `/spot/requests/${requestId}` });
    expect(await countUnread(db, mei.id)).toBe(3);
    await reader.get(line);
    expect(await countUnread(db, mei.id)).toBe(1);
    expect((await reader.get('/inbox')).text.match(/ New /g)).toHaveLength(1);
  });

  test('a question leads to where it is answered', async () => {
    const asked = await person('Asked');
    const requestId = await tell(asked.id, 'request_asked_back');
    const reader = house.as(actorOf(asked));
    const [line = ''] = (await reader.get('/inbox')).html.match(/\/inbox\/[0-9a-f-]{36}/) ?? [];
    expect(await reader.get(line)).toMatchObject({ location: `/spot/requests/${requestId}/conversation` });
  });

  test('marks all as read that were on the page; what came since stays new', async () => {
    const { html } = await house.as(actorOf(sita)).get('/inbox');
    const until = /name="until" value="([^"]+)"/.exec(html)?.[1] ?? '';
    clock.advance({ minutes: 1 });
    await tell(sita.id, 'message_received');
    await tell(chen.id, 'message_received');
    expect(await countUnread(db, sita.id)).toBe(3);
    const done = await house.as(actorOf(sita)).post('/inbox/readings', { until });
    expect(done).toMatchObject({ location: '/inbox', flash: 'All are marked as read.' });
    expect(await countUnread(db, sita.id)).toBe(1);
    expect(await countUnread(db, chen.id)).toBe(1);
  });

  test.each(['', 'yesterday', '2026-02-30T00:00:00Z'])('a reading until "%s" is refused', async (until) => {
    expect((await house.as(actorOf(sita)).post('/inbox/readings', { until })).status).toBe(422);
  });

  test('has pages of thirty', async () => {
    for (let count = 0; count < 32; count++) await tell(chen.id, 'desk_submitted');
    const lines = (html: string) => html.match(/<article/g)?.length ?? 0;
    const first = await house.as(actorOf(chen)).get('/inbox');
    expect(lines(first.html)).toBe(30);
    const onward = /href="\/en(\/inbox\?after=[0-9a-f-]{36})"/.exec(first.html)?.[1] ?? '';
    const second = await house.as(actorOf(chen)).get(onward);
    expect(lines(second.html)).toBe(3);
    expect(second.html).toContain('href="/en/inbox"');
    expect(second.html).not.toContain('/inbox?after=');
    const [shown, rest] = [first, second].map(({ html }) => html.match(/id="n-[0-9a-f-]{36}"/g) ?? []);
    expect(new Set([...(shown ?? []), ...(rest ?? [])]).size).toBe(33);
    for (const odd of ['0', '-1', 'x', '1e9', ''])
      expect(lines((await house.as(actorOf(chen)).get(`/inbox?after=${odd}`)).html)).toBe(30);
    expect(lines((await house.as(actorOf(sita)).get(onward)).html)).toBe(0);
  });
});
