import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { listRequests } from '../support/samples.ts';
import type { PersonName } from '../support/world.ts';

const SATO = 'sato@law.example';
const JAPANESE = '通常の使い方で付いた汚れは、貸主の負担です。支払う前に、内訳を書面で求めてください。';
const IN_CHINESE = '正常使用造成的污渍由房东负担。付款之前，请要求对方书面列出明细。';

/** A request that no neighbor can help with, and a lawyer who does; the advice is given in Chinese. */
describe.skipIf(!hasBrowser)('39 From Spot to a lawyer', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const request = (await listRequests(db)).find(({ state }) => state === 'submitted') ?? expect.fail();
  const asker = Object.entries(product.ids).find(([, id]) => id === request.requester_id)?.[0] as PersonName;
  const asks = () => browser.come({ as: asker, locale: 'zh-Hans', scripts: 'off' });
  const desk = () => browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
  const expert = () => browser.come({ locale: 'ja' });
  const own = () => db.selectFrom('consultations.matters').select('id').orderBy('number', 'desc');
  const latest = async () => (await own().limit(1).executeTakeFirstOrThrow()).id;
  const on = (days: number) =>
    product.clock().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days }).toString();

  let words = '';

  /** The link of the newest mail to the lawyer, once there are so many. */
  async function mailed(count: number): Promise<string> {
    const mails = () =>
      db
        .selectFrom('platform.development_mail')
        .select(['subject', 'body'])
        .where('recipient', '=', SATO)
        .orderBy('sent_at', 'desc')
        .execute();
    const arrived = async () => {
      await product.hurry();
      return (await mails()).length;
    };
    await expect.poll(arrived, { timeout: 20_000, interval: 300 }).toBe(count);
    const [{ subject, body } = { subject: '', body: '' }] = await mails();
    for (const words of [JAPANESE, '住まい', '弁護士']) expect(subject + body).not.toContain(words);
    return /\/experts\/\S+/.exec(body)?.[0] ?? expect.fail();
  }

  test('A coordinator leads the request on; whoever asked takes their words along, after the emergency screen', async () => {
    const coordinator = await desk();
    await coordinator.go(`/desk/requests/${request.id}`);
    const form = coordinator.page.locator('form[action$="/redirection"]');
    await coordinator.page.locator('details:has(form[action$="/redirection"]) > summary').first().click();
    await form.locator('[name="target"][value="consultation"]').check({ force: true });
    await form.locator('[name="redirectionWords"]').fill('A lawyer should look at this.');
    await form.locator('summary').last().click();
    await coordinator.pressAt(
      'form[action$="/redirection"] [type="submit"], form[action$="/redirection"] button',
    );
    const sita = await asks();
    await sita.go(`/spot/requests/${request.id}`);
    words = await sita.page.locator('form[action$="/consultations/taking"] [name="words"]').inputValue();
    expect(words).not.toBe('');
    await sita.pressAt('form[action$="/consultations/taking"] button');
    expect(await sita.page.locator('main a[href="tel:110"]').first().isVisible()).toBe(true);
    await sita.pressAt('main a[href$="/consultations/asking"]');
    expect(await sita.page.inputValue('[name="words"]')).toBe(words);
    await sita.choose('field', 'housing');
    await sita.choose('urgency', 'this_week');
    await sita.choose('language', 'zh');
    await sita.page.check('[name="isAgreed"]', { force: true });
    await sita.pressAt('main form[action$="/consultations/asking"] button[data-kind="main"]');
    expect(sita.where()).toBe(`/consultations/${await latest()}`);
  });

  test('The coordinator takes it, enters a lawyer, and proposes them with what would be passed on', async () => {
    const id = await latest();
    const coordinator = await desk();
    await coordinator.go('/desk/experts');
    await coordinator.type('name', '佐藤 浩');
    await coordinator.choose('license', 'lawyer');
    await coordinator.type('licenseNumber', '12345');
    await coordinator.type('email', SATO);
    await coordinator.choose('fields', 'housing');
    await coordinator.choose('languages', 'en');
    await coordinator.type('hoursAMonth', '3');
    await coordinator.press('Add them');
    expect(await coordinator.text()).toContain('3 of 3 hours left');
    await coordinator.go(`/desk/consultations/${id}`);
    await coordinator.press('Take it and open it');
    await coordinator.go(`/desk/consultations/${id}/referrals`);
    const { id: expertId } = await db
      .selectFrom('consultations.experts')
      .select('id')
      .orderBy('added_at', 'desc')
      .executeTakeFirstOrThrow();
    await coordinator.choose('expertId', expertId);
    await coordinator.type('hours', '2');
    await coordinator.choose('manner', 'warm');
    await coordinator.choose('passes', 'words');
    await coordinator.type('untilOn', on(40));
    await coordinator.press('Lay it before the resident');
    expect(await coordinator.text()).toContain('Waits for the resident');
  });

  test('Whoever asked reads to whom, what and that it costs nothing, and says yes', async () => {
    const sita = await asks();
    await sita.go(`/consultations/${await latest()}/referrals`);
    const text = await sita.text();
    for (const words of ['佐藤 浩', '12345', '协调员会陪您一起去', '不需要付任何费用'])
      expect(text).toContain(words);
    await sita.press('同意转达');
  });

  test('The lawyer is asked by mail, sees nothing before names are compared, and takes it on without an account', async () => {
    const id = await latest();
    const coordinator = await desk();
    await coordinator.go(`/desk/consultations/${id}/referrals`);
    await coordinator.press('Ask this expert');
    const link = await mailed(1);
    const sato = await expert();
    await sato.go(link);
    expect(await sato.text()).not.toContain('住まい');
    await coordinator.go(`/desk/consultations/${id}/parties`);
    await coordinator.choose('decision', 'clear');
    await coordinator.press('Write it down');
    await sato.go(link);
    await sato.press('引き受けます');
    expect(await sato.text()).toContain(words);
    await coordinator.go(`/desk/consultations/${id}/advice`);
    expect(await coordinator.text()).toContain('We speak again on Tue, Dec 1, 2026');
    await coordinator.go('/desk/experts');
    expect(await coordinator.text()).toContain('1 of 3 hours left');
  });

  test('Advice with an interpreter goes only after the lawyer has read it by their link', async () => {
    const id = await latest();
    const coordinator = await desk();
    await coordinator.go(`/desk/consultations/${id}/advice`);
    await coordinator.unfold('Write down the advice');
    await coordinator.type('japanese', JAPANESE);
    await coordinator.type('words', IN_CHINESE);
    await coordinator.choose('origin', 'interpreter');
    await coordinator.press('Keep the draft');
    expect(await coordinator.text()).toContain('reads it by their own link');
    const link = await mailed(2);
    const sato = await expert();
    await sato.go(link);
    expect(await sato.text()).toContain(JAPANESE);
    await sato.press('このとおりで間違いありません');
    await give(coordinator, id);
    const sita = await asks();
    await sita.go(`/consultations/${id}/advice`);
    const text = await sita.text();
    for (const words of [IN_CHINESE, '佐藤 浩 (弁護士 12345)']) expect(text).toContain(words);
  });

  async function give(coordinator: Walker, id: string): Promise<void> {
    await coordinator.go(`/desk/consultations/${id}/advice`);
    await coordinator.page.locator('#act-giving summary').click();
    await coordinator.pressAt('#act-giving button');
  }

  test('After one month and three, one press says whether it helped; the link has long been over', async () => {
    const id = await latest();
    for (const answer of ['partly', 'yes'] as const) {
      product.clock.advance({ hours: 24 * (answer === 'partly' ? 32 : 62) });
      const sita = await asks();
      await sita.go(`/consultations/${id}/advice`);
      await sita.pressAt(`#answer-${answer} button`);
    }
    const coordinator = await desk();
    await coordinator.go(`/desk/consultations/${id}/advice`);
    const text = await coordinator.text();
    for (const words of ['After one month: In part', 'After three months: Yes'])
      expect(text).toContain(words);
    const sato = await expert();
    await sato.go(await mailed(2));
    expect(await sato.text()).not.toContain(JAPANESE);
  });
});
