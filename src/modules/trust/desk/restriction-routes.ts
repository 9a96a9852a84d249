import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import { type Outcome, refuse } from '../../../platform/refusal.ts';
import { checkbox, choice, requiredText, text } from '../../../platform/web/form-fields.ts';
import { post, type Route, refusedBy } from '../../../platform/web/route.ts';
import { findByEmail, findPerson, isStaff, officeLeftEmpty, proposeStaffAct } from '../../people/index.ts';
import { optionalDay } from '../form-fields.ts';
import { trustPaths } from '../paths.ts';
import {
  keepApart,
  liftRestriction,
  pauseVolunteer,
  type Restricting,
  restrictVolunteer,
  suspendPerson,
} from '../restrictions/commands.ts';
import { findRestriction } from '../restrictions/store.ts';
import { mayDecideAbout } from '../rules.ts';
import { deciding, personFilePage, recorded } from './person-routes.tsx';
import { STAFF_RESTRICTIONS } from './restriction-views.tsx';

const RestrictionForm = z.object({
  kind: choice(STAFF_RESTRICTIONS, 'choose_a_kind'),
  restriction_reason: requiredText(1000, 'say_why'),
  until_on: optionalDay,
  other_person: text(300),
  /** Ticked once it was read what a suspension does. */
  sure: checkbox,
});

const LiftingForm = z.object({
  restriction_id: z.uuid({ message: 'choose_one' }),
  lift_reason: requiredText(1000, 'say_why'),
});

/** Setting and lifting restrictions. */
export const restrictionRoutes: readonly Route[] = [
  post({
    path: trustPaths.personRestrictions,
    access: ['coordinator'],
    audit: 'trust.restriction.set',
    proof: 'fresh',
    form: RestrictionForm,
    async handle(call) {
      const { kind, restriction_reason: reason } = call.fields;
      const personId = call.params.id;
      if (!(await findPerson(call.db, personId))) {
        return recorded(call, refuse('person_is_unknown'), 'was_recorded');
      }
      if (kind === 'suspension' && !call.fields.sure) {
        return refusedBy({ code: 'confirm_the_suspension', field: 'sure' });
      }
      const restricting = { personId, reason, by: deciding(call), now: call.now };
      if (TAKES_TWO.includes(kind) && (await isStaff(call.db, personId)))
        return recorded(call, await proposeRestriction(call.db, restricting, kind), 'waits_for_second');
      const outcome = await restrict(call.db, restricting, call.fields);
      return recorded(call, outcome, kind === 'suspension' ? 'was_suspended' : 'was_recorded');
    },
    again: (call, form) => personFilePage(call, form),
  }),
  post({
    path: trustPaths.personLiftings,
    access: ['coordinator'],
    audit: 'trust.restriction.lifted',
    proof: 'fresh',
    form: LiftingForm,
    async handle(call) {
      const { restriction_id: restrictionId, lift_reason: reason } = call.fields;
      const personId = call.params.id;
      const lifting = { personId, restrictionId, reason, by: deciding(call), now: call.now };
      const restriction = await findRestriction(call.db, restrictionId);
      if (
        restriction?.kind === 'suspension' &&
        restriction.personId === personId &&
        (await isStaff(call.db, personId))
      ) {
        const what = { kind: 'lift', personId, detail: restrictionId } as const;
        return recorded(call, await proposeStaffAct(call.db, what, lifting), 'waits_for_second');
      }
      return recorded(call, await liftRestriction(call.db, lifting), 'was_lifted');
    },
    again: (call, form) => personFilePage(call, form),
  }),
];

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

async function restrict(
  tx: Tx,
  restricting: Restricting,
  fields: z.output<typeof RestrictionForm>,
): Promise<Outcome<null>> {
  switch (fields.kind) {
    case 'pause':
      return pauseVolunteer(tx, { ...restricting, untilOn: fields.until_on });
    case 'suspension':
      return suspendPerson(tx, restricting);
    case 'apart': {
      const otherId = await readPerson(tx, fields.other_person);
      return otherId
        ? keepApart(tx, { ...restricting, otherId })
        : refuse('name_the_other_person', {}, 'other_person');
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
