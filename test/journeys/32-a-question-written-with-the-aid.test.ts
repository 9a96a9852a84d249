import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { requestIn } from '../support/samples.ts';

describe.skipIf(!hasBrowser)('32 A question written with the aid', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);

  test('The coordinator sees what is hard, puts easier words in one after the other, and sends what is easy', async () => {
    const id = await requestIn(db, 'submitted');
    await db
      .updateTable('people.persons')
      .set({ japanese_speaking: 'a2' })
      .where('id', '=', product.ids.sita)
      .execute();
    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go(`/desk/requests/${id}`);
    await coordinator.unfold('本人に聞く');
    const { page } = coordinator;
    const form = page.locator('form[action$="/questions"]');
    const words = form.locator('[name="question"]');
    await words.fill('申請書に氏名を記入しましたか。');
    await form.getByRole('button', { name: 'やさしい日本語か調べる' }).click();
    // What is typed while an answer is on its way is not lost, and the press is done all the same.
    await page.route(
      '**/questions',
      async (route) => {
        await words.evaluate((field: HTMLTextAreaElement) => {
          field.value += 'おしえてください。';
        });
        await route.continue();
      },
      { times: 1 },
    );
    await form.getByRole('button', { name: '名前' }).click();
    await expect.poll(() => words.inputValue()).toBe('申請書に名前を記入しましたか。おしえてください。');
    await form
      .getByRole('button', { name: '書きました' })
      .or(form.getByRole('button', { name: '書き' }))
      .first()
      .click();
    await expect.poll(() => words.inputValue()).toBe('申請書に名前を書きましたか。おしえてください。');
    expect(await form.locator('.aid-share').textContent()).toContain('はじめ：');
    // Nothing was sent meanwhile.
    expect(await requestIn(db, 'submitted')).toBe(id);
    await coordinator.pressAt('form[action$="/questions"] button:not([name])');
    expect(await coordinator.text()).toContain('質問を送りました');
    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/spot/requests/${id}`);
    expect(await sita.text()).toContain('申請書に名前を書きましたか。');
  });

  test('An office uses the open page without signing in and without JavaScript', async () => {
    const office = await browser.come({ locale: 'ja', scripts: 'off' });
    await office.go('/easy-japanese');
    await office.type('words', '本日は3日です。');
    await office.press('調べる');
    expect(await office.text()).toContain('むずかしい語です');
    await office.press('今日');
    expect(await office.page.inputValue('[name="words"]')).toBe('今日は3日です。');
    await office.press('漢字にふりがなをつける');
    expect(await office.page.inputValue('[name="words"]')).toBe('今日《きょう》は｜3日《みっか》です。');
    expect(await office.page.inputValue('#copy')).toBe('今日（きょう）は3日（みっか）です。');
  });
});
