import { askToCheck } from '../../src/modules/guides/facts/commands.ts';
import {
  beginGuide,
  publishGuide,
  submitGuide,
  type WrittenSource,
  writeWordsIn,
} from '../../src/modules/guides/guide/commands.ts';
import { insertFact } from '../../src/modules/guides/store/facts.ts';
import { findGuide } from '../../src/modules/guides/store/guides.ts';
import type { Guide, GuideWords } from '../../src/modules/guides/types.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { sure } from './events.ts';

const NONE = { bring: '', lasts: '', costs: '', heard: '', afterwards: '', foundBy: '' };

/** The Japanese of a guide about garbage, with one step and the facts that it names. */
export const garbageSource = (slug = 'garbage', factIds: readonly string[] = []): WrittenSource => ({
  about: { slug, category: 'housing', municipalityCode: null },
  words: {
    ...NONE,
    title: 'ごみの出し方',
    lead: '決まった日の朝に出します。',
    heard: '資源《しげん》 = びんや缶',
    foundBy: 'ゴミ 分別',
  },
  steps: [{ id: null, title: '分ける', text: '種類ごとに分けます。', factIds }],
});

const OTHERS = {
  'ja-easy': {
    ...NONE,
    title: 'ごみの 出《だ》し方《かた》',
    lead: '決《き》まった 日《ひ》の 朝《あさ》に 出《だ》します。',
    step: { title: 'わける', text: '種類《しゅるい》で わけます。' },
  },
  en: {
    ...NONE,
    title: 'Putting out garbage',
    lead: 'In the morning of its day.',
    step: { title: 'Separate', text: 'Separate by kind.' },
  },
  'zh-Hans': {
    ...NONE,
    title: '怎样扔垃圾',
    lead: '在规定日的早上。',
    step: { title: '分开', text: '按种类分开。' },
  },
} as const;
export type OtherLocale = keyof typeof OTHERS;

/** What another language says of a guide about garbage, step for step. */
export function garbageWords(locale: OtherLocale, { stepIds }: Pick<Guide, 'stepIds'>): GuideWords {
  const { step, ...words } = OTHERS[locale];
  return { ...words, steps: Object.fromEntries(stepIds.map((id) => [id, step])) };
}

interface Writers {
  readonly writer: string;
  readonly publisher: string;
  readonly now: Temporal.Instant;
}

/** A guide about garbage in some languages. @returns its id: a draft */
export async function writeGarbage(
  tx: Tx,
  { writer, now }: Writers,
  more: {
    readonly slug?: string;
    readonly locales?: readonly OtherLocale[];
    readonly factIds?: readonly string[];
  } = {},
): Promise<string> {
  const source = garbageSource(more.slug, more.factIds);
  const guideId = sure(await beginGuide(tx, source, { personId: writer, now }));
  for (const locale of more.locales ?? (['ja-easy', 'en', 'zh-Hans'] as const)) {
    const guide = await findGuide(tx, guideId);
    const words = garbageWords(locale, guide ?? { stepIds: [] });
    const on = { guideId, byPersonId: writer, now, locale, words };
    sure(await writeWordsIn(tx, { ...on, origin: 'translated', isRenewed: true }));
  }
  return guideId;
}

/** The same for everybody to read. */
export async function publishGarbage(
  tx: Tx,
  by: Writers,
  more: Parameters<typeof writeGarbage>[2] = {},
): Promise<string> {
  const guideId = await writeGarbage(tx, by, more);
  sure(await submitGuide(tx, { guideId, byPersonId: by.writer, now: by.now }));
  sure(await publishGuide(tx, { guideId, byPersonId: by.publisher, now: by.now }));
  return guideId;
}

/** A fact of a place that nobody has looked at; due on a day. @returns its id */
export function writeWindow(
  tx: Tx,
  {
    now,
    nextCheckOn,
    municipalityCode = '13107',
  }: {
    readonly now: Temporal.Instant;
    readonly nextCheckOn: Temporal.PlainDate;
    readonly municipalityCode?: string | null;
  },
): Promise<string> {
  const fact = {
    kind: 'place',
    texts: {
      ja: { name: '戸籍の窓口', value: '1階 2番' },
      'ja-easy': { name: '住所《じゅうしょ》の 窓口《まどぐち》', value: '1階《かい》 2番《ばん》' },
      en: { name: 'Family register', value: 'First floor, window 2' },
    },
    municipalityCode,
    source: 'www.city.example',
    verifiedOn: null,
    nextCheckOn,
    everyDays: 180,
  } as const;
  return insertFact(tx, fact, now);
}

/** A guide that everybody reads with a fact that a volunteer is asked to look at; beside it a draft and one to review. */
export async function buildGuides(
  tx: Tx,
  who: { readonly coordinator: string; readonly other: string; readonly volunteer: string },
  now: Temporal.Instant,
): Promise<void> {
  const by = { writer: who.coordinator, publisher: who.other, now };
  const nextCheckOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const factId = await writeWindow(tx, { now, nextCheckOn });
  await publishGarbage(tx, by, { factIds: [factId] });
  await writeGarbage(tx, by, { slug: 'garbage-draft', locales: ['ja-easy'] });
  const waits = await writeGarbage(
    tx,
    { ...by, writer: who.other },
    { slug: 'garbage-to-review', locales: ['ja-easy'] },
  );
  sure(await submitGuide(tx, { guideId: waits, byPersonId: who.other, now }));
  await askToCheck(tx, { factId, volunteerId: who.volunteer }, now);
}
