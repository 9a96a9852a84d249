import type { Locale } from '../../../../platform/languages/locales.ts';
import { callName, type Person } from '../../../people/index.ts';
import type { Side } from '../../rules/calling.ts';

/** How to reach one of the two, as they said it themselves. */
export type Contact = Pick<Person, 'id' | 'phone' | 'email' | 'locale'> & {
  readonly side: Side;
  readonly name: string;
};

/** What a coordinator is shown of somebody whom they have to call. */
export function contactOf(side: Side, person: Person, reader: Locale): Contact {
  const { id, phone, email, locale } = person;
  return { side, id, phone, email, locale, name: callName(person, reader) };
}
