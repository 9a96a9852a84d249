import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { campaignTexts, giveFor, makeCampaign } from '../../../../../test/support/campaigns.ts';
import { openProduct } from '../../../../../test/support/product.ts';
import { readPdf } from '../../../../../test/support/read-pdf.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { countFigures } from '../../../../platform/figures.ts';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { campaignFigures } from '../store/figures.ts';

const { house, database, clock } = await openProduct();
const { db } = database;
const now = clock();
await inTransaction(db, async (tx) => {
  const campaignId = await makeCampaign(tx, { slug: 'winter', now });
  await giveFor(tx, { campaignId, email: 'sita@otonari.example', amount: 750_000, now });
});
await countFigures(db, [campaignFigures], now);
const ask = async (locale: Locale, part = '') =>
  house.app.fetch(new Request(`https://otonari.test/${locale}/giving/campaigns/winter${part}`));
const inside = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

test('a link to a campaign shows its title and its picture where it is told elsewhere', async () => {
  const html = await (await ask('en')).text();
  const said = Object.fromEntries(
    [...html.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  expect(said).toMatchObject({ 'og:title': 'winter en', 'og:description': 'Lead en' });
  const picture = new URL(said['og:image'] ?? '');
  expect(picture.pathname).toBe('/en/giving/campaigns/winter/picture.png');
  expect(html).not.toContain('noindex');
  const drawn = await house.app.fetch(new Request(picture.href));
  expect(drawn.headers.get('content-type')).toBe('image/png');
  const { width, height, format } = await sharp(await inside(drawn)).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
});

test('what says how many days are left is kept nowhere over midnight in Japan', async () => {
  const before = clock();
  clock.set(Temporal.Instant.from('2026-11-24T23:59:00+09:00'));
  for (const part of ['/picture.png', '/meter'])
    expect((await ask('ja', part)).headers.get('cache-control')).toBe('public, max-age=60');
  clock.set(before);
});

test('a link in a language that the picture does not have is told without one', async () => {
  const html = await (await ask('zh-Hans')).text();
  expect(html).toContain('og:title');
  expect(html).not.toContain('og:image');
});

test.each(LOCALES)(
  'a poster in %s is one page with the way to the campaign, and no letter is a box',
  async (locale) => {
    const answer = await ask(locale, '/poster.pdf');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const { text, glyphs, pages } = readPdf(await inside(answer));
    const words = campaignTexts(2, 'winter')[locale === 'zh-Hans' ? 'en' : locale];
    const squeezed = text.replaceAll(/\s/g, '');
    for (const said of [words.title, words.lead, ...words.tiers, '/giving/campaigns/winter'])
      expect(squeezed).toContain(said.replaceAll(' ', ''));
    expect(pages).toBe(1);
    expect(glyphs.filter((glyph) => glyph === 0)).toEqual([]);
  },
);

describe('the meter for other sites', () => {
  test('may be framed by anybody, and runs and sends nothing', async () => {
    const answer = await ask('ja', '/meter');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toContain('script-src');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const html = await answer.text();
    expect(html).not.toMatch(/<script|<form|style="/);
    expect(html).toMatch(/<meter[^>]* max="1500000" value="750000"/);
    expect(html).toMatch(/<a href="http[^"]+\/ja\/giving\/campaigns\/winter" target="_top"/);
  });

  test('is the only page of a campaign that may', async () => {
    for (const part of ['', '/picture.png', '/poster.pdf']) {
      const answer = await ask('ja', part);
      expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });
});
