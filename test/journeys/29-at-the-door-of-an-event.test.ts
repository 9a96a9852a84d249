import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('24 At the door of an event', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const event = await db
    .selectFrom('events.events')
    .select(['id', 'starts_at'])
    .where('state', '=', 'published')
    .orderBy('starts_at')
    .executeTakeFirstOrThrow();
  const door = `/desk/events/${event.id}/door`;
  const here = async () =>
    (await db.selectFrom('events.door_here').select('place').where('event_id', '=', event.id).execute())
      .length;
  product.clock.advance({
    seconds: Math.round(event.starts_at.since(product.clock()).total('seconds')) - 600,
  });

  test('What is pressed without the network counts at once, stays when the page is gone, and is sent later, once', async () => {
    const sato = await browser.come({ as: 'coordinator' });
    await sato.go(door);
    const { page } = sato;
    const context = page.context();
    const [adults, total] = [
      page.locator('[data-count-of="adult"]'),
      page.locator('[data-count-of="everybody"]'),
    ];
    const presses = page.locator('[data-place] button');
    await context.setOffline(true);
    await presses.first().click();
    expect(await presses.first().getAttribute('aria-pressed')).toBe('true');
    expect([await adults.textContent(), await total.textContent()]).toEqual(['2', '3']);
    expect(await page.locator('[data-away]').isVisible()).toBe(true);
    // Taken back and pressed again: three presses wait.
    await presses.first().click();
    expect(await total.textContent()).toBe('2');
    await presses.first().click();
    await page.fill('#name', 'Gita');
    await page.press('#name', 'Enter');
    await expect.poll(() => page.locator('[data-waits]').textContent()).toBe('Not sent yet: 4');
    expect([await total.textContent(), await here()]).toEqual(['4', 1]);
    // The tab ends before the network is back.
    await page.goto('about:blank');
    await context.setOffline(false);
    await sato.go(door);
    await expect.poll(here).toBe(2);
    await expect.poll(() => page.locator('[data-waits]').isVisible()).toBe(false);
    expect(await total.textContent()).toBe('4');
    await page.reload();
    expect(await total.textContent()).toBe('4');
    expect(await page.locator('main').textContent()).toContain('Gita');
    const { rows } = await product.database.pool.query(
      'select count(*)::integer as lines from events.door_entries',
    );
    expect(rows).toEqual([{ lines: 6 }]);
    // What fails to load without a connection is no fault of the page.
    sato.complaints.length = 0;
  });

  test('Someone finds a name as it sounds, without the network', async () => {
    const sato = await browser.come({ as: 'coordinator' });
    await sato.go(door);
    await sato.page.context().setOffline(true);
    const rows = sato.page.locator('.door-row[data-find]');
    const all = await rows.count();
    await sato.page.fill('[type="search"]', 'nobody at all');
    expect(await sato.page.locator('.door-row[data-find]:visible').count()).toBe(0);
    await sato.page.fill('[type="search"]', '');
    expect(await sato.page.locator('.door-row[data-find]:visible').count()).toBe(all);
    await sato.page.context().setOffline(false);
    sato.complaints.length = 0;
  });
});
