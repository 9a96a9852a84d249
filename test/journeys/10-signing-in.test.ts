import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, type Walker } from '../support/browser.ts';
import { readMailedCode } from '../support/mailed-code.ts';
import { serveProduct } from '../support/product.ts';
import { PEOPLE } from '../support/world.ts';

describe.skipIf(!hasBrowser)('10 Signing in', async () => {
  const product = await serveProduct();
  const browser = await openBrowser(product);

  /** Asks for a code, reads it on the mailbox page, and types it. */
  async function signInByMail(walker: Walker, email: string): Promise<void> {
    await walker.go('/sign-in');
    await walker.type('email', email);
    await walker.pressAt('form[action$="/sign-in"] button[data-kind="main"]');
    expect(walker.where()).toBe('/sign-in/code');
    const code = await readMailedCode(walker.page.context(), email);
    await walker.type('code', code);
    await walker.pressAt('form[action$="/sign-in/code"] button[data-kind="main"]');
  }

  /** On a phone it lies in the menu. */
  const unfoldSignOut = (page: Page) => page.click('.shell-navigation > summary');

  test('Maya types the code from her mail, sees her devices, and signs out', async () => {
    const maya = await browser.come({ scripts: 'off' });
    await signInByMail(maya, PEOPLE.maya);
    await maya.go('/sessions');
    expect(await maya.page.locator('main').textContent()).toContain('Chrom');
    await unfoldSignOut(maya.page);
    await maya.pressAt('form[action$="/sign-out"] button');
    await maya.go('/me');
    expect(maya.where()).toBe('/sign-in');
  });

  test('Whoever changes the language of a page half filled in finds on it what they have typed', async () => {
    const stranger = await browser.come({ as: 'stranger' });
    await stranger.go('/welcome');
    await stranger.type('name', 'Thảo');
    await stranger.page
      .locator('header a[hreflang="ja"]')
      .first()
      .evaluate((link: HTMLElement) => link.click());
    await stranger.page.waitForURL(/\/ja\/welcome/);
    expect(await stranger.page.inputValue('[name="name"]')).toBe('Thảo');
    await stranger.page.reload();
    expect(await stranger.page.inputValue('[name="name"]')).toBe('');
    // What was to be taken along to a page that did not come is nobody's on the pages after it.
    await stranger.type('name', 'Thảo');
    await stranger.page
      .locator('header a[hreflang="en"]')
      .first()
      .evaluate((link: HTMLElement) => {
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
      });
    await stranger.go('/help-now');
    await stranger.go('/welcome');
    expect(await stranger.page.inputValue('[name="name"]')).toBe('');
  });

  test('Signed out elsewhere, a page says so and keeps what is being typed; sent, it is there after signing in', async () => {
    const maya = await browser.come({ as: 'maya' });
    await maya.go('/me/profile');
    await maya.type('name', 'Maya half typed');
    const elsewhere = await maya.page.context().newPage();
    await elsewhere.goto('/en/me');
    await unfoldSignOut(elsewhere);
    await elsewhere.locator('form[action$="/sign-out"] button').click();
    await maya.page.waitForSelector('[data-session-over]:not([hidden])');
    expect(await maya.page.inputValue('[name="name"]')).toBe('Maya half typed');
    await maya.pressAt('form[action$="/me/profile"] button[data-kind="main"]');
    expect(maya.where()).toBe('/sign-in');
  });

  test('Nothing moves on the sign-in page when the way by passkey is there, and it is not where it can’t be', async () => {
    const maya = await browser.come();
    await maya.go('/sign-in');
    const way = maya.page.locator('[action$="/sign-in/passkey"]');
    expect(await way.isVisible()).toBe(true);
    expect(await maya.page.evaluate(SHIFTS)).toBe(0);
    await maya.page.addInitScript('delete globalThis.PublicKeyCredential');
    await maya.go('/sign-in');
    await expect.poll(() => way.isVisible()).toBe(false);
    const without = await browser.come({ scripts: 'off' });
    await without.go('/sign-in');
    expect(await without.page.locator('[action$="/sign-in/passkey"]').isVisible()).toBe(false);
  });

  test('A coordinator proves a second factor before the desk opens', async () => {
    const coordinator = await browser.come({ locale: 'ja' });
    await signInByMail(coordinator, PEOPLE.coordinator);
    await coordinator.go('/desk');
    expect(coordinator.where()).toBe('/second-factor/set-up');
    const secret = ((await coordinator.page.locator('main code').first().textContent()) ?? '').replaceAll(
      ' ',
      '',
    );
    const epoch = Math.floor(product.clock().epochMilliseconds / 1000);
    await coordinator.type('code', await generate({ secret, epoch }));
    await coordinator.pressAt('form[action$="/second-factor/set-up"] button[data-kind="main"]');
    expect(await coordinator.page.locator('main code, main li').count()).toBeGreaterThan(4);
    await coordinator.go('/desk');
    expect(coordinator.where()).toBe('/desk');
  });

  test('A passkey of her device signs Maya in without a code', async () => {
    const maya = await browser.come({ as: 'maya' });
    const protocol = await maya.page.context().newCDPSession(maya.page);
    await protocol.send('WebAuthn.enable');
    await protocol.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await maya.go('/passkeys');
    await maya.pressAt('[data-passkey="create"] button');
    expect(await maya.page.locator('form[action*="/passkeys/"][action$="/removal"]').count()).toBe(1);

    await maya.page.context().clearCookies();
    await maya.go('/sign-in');
    await maya.pressAt('[data-passkey="get"] button');
    await maya.go('/me');
    expect(await maya.text()).toContain('Maya');
  });
});

const SHIFTS = `new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(0), 300);
})`;
