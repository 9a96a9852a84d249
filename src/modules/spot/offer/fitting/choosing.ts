import { z } from 'zod';
import { checkbox, text } from '../../../../platform/web/form-fields.ts';
import { deskForms } from '../../desk/request/forms.ts';
import { ORDERS } from '../rules/narrow.ts';

const orNull = (most: number) => text(most).transform((typed) => typed || null);

/** What stands in the address of those who fit: what a coordinator looks for among them, and whom they have ticked so far. */
export const Choosing = z.object({
  language: orNull(20),
  ward: orNull(5),
  practiced: checkbox,
  rested: checkbox,
  order: z.enum(ORDERS).catch('fit'),
  volunteerIds: deskForms.sent.waves.input.volunteerIds,
  /** Of the form in which the boxes stand: it asks, when it is sent, and has no place in an address. */
  version: text(20),
});
export type Choosing = z.output<typeof Choosing>;

/** The same as an address says it, without what belongs to the form. */
export function addressOf(path: string, chosen: Choosing): string {
  const { language, ward, practiced, rested, order, volunteerIds } = chosen;
  const query = new URLSearchParams([
    ...(language ? [['language', language]] : []),
    ...(ward ? [['ward', ward]] : []),
    ...(practiced ? [['practiced', 'on']] : []),
    ...(rested ? [['rested', 'on']] : []),
    ...(order === 'fit' ? [] : [['order', order]]),
    ...volunteerIds.map((id) => ['volunteerIds', id]),
  ]);
  return query.size > 0 ? `${path}?${query}` : path;
}
