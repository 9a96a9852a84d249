import { type Draft, type DraftFields, type FormOf, typedValues } from '../../../kits/forms/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { Refusal } from '../../../platform/refusal.ts';
import { checkBody } from '../../../platform/web/body.ts';
import { listHousehold, type Person } from '../../people/index.ts';
import { asksForFees } from '../fees/setting.ts';
import type { Side } from '../types.ts';
import { REACHES } from './choices.ts';
import { type Applied, applicationForm } from './form.ts';

/** Somebody at the form of a side: who could apply with them, and what is asked. */
export interface FillingIn {
  readonly side: Side;
  readonly person: Person;
  readonly of: FormOf<Applied>;
}

export async function beginFillingIn(db: Database, side: Side, person: Person): Promise<FillingIn> {
  const household = (await listHousehold(db, person.id)).map(({ personId: id, name }) => ({ id, name }));
  const of = applicationForm(side, { household, asksFees: await asksForFees(db, side) });
  return { side, person, of };
}

/** What is taken for granted until they say otherwise; a consent never is. */
export function firstValues({ of, person }: Pick<FillingIn, 'of' | 'person'>): DraftFields {
  const reach = REACHES.find((one) => Number(one) >= person.maxTravelKm) ?? REACHES.at(-1);
  const values = {
    reachKilometers: reach,
    places: '1',
    genderWish: 'any',
    reduction: 'full',
    isOnlineOk: true,
  };
  return typedValues(of, values) as DraftFields;
}

/** Of what was sent, what this form asks. */
export function typedIn({ of }: Pick<FillingIn, 'of'>, sent: Readonly<Record<string, unknown>>): DraftFields {
  const typed = of.fields.flatMap(({ name }): [string, string | string[]][] => {
    const value = sent[name];
    if (typeof value === 'string') return [[name, value]];
    return Array.isArray(value) ? [[name, value.map(String)]] : [];
  });
  return Object.fromEntries(typed);
}

/** What a draft says, or what of it has to be mended. */
export function checkFilledIn(
  { of }: Pick<FillingIn, 'of'>,
  { fields }: Pick<Draft, 'fields'>,
): { readonly applied: Applied | null; readonly refusals: readonly Refusal[] } {
  const checked = checkBody(of.schema, { values: valuesOf(fields), uploads: new Map() });
  return { applied: (checked.fields as Applied | undefined) ?? null, refusals: checked.refusals };
}

export function valuesOf(fields: DraftFields): Map<string, readonly string[]> {
  return new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));
}
