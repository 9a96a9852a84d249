import type { Database } from '../../../../platform/database/connect.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { Call } from '../../../../platform/web/route.ts';
import { findPerson, type Person } from '../../../people/index.ts';
import { type Danger, findDangers, readShownDangers } from '../../../safety/index.ts';
import { spotSetting } from '../../settings.ts';
import type { RequestForm } from '../../types.ts';
import { checkSubmission } from '../submit-request.ts';
import { type AskFields, toRequestForm } from './form.ts';
import type { Home } from './place.ts';

/** What was typed, read as a request, with everything that speaks against sending it. */
export interface CheckedAnswers {
  readonly request: RequestForm;
  /** Each thing once, beside the field in which it was typed. */
  readonly refusals: readonly Refusal[];
  /** What the texts speak of. */
  readonly dangers: readonly Danger[];
  /** Whether the emergency numbers for them have not been shown yet. */
  readonly hasNewDanger: boolean;
}

/** Reads the form and holds it against the rules of Spot and the words of danger. */
export async function checkTyped(
  call: Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>,
  {
    fields,
    photoIds,
    enteredFor,
  }: {
    readonly fields: AskFields;
    readonly photoIds: readonly string[];
    /** For whom a coordinator fills it in. */
    readonly enteredFor?: Person;
  },
): Promise<CheckedAnswers> {
  const { db, locale, now, actor } = call;
  const settings = await readSetting(db, spotSetting);
  const home = enteredFor ? null : homeOf(await findAsker({ db, actor }));
  const { form, refusals, timeRows } = toRequestForm(fields, { locale, settings, photoIds, home });
  const doer = { personId: actor.personId, party: enteredFor ? 'coordinator' : 'requester', now } as const;
  const hasLength = !refusals.some(({ field }) => field === 'durationMinutes');
  const checked = hasLength ? form : { ...form, durationMinutes: settings.leastMinutes };
  const against = await checkSubmission(db, {
    requesterId: enteredFor?.id ?? actor.personId ?? '',
    form: checked,
    doer,
  });
  const told = new Set(refusals.map(({ field }) => subjectOf(field)));
  const more = against
    .filter(({ field }) => !told.has(subjectOf(field)))
    .map((refusal) => besideItsField(refusal, timeRows));
  const dangers = findDangers(`${fields.ownWords}\n${fields.goodToKnow}\n${fields.japaneseWords}`);
  const shown = readShownDangers(fields.shownDangers);
  return {
    request: form,
    refusals: [...refusals, ...more],
    dangers,
    hasNewDanger: dangers.some((danger) => !shown.includes(danger)),
  };
}

/** Who fills in the form; null for a visitor who has not signed in. */
export async function findAsker({
  db,
  actor,
}: Pick<Call<unknown, unknown, Database>, 'db' | 'actor'>): Promise<Person | null> {
  return actor.personId ? findPerson(db, actor.personId) : null;
}

/** Where somebody lives; null while they have not said it by town. */
export function homeOf(person: Person | null): Home | null {
  const { municipalityCode, town } = person ?? {};
  return municipalityCode && town ? { municipalityCode, town } : null;
}

/** `place.town` and `town`, or a time that can't be read and "at least one time", are about the same: one sentence is enough. */
function subjectOf(field: string | undefined): string {
  if (field === undefined) return '';
  if (/^(municipalityCode|town|placeAt|place\..*)$/.test(field)) return 'place';
  return field.startsWith('times') ? 'times' : field;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  municipalityCode: 'place.municipality',
  town: 'place.town',
  photoIds: 'photo',
};

/** The rules name things as Spot does; a refusal stands beside the field of the form. */
function besideItsField(refusal: Refusal, timeRows: readonly number[]): Refusal {
  const { field = '' } = refusal;
  const time = /^times\.(\d+)$/.exec(field);
  if (time) return { ...refusal, field: `times.${timeRows[Number(time[1])] ?? 0}` };
  return { ...refusal, field: FIELD_OF[field] ?? field };
}
