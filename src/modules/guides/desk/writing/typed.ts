import { listBareKanji } from '../../../../japanese/furigana.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import type { WrittenSource, WrittenStep } from '../../guide/commands.ts';
import {
  type Category,
  type Fact,
  type Grade,
  type Guide,
  type GuideWords,
  MOST_STEPS,
  type Origin,
} from '../../types.ts';
import { ALL_STEPS, PART_NAMES } from './form.ts';

/** What was typed, by the names of the fields. */
export type Typed = Readonly<Record<string, unknown>>;

const said = (typed: Typed, name: string): string => `${typed[name] ?? ''}`;

function partsOf(typed: Typed): Omit<GuideWords, 'steps'> {
  return Object.fromEntries(PART_NAMES.map((name) => [name, said(typed, name)])) as unknown as Omit<
    GuideWords,
    'steps'
  >;
}

/** A guide's words in one language as its form begins with them. @param noWords where nothing is written yet */
export function typeWords(words: GuideWords | undefined, stepIds: readonly string[]): Typed {
  const steps = stepIds.flatMap((id, at) => [
    [`step${at + 1}Title`, words?.steps[id]?.title ?? ''],
    [`step${at + 1}Text`, words?.steps[id]?.text ?? ''],
  ]);
  const parts = PART_NAMES.map((name) => [name, words?.[name] ?? '']);
  return Object.fromEntries([...parts, ...steps]);
}

/** The field in which a piece is typed. */
export function fieldOf(piece: string, stepIds: readonly string[]): string {
  const [id = '', part] = piece.split('.');
  return part ? `step${stepIds.indexOf(id) + 1}${part === 'title' ? 'Title' : 'Text'}` : piece;
}

/** The Japanese with what the guide is about and the facts of its steps. */
export function typeSource(guide: Guide, factsOf: ReadonlyMap<string, readonly Fact[]>): Typed {
  const { slug, category, municipalityCode, stepIds, translations } = guide;
  const facts = stepIds.map((id, at) => [
    `step${at + 1}Facts`,
    (factsOf.get(id) ?? []).map((fact) => fact.id),
  ]);
  return {
    ...{ slug, category, municipalityCode: municipalityCode ?? '' },
    ...typeWords(translations.ja?.words, stepIds),
    ...Object.fromEntries(facts),
  };
}

/**
 * Reads the Japanese back. What is empty is no step; one with a place of its own goes there, the others stay in their order.
 * @param stepIds of the guide as the form was drawn from it
 */
export function readSource(typed: Typed, stepIds: readonly string[]): WrittenSource {
  const steps = ALL_STEPS.flatMap((step, at): (WrittenStep & { place: number })[] => {
    const [title, text] = [said(typed, `step${step}Title`), said(typed, `step${step}Text`)];
    if (title === '' && text === '') return [];
    const factIds = (typed[`step${step}Facts`] ?? []) as readonly string[];
    const place = placeOf(typed[`step${step}Place`], step);
    return [{ id: stepIds[at] ?? null, title, text, factIds, place }];
  });
  return {
    about: {
      slug: said(typed, 'slug'),
      category: said(typed, 'category') as Category,
      municipalityCode: said(typed, 'municipalityCode') || null,
    },
    words: partsOf(typed),
    steps: steps.toSorted((one, other) => one.place - other.place).map(({ place, ...step }) => step),
  };
}

/** Before whatever stands there: going down, behind it. */
function placeOf(place: unknown, step: number): number {
  if (typeof place !== 'number' || place === step || place > MOST_STEPS) return step;
  return place < step ? place - 0.5 : place + 0.5;
}

/** Reads another language back: its steps are those of the guide. */
export function readWords(
  typed: Typed,
  stepIds: readonly string[],
): { readonly words: GuideWords; readonly origin: Origin; readonly isRenewed: boolean } {
  const steps = stepIds.map((id, at) => [
    id,
    { title: said(typed, `step${at + 1}Title`), text: said(typed, `step${at + 1}Text`) },
  ]);
  return {
    words: { ...partsOf(typed), steps: Object.fromEntries(steps) },
    origin: said(typed, 'origin') as Origin,
    isRenewed: typed['isRenewed'] === true,
  };
}

export const gradeOf = (typed: Typed): Grade | null => (typed['grade'] as Grade | null | undefined) ?? null;

/** Where Easy Japanese lacks a reading, field by field. */
export function refuseBareKanji(typed: Typed): Refusal[] {
  return Object.entries(typed).flatMap(([field, value]) => {
    const [kanji] = typeof value === 'string' ? listBareKanji(value) : [];
    return kanji ? [{ code: 'guide_reading_missing', params: { kanji }, field }] : [];
  });
}
