import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { sayHowToTalk, sayWhat, sayWhen, sayWhere, WORDS } from '../support/filling-in.ts';
import { readMailedCode } from '../support/mailed-code.ts';
import { serveProduct } from '../support/product.ts';

describe.skipIf(!hasBrowser)('01 A resident asks for help in English on a phone', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  async function goOn(maya: Walker, from: string): Promise<void> {
    await maya.page.click(`#${from} [data-step-next]`);
    await maya.page.waitForFunction(() => !document.querySelector('form[aria-busy]'));
  }

  async function shownStep(maya: Walker): Promise<string[]> {
    return maya.page.locator('[data-step]:visible').evaluateAll((steps) => steps.map((step) => step.id));
  }

  test('Maya comes from the home page, goes through two steps and sends her request', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/');
    await maya.press('Ask for help');
    expect(maya.where()).toBe('/spot/requests/new');
    expect(await maya.text()).toMatch(/119.*110/);

    await sayWhat(maya);
    await goOn(maya, 'what');
    expect(await shownStep(maya)).toEqual(['meeting']);
    await sayWhen(maya);
    await sayWhere(maya);
    await sayHowToTalk(maya);
    await maya.unfold('Anything else?');
    await maya.type('goodToKnow', 'I come with a stroller.');
    await maya.press('Check my answers');

    const summary = await maya.text();
    expect(summary).toContain('Nothing has been sent yet');
    expect(summary).toContain(WORDS);
    expect(summary).toContain('役所の手続き');
    await maya.press('Send it');

    expect(await maya.text()).toContain('A coordinator will read it');
    expect(await maya.page.evaluate('document.activeElement.className')).toBe('flash');
    expect(await maya.page.title()).toMatch(/^Done: Request/);
    await maya.press('Write to the coordinators');
    await maya.type('words', 'My husband will come along.');
    await maya.press('Send');
    expect(maya.where()).toMatch(/^\/conversations\//);
    expect(await maya.text()).toContain('My husband will come along.');
    await maya.go('/spot/requests');
    expect(await maya.text()).toContain('Being read');
  });

  test('A step that lacks something keeps her there and says what, beside the field', async () => {
    const sita = await browser.come({ as: 'sita' });
    await sita.go('/spot/requests/new');
    await goOn(sita, 'what');
    expect(await shownStep(sita)).toEqual(['what']);
    expect(await sita.page.textContent('#category-refusal')).toContain('Please choose what it is about.');
    expect(await sita.page.title()).toMatch(/^Error: .* — What do you need\?/);
  });

  test('A holiday, a day gone by and a Sunday are refused at once, with the reason and the first possible day', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya);
    await goOn(maya, 'what');
    const reasons = {
      '2027-01-01': /closed (on public holidays|over New Year)/,
      '2026-11-29': /closed on this day/,
    };
    for (const [day, reason] of Object.entries(reasons)) {
      await sayWhen(maya, day);
      await maya.press('Check my answers');
      expect(await shownStep(maya)).toEqual(['meeting']);
      expect(await maya.page.textContent('#times\\.0-refusal')).toMatch(reason);
    }
    await sayWhen(maya, '2026-11-20');
    await maya.press('Check my answers');
    expect(await maya.page.textContent('#times\\.0-refusal')).toMatch(/passed.*The first possible day is/);
    expect(await maya.page.inputValue('[name="times.0.date"]')).toBe('2026-11-20');
    await sayWhen(maya);
    await maya.press('Check my answers');
    expect(await maya.page.locator('#times\\.0-refusal').count()).toBe(0);
    expect(await maya.page.inputValue('[name="ownWords"]')).toBe(WORDS);
  });

  test('A postcode fills in the ward and offers its towns; one of another ward is said to be so', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new#meeting');
    await maya.choose('placeKind', 'place');
    await maya.press('Check my answers');
    expect(await maya.page.textContent('#placeAt-refusal')).toContain('where you need help');
    await maya.choose('placeAt', 'elsewhere');
    await maya.type('place.postcode', '150-0001');
    await maya.press('Check my answers');
    expect(await maya.page.inputValue('[name="place.municipality"]')).toBe('13113');
    await maya.page.selectOption('select[name="place.town"]', '神宮前一丁目');
    await maya.type('place.postcode', '130-0001');
    await maya.press('Check my answers');
    expect(await maya.page.textContent('#place\\.postcode-refusal')).toContain('Sumida');
    await maya.press('Find the town');
    expect(await maya.page.inputValue('[name="place.municipality"]')).toBe('13107');
    expect(await maya.page.locator('select[name="place.town"] option').count()).toBe(4);
  });

  test('A postcode that nobody has is said to be so when its town is looked up, and leaves no ward standing', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new#meeting');
    await maya.choose('placeKind', 'place');
    await maya.choose('placeAt', 'elsewhere');
    await maya.type('place.postcode', '9999999');
    await maya.press('Find the town');
    expect(await shownStep(maya)).toEqual(['meeting']);
    expect(await maya.page.locator('#place\\.postcode-refusal').isVisible()).toBe(true);
    expect(await maya.page.inputValue('[name="place.municipality"]')).toBe('');
    await maya.type('place.postcode', '130-0001');
    await maya.press('Find the town');
    expect(await maya.page.locator('#place\\.postcode-refusal').count()).toBe(0);
    expect(await maya.page.inputValue('[name="place.municipality"]')).toBe('13107');
  });

  test('A town is found by its name in Latin letters, without its chome', async () => {
    const sita = await browser.come({ as: 'sita' });
    await sita.go('/spot/requests/new#meeting');
    await sita.choose('placeKind', 'place');
    await sita.choose('placeAt', 'elsewhere');
    await sita.page.selectOption('[name="place.municipality"]', '13110');
    await sita.page.fill('[name="place.town"]', 'Nakameguro');
    await sita.press('Check my answers');
    expect(await sita.page.locator('#times-refusal').count()).toBe(1);
    expect(await sita.page.locator('#place\\.town-refusal').count()).toBe(0);
  });

  test('Somebody who has not signed in sees the form first, signs in when it is sent, and has typed nothing in vain', async () => {
    const visitor = await browser.come();
    await visitor.go('/spot/requests/new');
    const field = await visitor.page
      .locator('#what input:visible, #what label:visible')
      .first()
      .boundingBox();
    expect(field?.y).toBeLessThan(700);
    await sayWhat(visitor);
    await goOn(visitor, 'what');
    await sayWhen(visitor);
    await visitor.choose('placeKind', 'online');
    await visitor.press('sign in and send');
    expect(visitor.where()).toBe('/sign-in');
    const email = 'somebody-new@example.org';
    await visitor.type('email', email);
    await visitor.press('Send me a code');
    await visitor.type('code', await readMailedCode(visitor.page.context(), email));
    await visitor.pressAt('form[action$="/sign-in/code"] button[data-kind="main"]');
    expect(visitor.where()).toBe('/spot/requests/summary');
    expect(await visitor.text()).toContain(WORDS);
    expect(await visitor.text()).toContain('Nothing has been sent yet');
  });

  test('At her answers she changes the language, loads the page again and changes one answer, and nothing is lost', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya);
    await goOn(maya, 'what');
    await sayWhen(maya);
    await sayWhere(maya);
    await sayHowToTalk(maya);
    await maya.press('Check my answers');
    await maya.page.locator('summary').filter({ hasText: 'English' }).first().click();
    await maya.press('简体中文', 'header');
    expect(new URL(maya.page.url()).pathname).toBe('/zh-Hans/spot/requests/summary');
    expect(await maya.text()).toContain(WORDS);
    await maya.page.reload();
    await maya.page.goBack();
    expect(await maya.text()).toContain('Nothing has been sent yet');
    await maya.pressAt('a[href$="#placeName"], a[href$="#place"]');
    expect(await shownStep(maya)).toEqual(['meeting']);
    await maya.type('placeName', 'Sumida ward office, third floor');
    await maya.press('Back to my answers');
    expect(maya.where()).toBe('/spot/requests/summary');
    expect(await maya.text()).toContain('third floor');
  });

  test('Enter in a field goes on, and a photo that is none is refused before it travels', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya);
    const file = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
    await maya.page.setInputFiles('[name="photo"]', file);
    expect(await maya.page.textContent('#photo-refusal')).toContain('Please send a photo');
    expect(await maya.page.inputValue('[name="photo"]')).toBe('');
    await maya.page.focus('[name="category"]');
    await maya.page.keyboard.press('Enter');
    await maya.page.waitForSelector('#meeting:visible');
    expect(await shownStep(maya)).toEqual(['meeting']);
    await sayWhen(maya);
    await sayWhere(maya);
    await Promise.all([
      maya.page.waitForURL('**/spot/requests/summary'),
      maya.page.press('[name="placeName"]', 'Enter'),
    ]);
  });

  test('What she types after a photo was refused is there when the page is loaded again, at the step where she is', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya, 'A letter.');
    await maya.unfold('photo');
    // Named like a photo: only the server sees that it is none.
    const file = { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') };
    await maya.page.setInputFiles('[name="photo"]', file);
    await maya.press('Add this photo');
    const summary = maya.page.locator('.form-refusals');
    expect(await summary.isVisible()).toBe(true);
    await maya.type('ownWords', 'A letter from the tax office.');
    await goOn(maya, 'what');
    expect(await summary.isVisible()).toBe(false);
    await maya.type('times.0.date', '2026-12-02');
    await maya.page.waitForFunction(() =>
      Object.entries(sessionStorage).some(
        ([key, typed]) => key.startsWith('draft spot-request ') && typed.includes('2026-12-02'),
      ),
    );
    await maya.page.reload();
    expect(await shownStep(maya)).toEqual(['meeting']);
    expect(await maya.page.inputValue('[name="ownWords"]')).toBe('A letter from the tax office.');
    expect(await maya.page.inputValue('[name="times.0.date"]')).toBe('2026-12-02');
    expect(await summary.isVisible()).toBe(false);
  });

  test('In another language the form stays at its step', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya);
    await goOn(maya, 'what');
    await maya.page.locator('summary').filter({ hasText: 'English' }).first().click();
    await maya.press('简体中文', 'header');
    expect(await shownStep(maya)).toEqual(['meeting']);
    expect(await maya.page.inputValue('[name="ownWords"]')).toBe(WORDS);
    await maya.page.goBack();
    expect(await shownStep(maya)).toEqual(['what']);
  });

  test('What she wrote before is offered once, and thrown away when she says so twice', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya, 'A letter from the tax office.');
    await maya.press('Keep it for later');
    expect(await maya.text()).not.toContain('Ask for help');
    await maya.press('Continue writing');
    expect(await maya.page.inputValue('[name="ownWords"]')).toBe('A letter from the tax office.');
    await maya.unfold('Throw it away');
    await maya.press('Throw it away', '.confirm-inside');
    expect(await maya.page.inputValue('[name="ownWords"]')).toBe('');
  });

  test('When her session is over, the next step leads to signing in, and what she typed is kept', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya);
    await maya.page.context().clearCookies();
    await Promise.all([maya.page.waitForURL('**/sign-in?**'), maya.page.click('#what [data-step-next]')]);
    expect(new URL(maya.page.url()).searchParams.get('back')).toMatch(/^\/kept-forms\//);
    await maya.look();
  });

  test('Words of danger bring the emergency numbers up beside them, before the next step and before anything is sent', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/spot/requests/new');
    await sayWhat(maya, 'My husband hits me and I am afraid to go home.');
    await maya.page.waitForSelector('#what [data-danger][role="alert"] a[href="tel:110"]');
    await goOn(maya, 'what');
    expect(await shownStep(maya)).toEqual(['meeting']);
    expect(await maya.page.locator('.emergency-line').isVisible()).toBe(true);
  });

  test('Words of danger that could not be loaded in a tunnel are loaded when she writes on', async () => {
    const maya = await browser.come({ as: 'maya' });
    let tries = 0;
    await maya.page.route('**/danger-words', (route) =>
      tries++ === 0 ? route.fulfill({ body: 'Sign in to the Wi-Fi of this station' }) : route.continue(),
    );
    await maya.go('/spot/requests/new');
    await sayWhat(maya, 'My husband hits me.');
    await expect.poll(() => tries).toBe(1);
    await maya.type('ownWords', 'My husband hits me and I am afraid to go home.');
    await maya.page.waitForSelector('#what [data-danger][role="alert"] a[href="tel:110"]');
  });

  test('They come up on the way to the next step as well, once, and take the focus', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.page.route('**/danger-words', (route) => route.fulfill({ json: [] }));
    await maya.go('/spot/requests/new');
    await sayWhat(maya, 'I have chest pain. I want to die.');
    await goOn(maya, 'what');
    expect(await shownStep(maya)).toEqual(['what']);
    expect(await maya.page.locator('[data-danger]:focus a[href="tel:119"]').isVisible()).toBe(true);
    await goOn(maya, 'what');
    await sayWhen(maya);
    await sayWhere(maya);
    await sayHowToTalk(maya);
    await maya.press('Check my answers');
    expect(await maya.text()).toContain('Nothing has been sent yet');
  });
});
