import { createPerson, type Person, type WholePerson } from '../../modules/people/index.ts';
import type { Tx } from '../../platform/database/connect.ts';

type StaffToBe = Partial<WholePerson> & { readonly now: Temporal.Instant };

/** A coordinator; with `roles`, anybody else of the staff. */
export async function buildCoordinator(tx: Tx, whole: StaffToBe): Promise<Person> {
  return createPerson(tx, {
    name: '小林 はるか',
    ...(whole.name ? {} : { kana: 'こばやし はるか' }),
    japaneseSpeaking: 'native',
    roles: ['coordinator'],
    ...whole,
  });
}
