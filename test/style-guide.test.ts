import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildAssets } from '../bin/assets.ts';
import { findBrowser } from '../bin/browser/find.ts';
import { filesOfManifest } from '../bin/former-assets.ts';
import { LOCALES } from '../src/platform/languages/locales.ts';
import { ASSETS_FOLDER } from '../src/ui/index.ts';
import { type StyleGuideServer, serveStyleGuide } from './support/style-guide-server.tsx';

const executablePath = findBrowser();

describe.skipIf(!executablePath)('the style guide in a browser', () => {
  let server: StyleGuideServer;
  let browser: Browser;
  let context: BrowserContext;
  const complaints: string[] = [];

  beforeAll(async () => {
    if (!existsSync(join(ASSETS_FOLDER, 'assets', 'manifest.json'))) await buildAssets();
    server = await serveStyleGuide();
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  afterEach(async () => {
    await context?.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  async function open(path: string, width = 360): Promise<Page> {
    context = await browser.newContext({ viewport: { width, height: 780 } });
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    page.on('pageerror', (problem) => complaints.push(problem.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(server.address + path);
    return page;
  }

  const views = LOCALES.flatMap((locale) =>
    [320, 1280].flatMap((width) =>
      ['light', 'dark'].flatMap((theme) =>
        (['roomy', 'compact'] as const).map((density) => ({ locale, width, theme, density })),
      ),
    ),
  );

  test.each(views)(
    '$locale at $width px, $theme and $density, has nothing axe would change',
    async (view) => {
      const { locale, width, theme, density } = view;
      const page = await open(`/${locale}/styleguide?theme=${theme}&density=${density}`, width);
      // Through the debugging protocol: the page's own policy forbids further scripts.
      await page.evaluate(axe.source);
      const found = await page.evaluate<string[]>(
        'axe.run({ resultTypes: ["violations"] }).then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + " " + n.html)))',
      );
      expect(found).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.evaluate(smallTargets(SMALLEST[density]))).toEqual([]);
    },
  );

  test.each([360, 1024, 1280, 1700])(
    'header, content and foot begin at one edge at %s px, and the header is one row as high in both densities',
    async (width) => {
      const page = await open('/ja/styleguide?density=compact', width);
      const compact = await page.evaluate(EDGES);
      await page.goto(`${server.address}/ja/styleguide`);
      const roomy = await page.evaluate<Edges>(EDGES);
      expect(compact).toEqual(roomy);
      expect(new Set(roomy.edges).size).toBe(1);
      expect(roomy.height).toBe(56);
    },
  );

  test.each([
    ['light', 'rgb(34, 32, 28)'],
    ['dark', 'rgb(242, 237, 228)'],
  ])('an opened confirmation is readable under the pointer in the %s', async (theme, ink) => {
    const page = await open(`/en/styleguide?theme=${theme}`);
    const looks: string[] = [];
    for (const summary of await page.locator('.confirm > summary').all()) {
      await summary.click();
      await summary.hover();
      looks.push(await page.evaluate(LOOK_UNDER_POINTER));
    }
    expect(looks.length).toBeGreaterThan(2);
    expect(looks).toEqual(looks.map(() => `rgba(0, 0, 0, 0) ${ink}`));
  });

  test('from right to left a time of day still begins with its beginning', async () => {
    const page = await open('/en/styleguide');
    await page.evaluate("document.documentElement.dir = 'rtl'");
    await page.evaluate(
      "document.querySelector('main').prepend(Object.assign(document.createElement('time'), { id: 'from-to', textContent: '12:00–14:00' }))",
    );
    expect(await page.evaluate(FIRST_IS_LEFT)).toBe(true);
  });

  test.each(['light', 'dark'])('the names on the map are legible on every shade in the %s', async (theme) => {
    const page = await open(`/en/styleguide?theme=${theme}`, 1280);
    const contrasts = await page.evaluate<number[]>(CONTRASTS_ON_MAP);
    expect(contrasts).toHaveLength(4);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  test('a table breaks no button’s word, and on a phone its answers stand beside their names', async () => {
    const wide = await open('/ja/styleguide', 1280);
    expect(await wide.evaluate(LINES_OF_BUTTON_IN_TABLE)).toBe(1);
    await context.close();
    const narrow = await open('/ja/styleguide');
    const lower = await narrow.evaluate<number[]>(ANSWERS_LOWER_THAN_NAMES);
    expect(lower.length).toBeGreaterThan(5);
    expect(Math.max(...lower)).toBeLessThan(6);
  });

  test('a stepped form shows one step, names it in the title, and goes back with the browser', async () => {
    const page = await open('/en/styleguide');
    const shown = () =>
      page.locator('[data-step]:visible').evaluateAll((steps) => steps.map((step) => step.id));
    expect(await shown()).toEqual(['what']);
    await page.click('#what [data-step-next]');
    expect(await shown()).toEqual(['where']);
    expect(await page.title()).toContain(` — ${await page.textContent('#where-title')} — `);
    await page.click('#where [data-step-next]');
    expect(await shown()).toEqual(['tell']);
    await page.goBack();
    expect(await shown()).toEqual(['where']);
  });

  test('what has just been said has the focus, and the lines of a summary lead to the fields', async () => {
    const page = await open('/en/styleguide');
    expect(await page.evaluate('document.activeElement.className')).toBe('flash');
    const asked = await page
      .locator('[autofocus]')
      .evaluateAll((all) => all.map(({ className }) => className));
    expect(asked).toEqual(['flash', 'form-refusals']);
    await page.click('.form-refusals a[href="#refused_talk"]');
    expect(await page.evaluate('document.activeElement.id')).toBe('refused_talk');
  });

  test('what is typed survives a reload and ends with signing out', async () => {
    const page = await open('/en/styleguide');
    await page.fill('#name', 'Maya');
    await expect.poll(() => page.evaluate('sessionStorage.length')).toBe(1);
    await page.reload();
    expect(await page.inputValue('#name')).toBe('Maya');
    await page.click('.shell-navigation > summary');
    await page.locator('[data-forget] button').click({ noWaitAfter: true });
    await expect.poll(() => page.evaluate('sessionStorage.length')).toBe(0);
  });

  test('a change elsewhere comes into the page without losing focus, typing or open panels', async () => {
    const page = await open('/en/styleguide');
    await page.fill('#refused_name', 'half a na');
    await page.click('.behind summary');
    await page.focus('#refused_name');
    await page.evaluate("document.querySelector('.card p').textContent = 'old'");
    await page.evaluate("document.querySelector('.conversation').append(document.createElement('li'))");
    server.change();
    await expect.poll(() => page.locator('.conversation > li').count()).toBe(2);
    expect(await page.locator('.card p').first().textContent()).toContain('You go with Maya');
    expect(await page.evaluate('document.activeElement.id')).toBe('refused_name');
    expect(await page.inputValue('#refused_name')).toBe('half a na');
    expect(await page.locator('.behind').getAttribute('open')).not.toBeNull();
    expect(await page.textContent('[data-live-status]')).toMatch(/^This page was just updated: \S/);
  });

  test('without a connection every page of ours becomes help now, as somebody unknown sees it', async () => {
    const page = await open('/en/styleguide');
    await context.addCookies([{ name: 'session', value: 'secret', url: server.address }]);
    await page.evaluate(
      'navigator.serviceWorker.ready.then(() => caches.open("help-now")).then((c) => c.keys())',
    );
    await expect
      .poll(() => page.evaluate('caches.match("/zh-Hans/help-now").then((kept) => Boolean(kept))'))
      .toBe(true);
    await page.reload();
    const kept = await page.evaluate<string[]>(
      'caches.open("help-now").then((c) => c.keys()).then((all) => all.map((r) => new URL(r.url).pathname))',
    );
    expect(kept.filter((path) => !/^\/[\w-]+\/help-now$|^\/assets\//.test(path))).toEqual([]);
    await context.setOffline(true);
    await page.goto(`${server.address}/ja-easy/spot`);
    expect(await page.textContent('#who')).toBe('unknown');
    expect(await page.getAttribute('html', 'data-locale')).toBe('ja-easy');
    complaints.length = 0;
  });
});

test('the style sheet and the scripts are light', () => {
  const files = filesOfManifest(ASSETS_FOLDER).map((name) => join(ASSETS_FOLDER, name));
  const weigh = (names: readonly string[]) =>
    names
      .map((name) => gzipSync(readFileSync(name), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
  const keys = files.filter((name) => /\/keys-[^/]+\.js$/.test(name));
  const door = files.filter((name) => /\/door-[^/]+\.js$/.test(name));
  const aid = files.filter((name) => /\/writing-aid-[^/]+\.js$/.test(name));
  const blind = files.filter((name) => /\/blind-[^/]+\.js$/.test(name));
  const apart = [...keys, ...door, ...aid, ...blind];
  const everywhere = files.filter((name) => name.endsWith('.js') && !apart.includes(name));
  expect(weigh(files.filter((name) => name.endsWith('.css')))).toBeLessThanOrEqual(14 * 1024);
  expect(weigh([...everywhere, join(ASSETS_FOLDER, 'service-worker.js')])).toBeLessThanOrEqual(6 * 1024);
  expect(keys).toHaveLength(1);
  expect(weigh(keys)).toBeLessThanOrEqual(1024);
  expect(door).toHaveLength(1);
  expect(weigh(door)).toBeLessThanOrEqual(2_304);
  expect(aid).toHaveLength(1);
  expect(weigh(aid)).toBeLessThanOrEqual(1024);
  expect(blind).toHaveLength(1);
  expect(weigh(blind)).toBeLessThanOrEqual(7 * 1024);
});

interface Edges {
  readonly edges: readonly number[];
  readonly height: number;
}

const EDGES = `(() => ({
  edges: ['.shell-home', 'main h1', '.columns', '.shell-footer li'].map((one) =>
    Math.round(document.querySelector(one).getBoundingClientRect().left)),
  height: document.querySelector('.shell-header').getBoundingClientRect().height,
}))()`;

const LOOK_UNDER_POINTER =
  '(({ backgroundColor, color }) => [backgroundColor, color].join(" "))(getComputedStyle(document.querySelector("summary:hover")))';

const LINES_OF_BUTTON_IN_TABLE = `(() => {
  const cell = document.querySelector('.data-table tbody td:last-child');
  cell.style.inlineSize = '1px';
  cell.replaceChildren(Object.assign(document.createElement('button'), { className: 'button', textContent: '取り下げる' }));
  const range = document.createRange();
  range.selectNodeContents(cell.firstChild);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
})()`;

/** By how many pixels the first line of each answer is lower than the name of its column. */
const ANSWERS_LOWER_THAN_NAMES = `(() => {
  const bottom = (one) => {
    const text = document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange();
    range.selectNodeContents(text);
    return range.getClientRects()[0].bottom;
  };
  return [...document.querySelectorAll('.data-table td:has(.cell-head)')]
    .filter((cell) => cell.checkVisibility() && cell.querySelector('.cell-value').textContent)
    .map((cell) => bottom(cell.querySelector('.cell-value')) - bottom(cell.querySelector('.cell-head')));
})()`;

const FIRST_IS_LEFT = `(() => {
  const words = document.querySelector('#from-to').firstChild;
  const at = (from, to) => {
    const range = document.createRange();
    range.setStart(words, from);
    range.setEnd(words, to);
    return range.getBoundingClientRect().left;
  };
  return at(0, 5) < at(6, 11);
})()`;

// Mixed colors are computed as the screen shows them: drawn, and read back.
const CONTRASTS_ON_MAP = `(() => {
  const context = document.createElement('canvas').getContext('2d');
  const light = (color) => {
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const fill = (selector) => light(getComputedStyle(document.querySelector(selector)).fill);
  const name = fill('.ward-name');
  return [1, 2, 3, 4].map((shade) => {
    const pair = [name, fill('.ward-legend [data-shade="' + shade + '"]')].sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
  });
})()`;

/** In pixels: a finger's, and what WCAG 2.5.8 asks for at least. */
const SMALLEST = { roomy: 44, compact: 24 };

// Links inside of running text may be smaller (WCAG 2.5.8).
const smallTargets = (
  least: number,
) => `[...document.querySelectorAll('a, button, select, textarea, summary, input:not([type=hidden])')]
  .filter((element) => element.checkVisibility() && !element.matches('.prose p > a, .skip-link'))
  .map((element) => (/checkbox|radio/.test(element.type) ? element.closest('.choice, label') ?? element : element))
  // Stretched over the whole card that it leads from.
  .map((element) => (getComputedStyle(element, '::after').position === 'absolute' ? element.offsetParent : element))
  .filter((element) => { const box = element.getBoundingClientRect(); return Math.min(box.width, box.height) < ${least} - 0.5; })
  .map((element) => element.outerHTML.slice(0, 120))`;
