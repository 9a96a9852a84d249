import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { barOf, childOf, classOf, fetcherOf, seatOf } from '../support/class-day.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('38 The day of a class', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const now = product.clock();
  const { coordinator, haru, sita } = product.ids;
  const byId = coordinator;
  const startsAt = now.add({ minutes: 10 });
  const sessionId = await classOf(db, { tutorIds: [haru, byId], byId, startsAt, now });
  const children: { childId: string; guardianshipId: string }[] = [];
  for (const name of ['Asha', 'Ren']) {
    const child = await childOf(db, { name, guardianId: sita, now });
    await seatOf(db, { sessionId, childId: child.childId, now });
    children.push(child);
  }
  const [asha = { childId: '', guardianshipId: '' }] = children;
  const of = { guardianId: sita, now };
  await fetcherOf(db, asha.childId, { name: 'Ram Gurung', ...of });
  await barOf(db, asha.childId, { name: 'Gurung Ram', ...of });
  const path = `/classes/sessions/${sessionId}/day`;
  const entries = async () =>
    (
      await db
        .selectFrom('classes.presence_entries')
        .select(['act', 'match'])
        .where('session_id', '=', sessionId)
        .orderBy('id')
        .execute()
    ).map(({ act, match }) => match ?? act);

  test('A forbidden fetcher is stopped without the network, and the mother takes her child: sent later, once', async () => {
    const tutor = await browser.come({ as: 'haru' });
    await tutor.go(path);
    const { page } = tutor;
    const row = page.locator(`#child-${asha.childId}`);
    await page.context().setOffline(true);
    await row.getByRole('button', { name: 'Here', exact: false }).first().click();
    await page.fill('[type="search"]', 'ram');
    // Whoever stands there is found by name; there is nothing to press for him, and whom to call.
    await expect.poll(() => page.locator('.door-row[data-find]:visible').count()).toBe(1);
    expect(await row.textContent()).toContain('Do not hand over to');
    expect(await row.textContent()).toContain('Call 03-1234-0000.');
    expect(await row.getByRole('button', { name: /Ram/ }).count()).toBe(0);
    await page.fill('[type="search"]', '');
    await row.getByRole('button', { name: /Mother of Asha/ }).click();
    const here = page.locator('[data-rows-with="came"]');
    const gone = page.locator('[data-rows-with="gone"]');
    expect([await here.textContent(), await gone.textContent()]).toEqual(['0', '1']);
    expect(await page.locator('[data-waits]').textContent()).toBe('Not sent yet: 2');
    expect(await entries()).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(entries, { timeout: 25_000 }).toEqual(['in', 'listed']);
    await page.reload();
    expect([await here.textContent(), await gone.textContent()]).toEqual(['0', '1']);
    // What fails to load without a connection is no fault of the page.
    tutor.complaints.length = 0;
  });

  test('The page and the sheet have no fault, in each language', async () => {
    for (const locale of ['en', 'ja', 'ja-easy', 'zh-Hans'] as const) {
      const tutor = await browser.come({ as: 'haru', locale });
      for (const at of [path, `${path}/sheet`, `/classes/sessions/${sessionId}/incidents`])
        await tutor.go(at);
    }
  });

  test('Without JavaScript every press is a form', async () => {
    const tutor = await browser.come({ as: 'haru', scripts: 'off' });
    await tutor.go(path);
    const [, ren = asha] = children;
    await tutor.page.locator(`#child-${ren.childId}`).getByRole('button').first().click();
    expect(await tutor.page.locator('[data-rows-with="came"]').textContent()).toBe('1');
  });
});
