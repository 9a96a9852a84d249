import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { termsOf } from '../search/terms.ts';
import { writeFactsOf } from '../store/facts.ts';
import {
  type AboutGuide,
  findGuide,
  findMarks,
  type GuideChanges,
  insertGuide,
  insertRevision,
  isSlugTaken,
  lockGuide,
  updateGuide,
  writeSteps,
  writeWords,
} from '../store/guides.ts';
import { writeTerms } from '../store/terms.ts';
import type { Grade, Guide, GuideWords, Origin, StepWords } from '../types.ts';
import { guideLife } from './life.ts';
import { layOver } from './pieces.ts';
import { NO_WORDS } from './reading.ts';
import { gapIn, whatIsMissing } from './whole.ts';

export interface OnGuide {
  readonly guideId: string;
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  /** What the page had shown; absent where it does not matter. */
  readonly version?: number | undefined;
}

interface Ending {
  readonly changes: GuideChanges;
}

const { does } = doing<typeof guideLife.acts, OnGuide, Guide, Ending, Guide>({
  life: guideLife,
  unknown: 'guide_is_unknown',
  lock: (tx, { guideId }) => lockGuide(tx, guideId),
  stateOf: ({ state }) => state,
  isTheirs: (guide, { version }) =>
    version !== undefined && version !== guide.version ? refuse('guide_has_changed_since') : accept(null),
  async move(tx, { from, to, scene, ending }) {
    await updateGuide(tx, scene.id, { ...ending.changes, ...(to && to !== from && { state: to }) });
  },
  tell: (tx, type, { scene, on }) =>
    publish(tx, {
      type,
      ids: { guideId: scene.id, ...(on.byPersonId && { byPersonId: on.byPersonId }) },
      live: ['desk'],
    }),
  done: (guide) => guide,
});

/** A step as it is typed: one that is there, by its id, or a new one. */
export interface WrittenStep extends StepWords {
  readonly id: string | null;
  readonly factIds: readonly string[];
}

/** What is written of a guide in Japanese: the source of all other languages. */
export interface WrittenSource {
  readonly about: AboutGuide;
  readonly words: Omit<GuideWords, 'steps'>;
  readonly steps: readonly WrittenStep[];
}

