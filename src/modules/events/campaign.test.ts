import { expect, test } from 'vitest';
import { campaigns, giveFor, makeCampaign } from '../../../test/support/campaigns.ts';
import { EVENTS, eventFields, sure } from '../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createPerson } from '../people/index.ts';
import { draftEvent, publishEvent, submitEvent } from './event/commands.ts';
import { eventsModule } from './module.ts';
import { findEvent } from './store/events.ts';

const house = await testHouse([eventsModule({ ...EVENTS, campaigns })]);
const { db, clock } = house;
const now = clock();
const act = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(db, work);
const coordinator = (name: string) =>
  act((tx) => createPerson(tx, { name, weekly: [], now, roles: ['coordinator'] }));
const [sato, kato] = [(await coordinator('Sato')).id, (await coordinator('Kato')).id];
const asSato = house.as(actorOf({ id: sato }, ['coordinator']));
const STARTS = Temporal.Instant.from('2026-12-20T13:00:00+09:00');
const [running, unseen] = await act(async (tx) => [
  await makeCampaign(tx, { slug: 'new-year', now }),
  await makeCampaign(tx, { slug: 'not-yet-public', now, isDraft: true }),
]);
const typed = {
  ...{ kind: 'lecture', startsOn: '2026-12-20', startsAt: '13:00', endsAt: '15:30', place: 'here' },
  ...{
    responsibleId: sato,
    talk: 'ja',
    audience: 'everybody',
    photoPolicy: 'no_photos',
    'title.ja': '講演会',
  },
};
const begin = (campaign: string) => asSato.post('/desk/events/new', { ...typed, campaign });
const endOn = (day: string) =>
  db
    .updateTable('giving.campaigns')
    .set({ ends_on: Temporal.PlainDate.from(day) })
    .where('id', '=', running)
    .execute();
const published = () =>
  act(async (tx) => {
    const { event, ...more } = eventFields(sato, STARTS, []);
    const eventId = await draftEvent(
      tx,
      { event: { ...event, campaignId: running }, ...more },
      { personId: sato, now },
    );
    const on = { eventId, as: 'coordinator', now } as const;
    sure(await submitEvent(tx, { ...on, byPersonId: sato }));
    return sure(await publishEvent(tx, { ...on, byPersonId: kato }));
  });

test('a campaign that everybody sees is chosen in the form; one that nobody sees is not', async () => {
  const { html } = await asSato.get('/desk/events/new');
  expect(html).toContain('new-year en');
  expect(html).not.toContain('not-yet-public');
  const begun = await begin(running);
  const id = begun.location?.split('/').at(-1) ?? '';
  expect((await findEvent(db, id))?.campaignId).toBe(running);
  expect(Object.keys((await begin(unseen)).refusals)).toEqual(['campaign']);
});

test('the page of an event says how far its campaign has come, and still when that is over', async () => {
  const { id } = await published();
  await act((tx) => giveFor(tx, { campaignId: running, email: 'a@example.org', amount: 3000, now }));
  const page = await house.as(undefined, 'en').get(`/events/${id}`);
  expect(page.html).toContain('/giving/campaigns/new-year"');
  expect(page.text).toContain('¥3,000 of ¥1,500,000');
  await endOn('2026-11-20');
  expect((await house.as(undefined, 'ja').get(`/events/${id}`)).text).toContain('new-year ja');
  const words = await asSato.get(`/desk/events/${id}/words`);
  expect(words.html).toMatch(/<option[^>]*selected[^>]*>new-year/);
  expect((await asSato.get('/desk/events/new')).html).not.toContain('name="campaign"');
  expect(Object.keys((await begin(running)).refusals)).toEqual(['campaign']);
  await endOn('2026-12-25');
});

test('a campaign is never in sight that is not public any more', async () => {
  const { id } = await published();
  await db.updateTable('events.events').set({ campaign_id: unseen }).where('id', '=', id).execute();
  expect((await house.as().get(`/events/${id}`)).text).not.toContain('not-yet-public');
});
