import { actRoutes } from '../../../kits/acts/index.ts';
import { ownId } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { findAppointment } from '../appointment/store.ts';
import { consultationPaths } from '../paths.ts';
import { opensAs } from '../room/may-open.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findCircumstances } from '../store/ask.ts';
import { findMatter } from '../store/matters.ts';
import { noteOpening } from '../store/openings.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { interpretingForms } from './acts.ts';
import { chooseInterpreter, dropInterpreter } from './choosing.ts';
import { type Found, InterpretingPage } from './interpreting-page.tsx';
import { inOrder } from './rules.ts';
import { findChosen, listInterpreters } from './store/interpreters.ts';
import { findInterpreting } from './store/interpretings.ts';

type DeskCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'params' | 'now'>;

async function find({ db, params, now, ...call }: DeskCall): Promise<Found | null> {
  const matter = await findMatter(db, params.id);
  const as = matter && (await opensAs(db, { matter, personId: ownId(call), now }));
  const key = as && (await openMatterKey(db, matter.id));
  if (!key) return null;
  const meeting = await findAppointment(db, key);
  const isToCome = meeting && !meeting.calledOffAt && Temporal.Instant.compare(meeting.startsAt, now) > 0;
  const interpreting = await findInterpreting(db, matter.id);
  const chosen = await findChosen(db, matter.id);
  const wish = (await findCircumstances(db, key)).contact?.interpreterWish ?? null;
  const { language } = matter;
  return {
    ...{ matter, as, interpreting, chosen, wish, appointment: isToCome ? meeting : null },
    interpreters: as === 'keeper' ? inOrder(await listInterpreters(db), { language, wish }) : [],
  };
}

async function show(call: DeskCall, form: FormState): Promise<Reply> {
  const found = await find(call);
  if (!found) return missing();
  const t = consultationStaffMessages.in(call.locale);
  const title = t.plain('interpreter_of_matter', { number: numberOfMatter(found.matter) });
  return { ...page(title, <InterpretingPage {...found} form={form} />), isShownOnce: true };
}

const about = ({ id, residentId }: Pick<Matter, 'id' | 'residentId'>) => ({
  subjectIds: [residentId],
  object: { kind: 'consultations.matter', id },
});

/** Who interprets when they speak: opened like the matter itself, and every look is written down. */
export const interpretingRoutes: readonly Route[] = [
  get({
    path: consultationPaths.deskInterpreting,
    access: ['coordinator'],
    audit: 'consultations.interpreter.viewed',
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
    interpretingForms,
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
      choices: ({ db, fields }, on) => chooseInterpreter(db, { ...on, ...fields }),
      ended: ({ db }, on) => dropInterpreter(db, on),
    },
  ),
];
