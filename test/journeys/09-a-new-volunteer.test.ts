import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('09 Somebody becomes a volunteer', async () => {
  const product = await serveProduct();
  const { nobody } = product.ids;
  const browser = await openBrowser(product);

  test('Noa applies from the home page', async () => {
    const noa = await browser.come({ as: 'nobody' });
    await noa.go('/');
    await noa.pressAt('main a[href$="/volunteering"]');
    await noa.pressAt('main a[href$="/volunteering/application"]');
    await noa.type('motivation', 'My neighbors helped me when I came.');
    await noa.page.locator('[name="helpWith"]').first().check();
    await noa.pressAt('form[action$="/volunteering/application"] button[data-kind="main"]');
    expect(noa.where()).toBe('/volunteering');
  });

  test('A coordinator invites to an interview, holds it, and records the training', async () => {
    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go('/trust/applications');
    await coordinator.pressAt(`a[href*="/trust/people/${nobody}"]`);
    const interviews = 'form[action$="/interviews"]';
    await openAround(coordinator, interviews);
    await coordinator.page.fill(`${interviews} [type="date"]`, '2026-11-24');
    await chooseAnything(coordinator, interviews, '10:00');
    await coordinator.pressAt(`${interviews} button`);
    expect(await coordinator.page.locator('form [aria-invalid="true"]').count()).toBe(0);

    product.clock.advance({ hours: 2 });
    await coordinator.go(`/trust/people/${nobody}`);
    const outcomes = 'form[action$="/interview-outcomes"]';
    await openAround(coordinator, outcomes);
    await coordinator.page.locator(`${outcomes} [value="fits"]`).check({ force: true });
    await coordinator.pressAt(`${outcomes} button`);

    const trainings = 'form[action$="/trainings"]';
    await openAround(coordinator, trainings);
    await coordinator.type('trainingTitle', 'はじめの研修');
    await coordinator.type('trainedOn', '2026-11-24');
    await coordinator.pressAt(`${trainings} button`);
    expect(await coordinator.text()).toContain('はじめの研修');
  });

  test('Noa takes the pledge, line by line, and is approved', async () => {
    const noa = await browser.come({ as: 'nobody', scripts: 'off' });
    await noa.go('/volunteering/pledge');
    for (const line of await noa.page.locator('[name="lines"]').all()) await line.check();
    await noa.pressAt('form[action$="/volunteering/pledge"] button[data-kind="main"]');
    expect(noa.where()).toBe('/volunteering');

    const coordinator = await browser.come({ as: 'coordinator', locale: 'ja', width: 1280 });
    await coordinator.go(`/trust/people/${nobody}`);
    const approval = 'form[action$="/approval"]';
    await openAround(coordinator, approval);
    // Without languages, town, times and insurance nobody would ask Noa: not approved by accident.
    await coordinator.pressAt(`${approval} button`);
    expect(await stateOfApplication()).toBe('submitted');
    await openAround(coordinator, approval);
    await coordinator.page.locator(`${approval} [name="knownUnready"]`).check();
    await coordinator.pressAt(`${approval} button`);
    expect(await stateOfApplication()).toBe('approved');
    await noa.go('/spot/offers');
    expect(await noa.text()).toContain('Nothing is waiting for you now');
  });

  async function stateOfApplication(): Promise<string | undefined> {
    const row = await product.database.db
      .selectFrom('trust.applications')
      .select('state')
      .where('person_id', '=', nobody)
      .executeTakeFirst();
    return row?.state;
  }

  type Walking = Awaited<ReturnType<typeof browser.come>>;

  /** Unfolds what a form is folded away in. */
  async function openAround(walker: Walking, form: string): Promise<void> {
    const folded = walker.page.locator(`details:not([open]):has(${form})`);
    if ((await folded.count()) > 0) await folded.first().locator('summary').first().click();
  }

  /** Answers the rest of the interview's form: the time, how long, where. */
  async function chooseAnything(walker: Walking, form: string, time: string): Promise<void> {
    for (const select of await walker.page.locator(`${form} select`).all()) {
      const values = await select
        .locator('option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
      await select.selectOption(values.includes(time) ? time : (values.find(Boolean) ?? ''));
    }
    for (const input of await walker.page.locator(`${form} [type="time"]`).all()) await input.fill(time);
    const radios = walker.page.locator(`${form} [type="radio"]`);
    if ((await radios.count()) > 0) await radios.first().check({ force: true });
    for (const input of await walker.page.locator(`${form} [type="text"]`).all()) {
      if ((await input.inputValue()) === '') await input.fill('30');
    }
  }
});
