import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { done, type Step } from '../../../platform/parts/demonstration.ts';
import { findPerson } from '../../people/index.ts';
import { register } from '../registrations/commands.ts';
import type { Attendee, Registration } from '../types.ts';
import comers from './data/comers.json' with { type: 'json' };
import type { Held } from './held.ts';

type Who = Pick<Registration, 'personId' | 'email' | 'name' | 'locale'>;

/** The parties of an event: strangers first, then those whom a visitor can be, then whoever is late. */
export function registering(held: Held): Step[] {
  const { parties, known = [], late = [] } = held.plan;
  const strangers = (list: readonly (readonly Attendee[])[], from: number, daysBefore: number) =>
    list.map((party, turn) =>
      asking(held, { party, who: async () => stranger(from + turn), turn, daysBefore }),
    );
  return [
    ...strangers(parties, 0, 12),
    ...known.map(({ key, party }, turn) =>
      asking(held, { party, who: (tx) => personOf(tx, held, key), turn, daysBefore: 4 }),
    ),
    ...strangers(late, parties.length, 3),
  ];
}

interface Asked {
  readonly party: readonly Attendee[];
  readonly who: (tx: Tx) => Promise<Who>;
  /** Which of those who register on this day. */
  readonly turn: number;
  readonly daysBefore: number;
}

function asking(held: Held, { party, who, turn, daysBefore }: Asked): Step {
  const now = held.at(daysBefore, '12:10').add({ minutes: 37 * turn });
  return {
    at: now,
    async run(tx) {
      const asked = { eventId: held.eventId, party, needs: null, question: null, isProved: true, now };
      const { registrationId } = done(await register(tx, { ...asked, ...(await who(tx)) }), 'a registration');
      held.firstId ||= registrationId;
    },
  };
}

function stranger(turn: number): Who {
  const { name, locale } = comers[turn % comers.length] ?? { name: 'Somebody', locale: 'ja' };
  return { personId: null, email: `comer-${turn + 1}@otonari.example`, name, locale: locale as Locale };
}

async function personOf(tx: Tx, { world }: Held, key: string): Promise<Who> {
  const id = (world.residents.get(key) ?? world.volunteers.get(key))?.id;
  const person = id ? await findPerson(tx, id) : null;
  if (!person?.email) throw new Error(`Nobody is called ${key}.`);
  return { personId: person.id, email: person.email, name: person.name, locale: person.locale };
}
