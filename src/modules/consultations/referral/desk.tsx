import { actRoutes } from '../../../kits/acts/index.ts';
import { ownId } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { listOffices, type Office } from '../../guides/index.ts';
import { inOrder } from '../experts/rules.ts';
import { listExperts } from '../experts/store.ts';
import { endOffice, proposeOffice, tellOffice } from '../offices/commands.ts';
import { listOfficeReferrals } from '../offices/store.ts';
import { consultationPaths } from '../paths.ts';
import { opensAs } from '../room/may-open.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter } from '../store/matters.ts';
import { noteOpening } from '../store/openings.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { askExpert, endReferral, proposeReferral } from './commands.ts';
import { referralForms } from './forms.ts';
import { listReferrals } from './store.ts';
import { DeskReferralsPage } from './views.tsx';

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
  const experts = as === 'keeper' ? inOrder(await listExperts(call.db, call.now), matter) : [];
  return {
    ...{ matter, as, experts, referrals: await listReferrals(call.db, key) },
    officeReferrals: await listOfficeReferrals(call.db, key),
    offices: as === 'keeper' ? await officesFor(call.db, matter) : [],
  };
}

const MOST_OFFICES = 200;

/** Those of its field, and those who speak the language first. */
async function officesFor(db: DeskCall['db'], { field, language }: Matter): Promise<readonly Office[]> {
  const { rows } = await listOffices(db, { field, language: null }, { after: null, limit: MOST_OFFICES });
  const speaks = (one: Office) => (language === 'ja' || one.languages.includes(language) ? 0 : 1);
  return [...rows].sort((one, other) => speaks(one) - speaks(other));
}

async function show(call: DeskCall, form: FormState): Promise<Reply> {
  const found = await find(call);
  if (!found) return missing();
  const t = consultationStaffMessages.in(call.locale);
  const title = t.plain('referrals_of_matter', { number: numberOfMatter(found.matter) });
  return { ...page(title, <DeskReferralsPage {...found} form={form} now={call.now} />), isShownOnce: true };
}

/** A coordinator's page of the experts of a matter: opened like the matter itself, and every look is written down. */
export function deskReferralRoutes(
  services: Pick<ConsultationServices, 'secret' | 'publicUrl'>,
): readonly Route[] {
  const ask = askExpert(services);
  return [
    get({
      path: consultationPaths.deskReferrals,
      access: ['coordinator'],
      audit: 'consultations.referrals.viewed',
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
      referralForms,
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
        proposals: ({ db, fields }, on) => proposeReferral(db, { ...on, proposal: fields }),
        asking: ({ db, fields }, on) => ask(db, { ...on, ...fields }),
        ended: ({ db, fields }, on) => endReferral(db, { ...on, ...fields }),
        offices: ({ db, fields }, on) => proposeOffice(db, { ...on, going: fields }),
        sayings: ({ db, fields: { referralId, told } }, on) =>
          tellOffice(db, { ...on, referralId, words: told }),
        endings: ({ db, fields }, on) => endOffice(db, { ...on, ...fields }),
      },
    ),
  ];
}
