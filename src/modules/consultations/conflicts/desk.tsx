import { actRoutes } from '../../../kits/acts/index.ts';
import { ownId } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { consultationPaths } from '../paths.ts';
import { listReferrals } from '../referral/store.ts';
import { opensAs } from '../room/may-open.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findMatter } from '../store/matters.ts';
import { noteOpening } from '../store/openings.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { decideConflict } from './checking.ts';
import { enterParty, removeParty } from './commands.ts';
import { partyForms } from './forms.ts';
import { listChecks } from './store/checks.ts';
import { listParties } from './store/parties.ts';
import { PartiesPage } from './views.tsx';

type DeskCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'params' | 'now'>;

const about = ({ id, residentId }: Pick<Matter, 'id' | 'residentId'>) => ({
  subjectIds: [residentId],
  object: { kind: 'consultations.matter', id },
});

async function find(call: DeskCall) {
  const matter = await findMatter(call.db, call.params.id);
  const as = matter && (await opensAs(call.db, { matter, personId: ownId(call), now: call.now }));
  const key = as && (await openMatterKey(call.db, matter.id));
  if (!key) return null;
  return {
    ...{ matter, as },
    parties: await listParties(call.db, key),
    referrals: await listReferrals(call.db, key),
    checks: await listChecks(call.db, matter.id),
  };
}

async function show(call: DeskCall, form: FormState): Promise<Reply> {
  const found = await find(call);
  if (!found) return missing();
  const t = consultationStaffMessages.in(call.locale);
  const title = t.plain('parties_of_matter', { number: numberOfMatter(found.matter) });
  return { ...page(title, <PartiesPage {...found} form={form} now={call.now} />), isShownOnce: true };
}

/** A coordinator's page of whom a matter touches: opened like the matter itself, and every look is written down. */
export const deskPartyRoutes: readonly Route[] = [
  get({
    path: consultationPaths.deskParties,
    access: ['coordinator'],
    audit: 'consultations.parties.viewed',
    async handle(call) {
      const found = await find(call);
      if (!found) return missing();
      const { matter, as } = found;
      if (as === 'keeper')
        await noteOpening(call.db, { matterId: matter.id, personId: ownId(call), now: call.now, as });
      await call.audit(about(matter));
      return show(call, FormState.fresh());
    },
  }),
  ...actRoutes(
    partyForms,
    {
      access: ['coordinator'],
      on: (call) => ({
        matterId: call.params.id,
        as: 'coordinator' as const,
        byPersonId: ownId(call),
        now: call.now,
      }),
      about,
      again: show,
    },
    {
      entries: ({ db, fields }, on) => enterParty(db, { ...on, entered: fields }),
      decisions: ({ db, fields }, on) => decideConflict(db, { ...on, ...fields }),
      removals: ({ db, fields }, on) => removeParty(db, { ...on, partyId: fields.partyId }),
    },
  ),
];
