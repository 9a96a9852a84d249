import { sql } from 'kysely';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { eventFields, publishedEvent, registered, sure } from '../../../../test/support/events.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import { createPerson } from '../../people/index.ts';
import { cancelEvent, draftEvent, postponeEvent } from '../event/commands.ts';
import { findEvent } from '../store/events.ts';

const { house, database, clock } = await openProduct();
const { db } = database;
const person = (name: string) => {
  const about = { name, email: `${name}@example.org`, weekly: [], now: clock() } as const;
  return inTransaction(db, (tx) => createPerson(tx, { ...about, roles: ['coordinator'] }));
};
const [sato, kato] = [(await person('sato')).id, (await person('kato')).id];
const STARTS = Temporal.Instant.from('2026-12-13T13:30:00+09:00');
const event = () =>
  publishedEvent(db, [sato, kato], STARTS, [{ kind: 'anybody', language: '', capacity: 1 }], clock());
const ask = (path: string, locale: Locale = 'en') =>
  house.app.fetch(new Request(`https://otonari.test/${locale}${path}`));
const inside = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());
const change = async (eventId: string, act: typeof cancelEvent) =>
  sure(
    await inTransaction(db, (tx) => act(tx, { eventId, as: 'coordinator', byPersonId: sato, now: clock() })),
  );

describe('what search engines read of an event', () => {
  const read = async (id: string, locale: Locale = 'en') => {
    const html = await (await ask(`/events/${id}`, locale)).text();
    return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}');
  };

  test('is what its page says, in the words of schema.org', async () => {
    const id = await event();
    expect(await read(id)).toMatchObject({
      '@type': 'Event',
      name: 'Exchange meeting',
      startDate: '2026-12-13T13:30:00+09:00',
      endDate: '2026-12-13T16:30:00+09:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { '@type': 'Place', name: 'Toshima, near Ikebukuro station' },
      offers: { price: 0, priceCurrency: 'JPY', availability: 'https://schema.org/InStock' },
    });
    await registered(db, id, { email: 'one@example.org', now: clock() });
    expect((await read(id)).offers.availability).toBe('https://schema.org/SoldOut');
  });

  test('names nobody, and says neither the address nor who registered', async () => {
    const id = await event();
    await registered(db, id, { email: 'two@example.org', now: clock() });
    for (const locale of LOCALES)
      expect(JSON.stringify(await read(id, locale))).not.toMatch(/sato|kato|example\.org|南池袋1/i);
  });

  test('says that it does not take place, or not on its day', async () => {
    const [off, later] = [await event(), await event()];
    await change(off, cancelEvent);
    await change(later, postponeEvent);
    expect((await read(off)).eventStatus).toBe('https://schema.org/EventCancelled');
    expect((await read(later)).eventStatus).toBe('https://schema.org/EventPostponed');
    expect((await findEvent(db, later))?.sequence).toBe(1);
  });
});

test('the feed has each event to come, with its state and the way to its page, and no address', async () => {
  const [on, off] = [await event(), await event()];
  await change(off, cancelEvent);
  const answer = await ask('/events.ics');
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  const text = (await answer.text()).replaceAll(/\r\n[ \t]/g, '');
  const entry = (id: string) => text.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${id}@otonari`));
  expect(entry(on)).toMatch(/SUMMARY:Exchange meeting/);
  expect(entry(on)).toContain(`/en/events/${on}`);
  expect(entry(on)).toContain('DTSTART:20261213T043000Z');
  expect(entry(on)).toContain('STATUS:CONFIRMED');
  expect(entry(off)).toContain('STATUS:CANCELLED');
  expect(entry(off)).toContain('SEQUENCE:1');
  expect(text).not.toMatch(/南池袋|VALARM/);
});

test('a link to an event shows its picture where it is told elsewhere', async () => {
  const id = await event();
  const html = await (await ask(`/events/${id}`)).text();
  const address = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(new URL(address).pathname).toBe(`/en/events/${id}/picture.png`);
  const drawn = await ask(`/events/${id}/picture.png`);
  const { width, height, format } = await sharp(await inside(drawn)).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
});

test.each(LOCALES)(
  'a poster in %s is one page with the way to the event, and no letter is a box',
  async (locale) => {
    const id = await event();
    const { text, glyphs, pages } = readPdf(await inside(await ask(`/events/${id}/poster.pdf`, locale)));
    const squeezed = text.replaceAll(/\s/g, '');
    expect(squeezed).toContain(`/events/${id}`);
    // Whoever reads Chinese reads the English one: the font has no simplified characters.
    expect(squeezed).toContain(locale.startsWith('ja') ? 'おとなりさん' : 'Exchangemeeting');
    expect(pages).toBe(1);
    expect(glyphs.filter((glyph) => glyph === 0)).toEqual([]);
    expect(squeezed).not.toContain('南池袋1');
  },
);

test('a poster of what is put off does not say the day that it had', async () => {
  const id = await event();
  await change(id, postponeEvent);
  const { text } = readPdf(await inside(await ask(`/events/${id}/poster.pdf`)));
  const squeezed = text.replaceAll(/\s/g, '');
  expect(squeezed).toContain('Thenewdayisnotfixedyet');
  expect(squeezed).not.toContain('December13');
});

test('a poster names the campaign of its event', async () => {
  const id = await event();
  const campaignId = await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: clock() }));
  await db.updateTable('events.events').set({ campaign_id: campaignId }).where('id', '=', id).execute();
  const { text } = readPdf(await inside(await ask(`/events/${id}/poster.pdf`)));
  expect(text.replaceAll(/\s/g, '')).toContain('winteren');
});

test('no page leads to a sheet that cannot be printed', async () => {
  const id = await event();
  const linkOf = async (locale: Locale) =>
    (await (await ask(`/events/${id}`, locale)).text()).includes(`/${locale}/events/${id}/poster.pdf`);
  expect(await linkOf('en')).toBe(true);
  await db
    .updateTable('events.events')
    .set({ texts: sql`replace(texts::text, 'Exchange meeting', 'Exchange meeting 🎄')::jsonb` })
    .where('id', '=', id)
    .execute();
  expect((await ask(`/events/${id}/poster.pdf`)).status).toBe(404);
  expect([await linkOf('en'), await linkOf('ja')]).toEqual([false, true]);
});

test('what was never published has neither picture nor sheet', async () => {
  const draft = eventFields(sato, STARTS, []);
  const id = await inTransaction(db, (tx) => draftEvent(tx, draft, { personId: sato, now: clock() }));
  for (const part of ['picture.png', 'poster.pdf'])
    expect((await ask(`/events/${id}/${part}`)).status).toBe(404);
});
