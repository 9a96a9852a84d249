import { describe, expect, test } from 'vitest';
import { createPerson } from '../../src/modules/people/index.ts';
import { askEverybody } from '../../src/modules/stories/consent/commands.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { sure } from '../support/events.ts';
import { serveProduct } from '../support/product.ts';
import { PEOPLE } from '../support/world.ts';

describe.skipIf(!hasBrowser)('30 A story, from telling it to taking it back', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const title = 'My first winter in Sumida';

  const ownStory = () =>
    db
      .selectFrom('stories.stories')
      .selectAll()
      .where('teller_id', '=', product.ids.maya)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow();

  /** The newest mail to Maya whose subject says something, once it is there. */
  async function mailToMaya(subject: string): Promise<string> {
    const mail = () =>
      db
        .selectFrom('platform.development_mail')
        .select('body')
        .where('recipient', '=', PEOPLE.maya)
        .where('subject', 'like', `%${subject}%`)
        .orderBy('sent_at', 'desc')
        .executeTakeFirst();
    const isThere = async () => {
      await product.hurry();
      return Boolean(await mail());
    };
    await expect.poll(isThere, { timeout: 20_000, interval: 300 }).toBe(true);
    return (await mail())?.body ?? '';
  }

  const statusOf = async (walker: Walker, path: string) =>
    (await walker.page.request.get(`${product.address}/en${path}`)).status();

  test('Maya tells hers on a phone without scripts, in her own words', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go('/me/stories/new');
    await maya.choose('part', 'resident');
    await maya.type('title', title);
    await maya.type('first', 'I was afraid of the telephone.');
    await maya.type('message', 'Ask. Somebody comes.');
    await maya.press('Send');
    expect(await maya.text()).toContain('Thank you for telling');
    expect((await ownStory()).state).toBe('told');
  });

  test('A colleague who has decided nothing about her asks; she reads every word and agrees without signing in', async () => {
    const now = product.clock();
    const { id } = await ownStory();
    const asked = await inTransaction(db, async (tx) => {
      const colleague = { name: 'Mori', email: 'mori@otonari.example', roles: ['coordinator'] as const };
      const { id: byPersonId } = await createPerson(tx, {
        ...colleague,
        roles: ['coordinator'],
        locale: 'ja',
        now,
      });
      return askEverybody(tx, { storyId: id, as: 'coordinator', byPersonId, now });
    });
    sure(asked);
    const mail = await mailToMaya('Is it all right to show a story');
    expect(mail).not.toContain('telephone');
    const visitor = await browser.come({ scripts: 'off' });
    await visitor.go(/\/stories\/consents\/[^\s"<]+/.exec(mail)?.[0] ?? '');
    expect(await visitor.text()).toContain('I was afraid of the telephone.');
    await visitor.page.check('[name="uses"][value="site"]');
    await visitor.choose('naming', 'nickname');
    await visitor.type('shownAs', 'M.');
    await visitor.choose('years', '1');
    await visitor.page.check('[name="agrees"]');
    await visitor.press('I agree');
    expect(await visitor.text()).toContain('You agreed');
    expect((await ownStory()).state).toBe('agreed');
  });

  test('Two weeks later somebody else shows it; everybody reads it, in words and on paper', async () => {
    const { id } = await ownStory();
    const visitor = await browser.come();
    expect(await statusOf(visitor, `/stories/${id}`)).toBe(404);
    product.clock.advance({ hours: 15 * 24 });
    const sato = await browser.come({ as: 'coordinator', width: 1280 });
    await sato.go(`/desk/stories/${id}`);
    await sato.press('Show it');
    expect((await ownStory()).state).toBe('published');
    await visitor.go(`/stories/${id}`);
    expect(await visitor.text()).toContain(title);
    expect(await visitor.text()).toContain('M.');
    expect(await statusOf(visitor, `/stories/${id}/story.pdf`)).toBe(200);
  });

  test('She takes it back by the link of her mail: every address is empty at once, and the proof comes', async () => {
    const { id } = await ownStory();
    const mail = await mailToMaya('You agreed to a story');
    const maya = await browser.come();
    await maya.go(/\/stories\/consents\/[^\s"<]+/.exec(mail)?.[0] ?? '');
    await maya.unfold('Take everything back');
    await maya.pressAt('form[action$="/recall"] button');
    expect(await maya.text()).toContain('It is taken back');
    const visitor = await browser.come();
    for (const part of ['', '/story.pdf', '/picture.png', '/photo.webp'])
      expect([part, await statusOf(visitor, `/stories/${id}${part}`)]).toEqual([part, 404]);
    await visitor.go('/stories');
    expect(await visitor.text()).not.toContain(title);
    expect(await mailToMaya('Proof: you have taken a story back')).toMatch(/SHA-256/);
  });
});
