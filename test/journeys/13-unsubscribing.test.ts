import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { requestIn } from '../support/samples.ts';
import { PEOPLE } from '../support/world.ts';

describe.skipIf(!hasBrowser)('13 Mail that says little, and how to stop it', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  /** The text of the newest mail to somebody, once it is there. */
  async function readMail(walker: Walker, email: string): Promise<string> {
    const mail = () =>
      product.database.db
        .selectFrom('platform.development_mail')
        .select(['id', 'body'])
        .where('recipient', '=', email)
        .where('body', 'like', '%unsubscriptions%')
        .orderBy('sent_at', 'desc')
        .executeTakeFirst();
    const isThere = async () => {
      await product.hurry();
      return Boolean(await mail());
    };
    await expect.poll(isThere, { timeout: 20_000, interval: 300 }).toBe(true);
    const kept = await mail();
    await walker.go(`/dev/mail/${kept?.id}`);
    return kept?.body ?? '';
  }

  test('Sita is told that something happened, not what; one press without signing in stops it', async () => {
    const id = await requestIn(product.database.db, 'submitted');
    const coordinator = await browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
    await coordinator.go(`/desk/requests/${id}`);
    // Without a Japanese rendering, letting through asks once more.
    await coordinator.page.locator('details:has(form[action$="/opening"]) > summary').first().click();
    await coordinator.pressAt('form[action$="/opening"] button');

    const sita = await browser.come({ scripts: 'off' });
    const mail = await readMail(sita, PEOPLE.sita);
    expect(mail).not.toContain('hand in a form');
    expect(mail).not.toContain('墨田');

    const path = /\/unsubscriptions\/[^\s]+/.exec(mail)?.[0] ?? '';
    await sita.go(path);
    await sita.pressAt('form[action*="/unsubscriptions/"] button');
    const stopped = await product.database.db
      .selectFrom('notifications.opt_outs')
      .selectAll()
      .where('person_id', '=', product.ids.sita)
      .execute();
    expect(stopped.length).toBeGreaterThan(0);
  });

  test('What happened stands in her inbox all the same, and she chooses herself how she is told', async () => {
    const sita = await browser.come({ as: 'sita' });
    await sita.go('/inbox');
    // By its own name: news that comes meanwhile stands above it.
    const opened = sita.page.locator('main article', { hasText: 'We have read your request' });
    const id = await opened.first().getAttribute('id');
    const line = sita.page.locator(`[id="${id}"]`);
    const isNew = line.getByText('New', { exact: true });
    expect(await isNew.count()).toBe(1);
    await line.getByRole('link').click();
    await sita.page.waitForURL(/\/spot\/requests\//);
    await sita.go('/inbox');
    expect([await line.count(), await isNew.count()]).toEqual([1, 0]);
    await sita.go('/me/notifications');
    expect(await sita.page.locator('main form').count()).toBeGreaterThan(0);
  });
});