/** A new draft. Refuses an address that another one has. @returns its id */
export async function beginGuide(
  tx: Tx,
  source: WrittenSource,
  by: { readonly personId: string; readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  if (await isSlugTaken(tx, source.about.slug, null)) return refuse('guide_address_is_taken', {}, 'slug');
  const id = await insertGuide(tx, source.about, { begunBy: by.personId, now: by.now });
  await keepSource(tx, id, { source, number: 1, grade: 'changes', by });
  await renewTerms(tx, id);
  return accept(id);
}

type WritingSource = OnGuide & { readonly source: WrittenSource; readonly grade: Grade | null };

/**
 * Writes the Japanese anew. Where other languages say it too, the writer says how much it changes: from then on they are
 * behind, and what would harm its reader is not shown any more.
 */
export const writeSource = andRenew(
  does('write', async (tx, guide, on: WritingSource) => {
    const { source, grade, byPersonId, now } = on;
    if (await isSlugTaken(tx, source.about.slug, guide.id))
      return refuse('guide_address_is_taken', {}, 'slug');
    const before = guide.translations.ja?.words;
    const others = Object.keys(guide.translations).some((locale) => locale !== 'ja');
    const by = { personId: byPersonId, now };
    const isOther = !before || !saysTheSame(before, guide, source);
    if (isOther && others && before && !grade) return refuse('say_how_much_it_changes', {}, 'grade');
    const number = before ? guide.revision + (isOther ? 1 : 0) : 1;
    const words = await keepSource(tx, guide.id, {
      ...{ source, number, by },
      grade: isOther ? (grade ?? 'changes') : null,
    });
    const gap = guide.state === 'published' ? gapIn(words, Object.keys(words.steps)) : null;
    if (gap) return refuse('guide_stays_whole', {}, gap.step ? `step${gap.step}Title` : gap.part);
    const { slug, category, municipalityCode } = source.about;
    return accept({ changes: { slug, category, municipality_code: municipalityCode, revision: number } });
  }),
);

interface Keeping {
  readonly source: WrittenSource;
  readonly number: number;
  /** null: the words are the same. */
  readonly grade: Grade | null;
  readonly by: { readonly personId: string | null; readonly now: Temporal.Instant };
}

async function keepSource(
  tx: Tx,
  guideId: string,
  { source, number, grade, by }: Keeping,
): Promise<GuideWords> {
  const steps = source.steps.map((step) => ({ ...step, id: step.id ?? crypto.randomUUID() }));
  await writeSteps(
    tx,
    guideId,
    steps.map(({ id }) => id),
  );
  for (const { id, factIds } of steps) await writeFactsOf(tx, id, factIds);
  const words = {
    ...source.words,
    steps: Object.fromEntries(steps.map(({ id, title, text }) => [id, { title, text }])),
  };
  const written = { words, marks: {}, origin: 'written', basedOn: number } as const;
  await writeWords(tx, guideId, { ...written, locale: 'ja' }, by);
  if (grade) await insertRevision(tx, guideId, { number, grade, words, by: by.personId, at: by.now });
  return words;
}

function saysTheSame(before: GuideWords, { stepIds }: Guide, { words, steps }: WrittenSource): boolean {
  const { steps: were, ...rest } = before;
  const plain = (one: object) => JSON.stringify(Object.entries(one).sort());
  return (
    plain(rest) === plain(words) &&
    steps.length === stepIds.length &&
    steps.every(({ id, title, text }, at) => {
      const was = were[stepIds[at] ?? ''];
      return id === stepIds[at] && was?.title === title && was.text === text;
    })
  );
}

type WritingWords = OnGuide & {
  readonly locale: Exclude<Locale, 'ja'>;
  readonly words: GuideWords;
  readonly origin: Origin;
  /** The writer has seen the Japanese as it stands, and says the same. */
  readonly isRenewed: boolean;
};

/**
 * Writes another language. A machine leaves words of people as they are, and the whole as old as they are. Words of a public
 * guide stay whole: a language is there, or it is not.
 */
export const writeWordsIn = andRenew(
  does('write', async (tx, guide, on: WritingWords) => {
    const { locale, words, origin, isRenewed, byPersonId, now } = on;
    const before = guide.translations[locale];
    const kept = before && { words: before.words, marks: await findMarks(tx, guide.id, locale) };
    const laid = layOver(
      { words, origin, isRenewed },
      kept ?? null,
      guide.translations.ja?.words ?? NO_WORDS,
    );
    const gap = guide.state === 'published' ? gapIn(laid.words, guide.stepIds) : null;
    if (gap) return refuse('guide_stays_whole', {}, gap.step ? `step${gap.step}Title` : gap.part);
    const basedOn = !before || (isRenewed && laid.isOfNow) ? guide.revision : before.basedOn;
    await writeWords(tx, guide.id, { ...laid, locale, basedOn }, { personId: byPersonId, now });
    return accept({});
  }),
);

/** For another pair of eyes. Refused while Japanese, Easy Japanese or a language that was begun says only a part of it. */
export const submitGuide = does('submit', (_, guide, { byPersonId, now }) =>
  whatIsMissing(guide)
    ? refuse('guide_words_are_missing')
    : accept({ changes: { submitted_by: byPersonId, submitted_at: now } }),
);
/** Whoever submitted it is told. */
export const sendBackGuide = does('send_back');

/** Refused to whoever submitted it: somebody else looks at it first. */
export const publishGuide = does('publish', (_, { submittedBy }, { byPersonId, now }) =>
  submittedBy === byPersonId
    ? refuse('somebody_else_publishes_it')
    : accept({ changes: { published_at: now } }),
);
export const withdrawGuide = does('withdraw');
export const takeUpGuide = does('take_up', () => accept({ changes: { submitted_by: null } }));
export const dropGuide = does('drop');

function andRenew<X extends OnGuide>(act: (tx: Tx, on: X) => Promise<Outcome<Guide>>) {
  return async (tx: Tx, on: X): Promise<Outcome<Guide>> => {
    const done = await act(tx, on);
    if (done.ok) await renewTerms(tx, on.guideId);
    return done;
  };
}

async function renewTerms(tx: Tx, guideId: string): Promise<void> {
  const guide = await findGuide(tx, guideId);
  if (guide) await writeTerms(tx, guideId, termsOf(guide));
}
