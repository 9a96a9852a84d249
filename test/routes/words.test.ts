import { beforeAll, expect, test } from 'vitest';
import { writeMail } from '../../src/modules/notifications/mail/write-mail.tsx';
import { LOCALES, type Locale } from '../../src/platform/languages/locales.ts';
import { organizationName, organizationSetting } from '../../src/platform/settings/organization.ts';
import { type Said, wordsOf } from '../support/drawn-words.ts';
import { allNews } from '../support/notifications.ts';
import { type DrawnPage, drawPages } from '../support/pages.ts';
import { openProduct } from '../support/product.ts';
import { MORNING } from '../support/world.ts';
import { checkDrawn } from '../tidy/drawn.ts';

const product = await openProduct();

/** Everybody reads their own name as they write it. */
const OWN_NAME = /佐藤 みどり|森 ひなた|小林 はるか/u;

let drawn: readonly DrawnPage[];
beforeAll(async () => {
  drawn = await drawPages(product);
});

test.each(LOCALES)('every page in %s says what its reader can read', (locale) => {
  const pages = drawn.filter((page) => page.locale === locale);
  const faults = pages.flatMap(({ name, html }) =>
    wordsOf(html)
      .filter(({ place, text }) => !(name === 'me-volunteer' && place === 'h1' && OWN_NAME.test(text)))
      .flatMap((said) =>
        checkDrawn(said, locale).map((fault) => `${name} ${said.place}: ${fault}: ${said.text}`),
      ),
  );
  expect([...new Set(faults)]).toEqual([]);
  expect(pages.length).toBeGreaterThan(50);
});

const MEETING = { times: [MORNING, MORNING.add({ hours: 30 })], municipalityCode: '13107' };
const ID = '00000000-0000-4000-8000-000000000001';

function* mailsIn(locale: Locale) {
  const letter = {
    to: 'sita@otonari.example',
    locale,
    organization: organizationName(organizationSetting.value, locale),
    shortName: organizationSetting.value.shortName,
    origin: 'https://help.otonari.example',
    stops: allNews.groups.map((group) => ({ group, path: `/unsubscriptions/${group.name}` })),
  };
  const items = allNews.kinds.map((kind) => ({ kind, objectId: ID, about: MEETING }));
  for (const item of items) {
    yield writeMail({ ...letter, items: [item] });
    yield writeMail({ ...letter, items: [{ ...item, about: { ...MEETING, times: [] } }], stops: [] });
    yield writeMail({ ...letter, items: [{ ...item, about: null }], stops: [] });
  }
  yield writeMail({ ...letter, items: items.slice(0, 2) });
  yield writeMail({ ...letter, items: items.slice(0, 25) });
}

test.each(LOCALES)('every mail in %s does, from its subject to its end', (locale) => {
  const faults: string[] = [];
  for (const { subject, text, html = '' } of mailsIn(locale)) {
    const lines = [subject, ...text.split(/\n+/)].filter((line) => !/^https:|^$/.test(line));
    const plain = lines.map((line): Said => ({ text: line, place: 'title', lang: locale, isMarked: false }));
    // One string names the place in the text and beside the link: 墨田区（すみだく）.
    const drawnWords = wordsOf(html).map((said) =>
      locale === 'ja-easy' ? { ...said, place: 'title' } : said,
    );
    for (const said of [...plain, ...drawnWords])
      faults.push(...checkDrawn(said, locale).map((fault) => `${fault}: ${said.text}`));
  }
  expect([...new Set(faults)]).toEqual([]);
});
