import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('31 A guide', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const guideOf = (slug: string) =>
    db.selectFrom('guides.guides').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
  const waits = await guideOf('garbage-to-review');
  const path = `/guides/${waits.slug}`;

  test('A coordinator writes one in Japanese; it is a draft that nobody else reads', async () => {
    const sato = await browser.come({ as: 'coordinator', width: 1280 });
    await sato.go('/desk/guides/new');
    await sato.type('slug', 'library');
    await sato.choose('category', 'education');
    await sato.type('title', '図書館のカードを作る');
    await sato.type('lead', '住んでいる区の図書館では、無料で本を借りられます。');
    await sato.type('heard', '貸出《かしだし》');
    await sato.type('step1Title', 'カードを作る');
    await sato.type('step1Text', '在留カードを見せて、紙を書きます。');
    await sato.pressAt('main form button[data-kind="main"]');
    expect((await guideOf('library')).state).toBe('draft');
    expect(await sato.text()).toContain('Japanese and Easy Japanese say title, lead and every step first');
    const visitor = await browser.come();
    await visitor.go('/guides?q=toshokan');
    expect(await visitor.text()).toContain('Nothing was found');
  });

  test('She publishes what a colleague wrote, and translates it beside the Japanese', async () => {
    const sato = await browser.come({ as: 'coordinator', width: 1280 });
    await sato.go(`/desk/guides/${waits.id}`);
    await sato.press('Publish');
    expect((await guideOf(waits.slug)).state).toBe('published');
    await sato.go(`/desk/guides/${waits.id}/words/en`);
    await sato.type('title', 'How garbage goes out');
    await sato.type('lead', 'By kind, on its day.');
    await sato.type('step1Title', 'Sort it');
    await sato.type('step1Text', 'Sort it by kind.');
    await sato.pressAt('main form button[data-kind="main"]');
    expect(await sato.text()).toContain('Saved.');
  });

  test('A resident finds it by gomi on a phone without scripts, and says that a step was right', async () => {
    const maya = await browser.come({ as: 'maya', scripts: 'off' });
    await maya.go('/guides');
    await maya.type('q', 'gomi');
    await maya.pressAt('main form button[data-kind="main"]');
    expect(await maya.text()).toContain('How garbage goes out');
    await maya.go(path);
    expect(await maya.text()).toContain('A person translated this text from Japanese.');
    await maya.pressAt('main form.action-form button >> nth=0');
    expect(await maya.text()).toContain('Thank you. It helps to know that.');
    const { rows } = await product.database.pool.query(
      'select sum(right_count)::integer as said from guides.answers',
    );
    expect(rows).toEqual([{ said: 1 }]);
  });

  test('The Japanese changes: the English says that it is behind, and is not shown where it would harm', async () => {
    const sato = await browser.come({ as: 'coordinator', width: 1280 });
    const change = async (words: string, grade: string) => {
      await sato.go(`/desk/guides/${waits.id}/words`);
      await sato.type('step1Text', words);
      await sato.choose('grade', grade);
      await sato.pressAt('main form button[data-kind="main"]');
    };
    const visitor = await browser.come();
    await change('種類ごとに、透明な袋に分けます。', 'changes');
    await visitor.go(path);
    expect(await visitor.text()).toContain('The Japanese text has changed since');
    expect(await visitor.text()).toContain('How garbage goes out');
    await change('電池は袋に入れません。燃えることがあります。', 'dangerous');
    await visitor.go(path);
    expect(await visitor.text()).toContain('Your language is not shown just now');
    expect(await visitor.text()).not.toContain('How garbage goes out');
    await sato.go(`/desk/guides/${waits.id}/words/en`);
    expect(await sato.text()).toContain('種類ごとに分けます。');
    await sato.type('step1Text', 'Sort it by kind. No batteries: they can catch fire.');
    await sato.page.check('[name="isRenewed"]');
    await sato.pressAt('main form button[data-kind="main"]');
    await visitor.go(path);
    expect(await visitor.text()).toContain('No batteries');
  });

  test('A volunteer is asked on her page whether a fact is still right, and says so', async () => {
    const midori = await browser.come({ as: 'midori' });
    await midori.go('/me');
    await midori.press('It is still right');
    expect(await midori.text()).toContain('Thank you. The guides say from now on that you looked today.');
    const { rows } = await product.database.pool.query(
      'select count(*)::integer as right from guides.facts where verified_on is not null',
    );
    expect(rows).toEqual([{ right: 1 }]);
  });
});
