import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';
import { askedFor, requestIn } from '../support/samples.ts';

describe.skipIf(!hasBrowser)('04 The coordinator lets a request through and asks volunteers', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);

  test('From the desk she reads it, writes it in Japanese, lets it through, and asks those who fit', async () => {
    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go('/desk');
    await coordinator.press('読む', '.work-row');
    const id = await requestIn(db, 'submitted');
    expect(coordinator.where()).toBe(`/desk/requests/${id}`);
    expect(await coordinator.text()).toContain('I would like to hand in a form');

    await coordinator.unfold('日本語訳を書く');
    await coordinator.page.fill(
      'form[action$="/japanese-rendering"] textarea',
      '区役所に書類を出したいです。',
    );
    await coordinator.press('日本語訳を保存する');
    expect(await coordinator.text()).toContain('日本語訳を保存しました');

    await coordinator.press('募集を始める');
    expect(await coordinator.text()).toContain('募集を始めました');

    await coordinator.press('合う人と理由を見る');
    expect(await coordinator.text()).toContain('だれに声をかけられるか');
    expect(await coordinator.text()).toContain('佐藤');
    await coordinator.press('声をかける');
    expect((await askedFor(db, product.ids, id)).length).toBeGreaterThan(0);
  });

  test('What is unclear she asks back, and the resident’s answer brings it back to the desk', async () => {
    const id = await requestIn(db, 'asked_back');
    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/spot/requests/${id}`);
    expect(await sita.text()).toContain('Which paper is it?');
    await sita.type('answerWords', 'The insurance card of my daughter.');
    await sita.press('Send the answer');
    expect(await sita.text()).toContain('A coordinator will read your answer');
    await sita.go(`/spot/requests/${id}/conversation`);
    expect(await sita.text()).toContain('The insurance card of my daughter.');
    const state = () =>
      db.selectFrom('spot.support_requests').select('state').where('id', '=', id).executeTakeFirstOrThrow();
    await expect.poll(async () => (await state()).state, { timeout: 30_000 }).toBe('submitted');
  });

  test('A question that is ready-made reaches who reads English in English, and hard Japanese is held up once', async () => {
    const id = await requestIn(db, 'submitted');
    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go(`/desk/requests/${id}`);
    await coordinator.unfold('本人に聞く');
    const form = 'form[action$="/questions"]';
    expect(await coordinator.page.textContent(form)).toMatch(/Sitaさんは英語.*を読みます/);
    await coordinator.page.selectOption(`${form} [name="ready"]`, { label: 'どの書類のことですか。' });
    await coordinator.type('question', '下記をご確認ください。');
    await coordinator.pressAt(`${form} button:not([name])`);
    expect(await coordinator.page.textContent('#question-refusal')).toMatch(/Sita|「下記」→「下の」/);
    await coordinator.type('question', '');
    await coordinator.pressAt(`${form} button:not([name])`);
    expect(await coordinator.text()).toContain('質問を送りました');

    const sita = await browser.come({ as: 'sita' });
    await sita.go(`/spot/requests/${id}`);
    const question = sita.page.locator('#next [lang="en"]').filter({ hasText: 'Which paper is it about?' });
    expect(await question.isVisible()).toBe(true);
    expect(await sita.text()).toContain('The coordinators read Japanese and English.');
    await sita.look();
  });
});
