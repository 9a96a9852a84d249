import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { callName, findReaders, type Person, type Reader } from '../../../people/index.ts';
import type { Side } from '../../offer/rules/calling.ts';

/** How to reach one of the two, as they said it themselves. */
export type Contact = Pick<Person, 'id' | 'phone' | 'email'> & {
  readonly side: Side;
  readonly name: string;
  readonly reads: Reader['reads'];
};

/** What a coordinator is shown of those whom they have to call, in their order. */
export async function findContacts(
  db: Database,
  called: readonly { readonly side: Side; readonly person: Person }[],
  locale: Locale,
): Promise<Contact[]> {
  const contacts: Contact[] = [];
  for (const { side, person } of called) {
    const { id, phone, email } = person;
    const [reader] = await findReaders(db, [id], { locale, to: 'staff' });
    contacts.push({ side, id, phone, email, name: callName(person, locale), reads: reader?.reads ?? [] });
  }
  return contacts;
}
