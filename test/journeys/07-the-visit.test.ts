import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { requestIn, volunteerOf } from '../support/samples.ts';

describe.skipIf(!hasBrowser)('07 They meet, and both say how it was', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  // The small world's day begins at 9; this visit is at 14.
  const id = await requestIn(db, 'confirmed');
  const name = await volunteerOf(db, product.ids, id);
  const stateOf = async (requestId: string) =>
    (
      await db
        .selectFrom('spot.support_requests')
        .select('state')
        .where('id', '=', requestId)
        .executeTakeFirst()
    )?.state;

  test('The volunteer checks in, checks out and reports; the resident thanks; the request closes', async () => {
    product.clock.advance({ hours: 5 });
    const volunteer = await browser.come({ as: name, locale: 'ja' });
    await volunteer.go('/spot/visits');
    await volunteer.go(`/spot/visits/${id}`);
    await volunteer.press('会えました');
    // A tap too many: asked before the planned end, and taken back.
    await volunteer.unfold('終わりました');
    await volunteer.press('終わりました', '.confirm-inside');
    await volunteer.press('まだ終わっていません');
    expect(await stateOf(id)).toBe('in_progress');
    product.clock.advance({ hours: 1 });
    await volunteer.go(`/spot/visits/${id}`);
    await volunteer.press('終わりました');

    await volunteer.type('doneWords', '窓口で書類の意味を説明しました。');
    await volunteer.type('spentMinutes', '一時間');
    await volunteer.pressAt('form[action$="/report"] button[data-kind="main"]');
    expect(await volunteer.page.locator('#spentMinutes[aria-invalid="true"]').count()).toBe(1);
    await volunteer.type('spentMinutes', '55');
    await volunteer.type('learnedWords', '番号札は、はじめての人には分かりにくい。');
    await volunteer.press('報告を送る');
    // Sita reads no Japanese: said once beside the words she will read, then they go as they are.
    expect(await volunteer.page.textContent('#learnedWords-refusal')).toContain('Sitaさんが読むのは英語です');
    await volunteer.press('報告を送る');
    expect(await volunteer.text()).toContain('ありがとうございます');

    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/spot/requests/${id}`);
    await sita.choose('solution', 'solved');
    await sita.type('thanksWords', 'Thank you so much!');
    await sita.pressAt('form[action$="/feedback"] button[data-kind="main"]');
    expect(await sita.text()).toContain('Thank you for telling us.');
    expect(await sita.text()).toContain('番号札');

    await volunteer.go(`/spot/visits/${id}`);
    expect(await volunteer.text()).toContain('Thank you so much!');
    const { state } = await db
      .selectFrom('spot.support_requests')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(state).toBe('closed');
  });

  test('Something that felt unsafe reaches the coordinators at once, and not the volunteer', async () => {
    const visited = await requestIn(db, 'visited');
    const sita = await browser.come({ as: 'sita', scripts: 'off' });
    await sita.go(`/spot/requests/${visited}`);
    await sita.choose('solution', 'partly');
    await sita.page.check('[name="isUnsafe"]');
    await sita.type('unsafeWords', 'I was asked for money.');
    await sita.pressAt('form[action$="/feedback"] button[data-kind="main"]');
    expect(await sita.text()).toContain('It has reached the coordinators.');

    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go('/trust/concerns');
    await coordinator.page.locator('main a[href*="/trust/concerns/"]').first().click();
    await coordinator.page.waitForLoadState();
    await coordinator.look();
    expect(coordinator.where()).toMatch(/^\/trust\/concerns\//);
  });
});
