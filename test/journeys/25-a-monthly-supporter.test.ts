import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

const EMAIL = 'hana@otonari.example';

describe.skipIf(!hasBrowser)(
  '25 Hana gives every month, her card fails, is repaired, and she stops',
  async () => {
    const product = await serveProduct();
    const browser = await openBrowser(product);
    const { db } = product.database;

    /** The newest mail to her with some words, once it is there. */
    async function mailWith(words: string): Promise<string> {
      const find = async () => {
        await product.hurry();
        const mail = await db
          .selectFrom('platform.development_mail')
          .select('body')
          .where('recipient', '=', EMAIL)
          .where('body', 'like', `%${words}%`)
          .orderBy('sent_at', 'desc')
          .executeTakeFirst();
        return mail?.body ?? '';
      };
      await expect.poll(find, { timeout: 20_000, interval: 300 }).not.toBe('');
      return find();
    }
    const linkIn = (mail: string, pattern: RegExp) => pattern.exec(mail)?.[1] ?? '';
    const hana = () => browser.come({ locale: 'ja', scripts: 'off' });
    /** The provider's page of her monthly payment. */
    async function atProvider(walker: Walker): Promise<void> {
      const { id } = await db
        .selectFrom('giving.practice_objects')
        .select('id')
        .where('id', 'like', 'sub%')
        .executeTakeFirstOrThrow();
      await walker.go(`/giving/practice/${id}`);
    }

    test('She begins in Japanese; the page and the first mail say until when', async () => {
      const walker = await hana();
      await walker.go('/giving/new?rhythm=monthly');
      await walker.choose('tier', '3000');
      await walker.choose('channel', 'card');
      await walker.type('name', '髙橋 花');
      await walker.type('email', EMAIL);
      await walker.press('内容を確かめる');
      expect(await walker.text()).toContain('毎月3,000円（停止するまで）');
      await walker.press('送信して支払いへ進む');
      await walker.press('支払いへ進む');
      await walker.press('支払う');
      const mail = await mailWith('停止なさるまで');
      expect(mail).toContain('3,000円');
    });

    test('Her card fails: one link leads to another card, and it goes on', async () => {
      const walker = await hana();
      product.clock.advance({ days: 31 });
      await atProvider(walker);
      await walker.press('カードの引き落としを失敗させる');
      const mail = await mailWith('カードから引き落とせませんでした');
      const path = linkIn(mail, /\/ja(\/giving\/promises\/\S+\/card)/);
      product.clock.advance({ days: 1 });
      await walker.go(path);
      await walker.press('別のカードに替える');
      expect(walker.where()).toMatch(/^\/giving\/promises\//);
      await mailWith('カードの引き落としができるようになりました');
      await walker.page.reload();
      expect(await walker.text()).toContain('継続中');
    });

    test('She stops from the mail, at once, without signing in; a mail confirms it', async () => {
      const walker = await hana();
      await walker.go(linkIn(await mailWith('引き落としができる'), /\/ja(\/giving\/promises\/[^\s/]+)\s/));
      await walker.unfold('停止する');
      await walker.pressAt('form[action$="/cancellation"] button');
      expect(await walker.text()).toContain('停止しました。もう引き落としはありません。');
      await mailWith('毎月3,000円のご寄付を停止しました');
      const stopped = () =>
        db
          .selectFrom('giving.practice_objects')
          .select('state')
          .where('id', 'like', 'sub%')
          .executeTakeFirst();
      await expect.poll(async () => (await stopped())?.state, { timeout: 20_000 }).toBe('cancelled');
    });
  },
);
