import { describe, expect, test } from 'vitest';
import { campaignTexts, GIVING } from '../../../../../test/support/campaigns.ts';
import { actorOf, type Fields, testHouse } from '../../../../../test/support/house.ts';
import { LOCALES } from '../../../../platform/languages/locales.ts';
import { givingModule } from '../../module.ts';
import { findCampaign } from '../store/campaigns.ts';

const house = await testHouse([givingModule(GIVING)]);
const { db } = house;
const treasurer = house.as(actorOf({ id: crypto.randomUUID() }, ['treasurer']));
const visitor = house.as();

const words = (tiers: number): Fields =>
  Object.fromEntries(
    Object.entries(campaignTexts(tiers)).flatMap(([locale, said]) => [
      [`title.${locale}`, said.title],
      [`lead.${locale}`, said.lead],
      [`story.${locale}`, said.story],
      [`uses.${locale}`, said.uses.join('\n')],
      [`tierWords.${locale}`, said.tiers.join('\n')],
    ]),
  );
const whole: Fields = {
  ...words(2),
  ...{ slug: 'spring', beginsOn: '2026-11-01', endsOn: '2026-12-25' },
  ...{ goal: '１,５００,０００', goalSupporters: '', tiers: '3,000\n10,000円' },
};
const idOf = async (slug: string) => (await findCampaign(db, { slug }))?.id ?? '';

test('a campaign is written, looked at, and then public', async () => {
  const { location } = await treasurer.post('/books/campaigns/new', whole);
  const id = await idOf('spring');
  expect(location).toBe(`/books/campaigns/${id}`);
  expect((await visitor.get('/giving/campaigns/spring')).status).toBe(404);
  expect((await treasurer.get(`/books/campaigns/${id}/preview`)).text).toContain('Title en');
  expect((await visitor.get(`/books/campaigns/${id}/preview`)).status).not.toBe(200);
  expect((await treasurer.post(`/books/campaigns/${id}/published`)).status).toBe(303);
  const { html, text } = await visitor.get('/giving/campaigns/spring');
  expect(text).toContain('¥10,000');
  expect(html.match(/<meter/g)).toHaveLength(1);
  const happened = Object.fromEntries(LOCALES.map((locale) => [`update.${locale}`, `Happened ${locale}`]));
  await treasurer.post(`/books/campaigns/${id}/update`, { happenedOn: '2026-11-20', ...happened });
  expect((await visitor.get('/giving/campaigns/spring')).text).toContain('Happened en');
});

test('what is missing in one language keeps it from being public', async () => {
  const { 'lead.zh-Hans': _, ...gaps } = whole;
  await treasurer.post('/books/campaigns/new', { ...gaps, slug: 'gaps' });
  const id = await idOf('gaps');
  expect((await treasurer.get(`/books/campaigns/${id}`)).html).not.toContain('/published');
  const answer = await treasurer.post(`/books/campaigns/${id}/published`);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('needs all its words in all languages');
  expect((await visitor.get('/giving/campaigns/gaps')).status).toBe(404);
});

describe('what is public', () => {
  const write = async (changed: Fields, seen?: number) => {
    const campaign = await findCampaign(db, { slug: 'spring' });
    return treasurer.post(`/books/campaigns/${campaign?.id}/words`, {
      ...whole,
      ...{ seen: `${seen ?? campaign?.version}` },
      ...changed,
    });
  };

  test('keeps its address and its words in every language', async () => {
    expect((await write({ slug: 'summer' })).refusals['slug']).toContain('its address stays');
    expect((await write({ 'story.ja-easy': '' })).refusals['story.ja-easy']).toContain('all its words');
    const other = (await write({ 'tierWords.en': 'One' })).refusals['tierWords.en'];
    expect(other).toContain('as many sentences as amounts: 2');
  });

  test('shows a new goal with the one before', async () => {
    expect((await write({ goal: '2000000' })).status).toBe(303);
    const { text } = await visitor.get('/giving/campaigns/spring');
    expect(text).toContain('of ¥2,000,000');
    expect(text).toContain('Until Tue, Nov 24, 2026 the goal was ¥1,500,000.');
  });

  test('is not written over by whoever had seen an older version', async () => {
    const answer = await write({ 'title.en': 'Mine' }, 1);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Somebody else has changed the campaign meanwhile');
    expect(answer.html).toContain('Mine');
    expect((await visitor.get('/giving/campaigns/spring')).text).not.toContain('Mine');
  });
});

test.each([
  [{ slug: 'A b' }, 'slug'],
  [{ endsOn: '2026-10-31' }, 'endsOn'],
  [{ beginsOn: '2026-02-30' }, 'beginsOn'],
  [{ goal: '0' }, 'goal'],
  [{ goal: '-1' }, 'goal'],
  [{ goal: '1000000000000' }, 'goal'],
  [{ goal: '1.5' }, 'goal'],
  [{ tiers: '10,000\n3,000' }, 'tiers'],
  [{ tiers: '500\n3000' }, 'tiers'],
  [{ 'title.ja-easy': '寄付' }, 'title.ja-easy'],
  [{ slug: 'spring' }, 'slug'],
])('%j is refused beside its field', async (odd, field) => {
  const answer = await treasurer.post('/books/campaigns/new', { ...whole, slug: 'odd', ...odd });
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.refusals)).toEqual([field]);
  expect(await findCampaign(db, { slug: 'odd' })).toBeNull();
});

test('coordinators write no campaigns, administrators do', async () => {
  const as = (role: 'coordinator' | 'administrator') =>
    house.as(actorOf({ id: crypto.randomUUID() }, [role])).get('/books/campaigns');
  expect((await as('coordinator')).status).toBe(403);
  expect((await as('administrator')).status).toBe(200);
});
