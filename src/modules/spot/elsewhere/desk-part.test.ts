import { describe, expect, it } from 'vitest';
import { DESK_OF_SPOT } from '../../../../test/support/desk.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../../../test/support/spot.ts';
import { cancelRequest } from '../index.ts';

const house = await testHouse([DESK_OF_SPOT]);
const place = await makeNeighborhood(house.db, 3);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const inJapanese = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']), 'ja');

async function settle(id: string): Promise<void> {
  const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
  accepted(await story.act((tx) => cancelRequest(tx, on)));
}

const rowOf = ({ html }: { html: string }, id: string) =>
  html.split('<li class="work-row"').find((row) => row.includes(`id="request-${id}"`)) ?? '';
describe('the desk', () => {
  it('shows of each request that waits for us who asks, their first words, and its next act', async () => {
    const id = await story.submitted();
    for (const [by, act] of [
      [coordinator, 'Read'],
      [inJapanese, '読む'],
    ] as const) {
      const row = rowOf(await by.get('/desk'), id);
      expect(row).toMatch(/Sita.*<q lang="en"[^>]*>I need help with a form at the ward office\.<\/q>/s);
      expect(row).toMatch(new RegExp(`href="/\\w+/desk/requests/${id}"><span>${act}`));
      expect(row).not.toContain('1-23-20');
    }
    await settle(id);
  });

  it('names nobody in what waits for others, and opens none of their words', async () => {
    const id = await story.asked();
    const page = await coordinator.get('/desk');
    const folded = /<details[^>]*id="waiting".*?<\/details>/s.exec(page.html)?.[0] ?? '';
    expect(folded).toContain(`/desk/requests/${id}"`);
    expect(folded).toContain('3 asked, 3 still to answer');
    expect(page.html).not.toMatch(/Sita|おとなり0|I need help/);
    await settle(id);
  });

  it.each(['medical', 'childcare', 'education'] as const)('shows no words about %s', async (category) => {
    const id = await story.submitted({ category, ownWords: 'My liver, Dr. Mori.' });
    const row = rowOf(await coordinator.get('/desk'), id);
    expect(row).toContain('Sita');
    expect(row).not.toContain('liver');
    await settle(id);
  });

  it('keeps the number of a part of a town in one piece', async () => {
    const id = await story.submitted();
    expect(rowOf(await inJapanese.get('/desk'), id)).toContain(
      '<span lang="ja">吾妻橋<span class="unbroken">一丁目</span></span>',
    );
    await settle(id);
  });

  it('puts on record whose names it showed', async () => {
    const entries = () =>
      house.db
        .selectFrom('audit.entries')
        .select('subject_id')
        .where('action', '=', 'desk.queue.viewed')
        .where('subject_id', 'is not', null)
        .execute();
    const before = (await entries()).length;
    const [waiting, id] = [await story.asked(), await story.submitted()];
    await coordinator.get('/desk');
    expect((await entries()).slice(before)).toEqual([{ subject_id: place.residentId }]);
    await coordinator.get('/desk');
    expect((await entries()).length).toBe(before + 1);
    await settle(id);
    await settle(waiting);
  });

  it('says of the languages for which most wait how many there are besides', async () => {
    const id = await story.submitted({ talkLanguages: ['ne', 'en', 'vi', 'ko', 'my', 'id', 'th', 'tl'] });
    const { html } = await coordinator.get('/desk');
    const section = /<section[^>]*id="languages".*?<\/section>/s.exec(html)?.[0] ?? '';
    expect([section.split('<th scope="row"').length - 1, section.includes('2 more languages')]).toEqual([
      6,
      true,
    ]);
    await settle(id);
    expect((await coordinator.get('/desk')).html).not.toContain('more language');
  });

  it('says so when all is looked after', async () => {
    expect((await coordinator.get('/desk')).text).toContain('Everything is taken care of');
  });

  it('asks for the second factor first', async () => {
    const weak = house.as(actorOf({ id: place.coordinatorId }, ['coordinator'], 'weak'));
    expect((await weak.get('/desk')).location).toContain('/second-factor');
  });

  it('is read in Japanese or English', async () => {
    const easy = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']), 'ja-easy');
    expect((await easy.get('/desk')).headers.get('location')).toContain('/ja/desk');
  });
});
