import { actRoutes } from '../../../../kits/acts/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { Route } from '../../../../platform/web/route.ts';
import { findByEmail, findPerson, isStaff, officeLeftEmpty, proposeStaffAct } from '../../../people/index.ts';
import {
  keepApart,
  liftRestriction,
  pauseVolunteer,
  type Restricting,
  restrictVolunteer,
  suspendPerson,
} from '../../restrictions/commands.ts';
import type { STAFF_RESTRICTIONS } from '../../restrictions/rules.ts';
import { findRestriction } from '../../restrictions/store.ts';
import { mayDecideAbout } from '../../rules.ts';
import { aboutPerson, deciding, personFilePage } from '../person-routes.tsx';
import { restrictionForms } from './forms.ts';

/** What was done, and whether it waits for a second of the staff. */
interface Set {
  readonly isProposed?: true;
  readonly says?: 'waits_for_second' | 'was_suspended';
}
const PROPOSED: Set = { isProposed: true, says: 'waits_for_second' };

/** Setting and lifting restrictions. */
export const restrictionRoutes: readonly Route[] = actRoutes(
  restrictionForms,
  {
    access: ['coordinator'],
    on: (call) => ({ personId: call.params.id, by: deciding(call), now: call.now }),
    about: ({ isProposed }: Set, call) => ({
      ...aboutPerson(call),
      ...(isProposed && { detail: { proposed: true } }),
    }),
    again: personFilePage,
  },
  {
    async restrictions({ db, fields }, on) {
      const { kind, restrictionReason: reason, sure } = fields;
      if (!(await findPerson(db, on.personId))) return refuse('person_is_unknown');
      if (kind === 'suspension' && !sure) return refuse('confirm_the_suspension', {}, 'sure');
      const restricting = { ...on, reason };
      if (TAKES_TWO.includes(kind) && (await isStaff(db, on.personId)))
        return saying(PROPOSED, await proposeRestriction(db, restricting, kind));
      const set = await restrict(db, restricting, fields);
      return saying(kind === 'suspension' ? { says: 'was_suspended' } : {}, set);
    },
    async liftings({ db, fields: { restrictionId, liftReason: reason } }, on) {
      const lifting = { ...on, restrictionId, reason };
      const { personId } = on;
      const restriction = await findRestriction(db, restrictionId);
      const isSuspension = restriction?.kind === 'suspension' && restriction.personId === personId;
      if (!isSuspension || !(await isStaff(db, personId)))
        return saying({}, await liftRestriction(db, lifting));
      const what = { kind: 'lift', personId, detail: restrictionId } as const;
      return saying(PROPOSED, await proposeStaffAct(db, what, lifting));
    },
  },
);

function saying(set: Set, outcome: Outcome<unknown>): Outcome<Set> {
  return outcome.ok ? accept(set) : outcome;
}

/** Against staff these take two; a rest, and two people kept apart, never wait. */
const TAKES_TWO: readonly string[] = ['suspension', 'not_with_children', 'only_online'];

async function proposeRestriction(tx: Tx, restricting: Restricting, kind: string): Promise<Outcome<string>> {
  const { personId, by } = restricting;
  const own = mayDecideAbout(personId, by);
  if (!own.ok) return own;
  const office = kind === 'suspension' ? await officeLeftEmpty(tx, personId) : null;
  if (office) return refuse(`last_${office}_stays`);
  return proposeStaffAct(tx, { kind: 'restrict', personId, detail: kind }, restricting);
}

interface Fields {
  readonly kind: (typeof STAFF_RESTRICTIONS)[number];
  readonly untilOn: Temporal.PlainDate | null;
  readonly otherPerson: string;
}

async function restrict(tx: Tx, restricting: Restricting, fields: Fields): Promise<Outcome<null>> {
  switch (fields.kind) {
    case 'pause':
      return pauseVolunteer(tx, { ...restricting, untilOn: fields.untilOn });
    case 'suspension':
      return suspendPerson(tx, restricting);
    case 'apart': {
      const otherId = await readPerson(tx, fields.otherPerson);
      return otherId
        ? keepApart(tx, { ...restricting, otherId })
        : refuse('name_the_other_person', {}, 'otherPerson');
    }
    default:
      return restrictVolunteer(tx, { ...restricting, kind: fields.kind });
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** A person as a coordinator names them: their e-mail address, or the address of their page here. */
async function readPerson(tx: Tx, typed: string): Promise<string | null> {
  const id = ID.exec(typed)?.[0];
  const person = id ? await findPerson(tx, id) : typed === '' ? null : await findByEmail(tx, typed);
  return person?.id ?? null;
}
