import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Donor } from '../types.ts';

/** What two donors may have differently, in the order in which it is chosen. */
export const MERGED_FIELDS = [
  'name',
  'kana',
  'kind',
  'email',
  'address',
  'locale',
  'receiptWish',
  'receiptByPost',
  'receiptName',
  'wantsLetters',
] as const satisfies readonly (keyof Donor)[];
export type MergedField = (typeof MERGED_FIELDS)[number];
export type MergedFields = Pick<Donor, MergedField>;

/** Whose value a field keeps. */
export const SIDES = ['standing', 'merged'] as const;
export type Side = (typeof SIDES)[number];
export type Choices = Readonly<Partial<Record<MergedField, Side | undefined>>>;

export interface Two {
  readonly standing: Donor;
  readonly merged: Donor;
}

/** Which fields somebody has to choose: those that both have, and not the same. What only one of them has is kept. */
export function fieldsToChoose({ standing, merged }: Two): MergedField[] {
  return MERGED_FIELDS.filter(
    (field) => standing[field] !== merged[field] && standing[field] !== null && merged[field] !== null,
  );
}

/** What the standing one has once both are one. Refuses a field that both have and that nobody chose. */
export function chosenFields(two: Two, choices: Choices): Outcome<MergedFields> {
  const open = fieldsToChoose(two);
  const left = open.find((field) => choices[field] === undefined);
  if (left) return refuse('donor_field_is_not_chosen', {}, left);
  const sideOf = (field: MergedField) =>
    open.includes(field) ? choices[field] : two.standing[field] === null ? 'merged' : 'standing';
  const fields = MERGED_FIELDS.map((field) => [field, two[sideOf(field) ?? 'standing'][field]]);
  return accept(Object.fromEntries(fields) as MergedFields);
}

/** Whether two can be one: both stand as they were looked at, and no two accounts come together. */
export function mayBeOne(
  { standing, merged }: Two,
  versions: { readonly standing: number; readonly merged: number },
): Outcome<null> {
  if (standing.id === merged.id) return refuse('donors_are_one_already');
  if (standing.version !== versions.standing || merged.version !== versions.merged)
    return refuse('donor_was_changed');
  if (standing.personId && merged.personId && standing.personId !== merged.personId)
    return refuse('donors_have_two_accounts');
  return accept(null);
}

/** What a merge changed: each field of the standing one as it was and as it became, and who had no account before. */
export interface Taken {
  readonly fields: Readonly<
    Partial<Record<MergedField, { readonly before: unknown; readonly after: unknown }>>
  >;
  readonly withoutAccount: Side | null;
}

export function takenBy({ standing, merged }: Two, fields: MergedFields): Taken {
  const changed = MERGED_FIELDS.filter((field) => standing[field] !== fields[field]);
  const withoutAccount =
    standing.personId === merged.personId ? null : standing.personId ? 'merged' : 'standing';
  return {
    fields: Object.fromEntries(
      changed.map((field) => [field, { before: standing[field], after: fields[field] }]),
    ),
    withoutAccount,
  };
}

/** What the standing one has once the other is another again: as before, unless it was changed since. */
export function restoredFields(standing: Donor, { fields }: Taken): MergedFields {
  const restoredValue = (field: MergedField) => {
    const change = fields[field];
    return change && change.after === standing[field] ? change.before : standing[field];
  };
  return Object.fromEntries(
    MERGED_FIELDS.map((field) => [field, restoredValue(field)]),
  ) as unknown as MergedFields;
}
