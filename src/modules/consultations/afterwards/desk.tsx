import { actRoutes } from '../../../kits/acts/index.ts';
import { ownId } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { callOff } from '../appointment/commands.ts';
import { consultationPaths } from '../paths.ts';
import { inviteToRead } from '../referral/reading.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter } from '../store/matters.ts';
import { noteOpening } from '../store/openings.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import { confirmRead, endTask, enterTask, giveAdvice, writeAdvice } from './commands.ts';
import { findDeskAfterwards } from './find.ts';
import { afterwardsForms } from './forms.ts';
import { AdvicePage } from './views.tsx';

type DeskCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'params' | 'now'>;

const about = ({ id, residentId }: Pick<Matter, 'id' | 'residentId'>) => ({
  subjectIds: [residentId],
  object: { kind: 'consultations.matter', id },
});

async function show(call: DeskCall, form: FormState): Promise<Reply> {
  const reader = { personId: ownId(call), now: call.now };
  const found = await findDeskAfterwards(call.db, call.params.id, reader);
  if (!found) return missing();
  const t = consultationStaffMessages.in(call.locale);
  const title = t.plain('advice_of_matter', { number: numberOfMatter(found.matter) });
  return { ...page(title, <AdvicePage {...found} form={form} now={call.now} />), isShownOnce: true };
}

/** A coordinator's page of the advice and what is to be done: opened like the matter itself, and every look is written down. */
export const deskAfterwardsRoutes = (services: ConsultationServices): readonly Route[] => [
  get({
    path: consultationPaths.deskAdvice,
    access: ['coordinator'],
    audit: 'consultations.advice.viewed',
    async handle(call) {
      const answer = await show(call, FormState.fresh());
      const matter = await findMatter(call.db, call.params.id);
      if (!matter || answer.kind !== 'page') return answer;
      const personId = ownId(call);
      if (matter.responsibleId === personId)
        await noteOpening(call.db, { matterId: matter.id, personId, now: call.now, as: 'keeper' });
      await call.audit(about(matter));
      return answer;
    },
  }),
  ...actRoutes(
    afterwardsForms,
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
      async drafts({ db, fields }, on) {
        const language = (await findMatter(db, on.matterId))?.language ?? 'ja';
        const written = await writeAdvice(db, { ...on, draft: { ...fields, language } });
        if (written.ok) await inviteToRead(services)(db, on);
        return written;
      },
      readings: ({ db, fields }, on) => confirmRead(db, { ...on, ...fields }),
      cancellations: ({ db }, on) => callOff(db, on),
      giving: ({ db }, on) => giveAdvice(db, on),
      tasks: ({ db, fields: { task, whose, taskOn } }, on) =>
        enterTask(db, { ...on, task: { kind: 'task', whose, words: task, onDay: taskOn } }),
      contacts: ({ db, fields: { contactOn } }, on) =>
        enterTask(db, {
          ...on,
          task: { kind: 'contact', whose: 'coordinator', words: '', onDay: contactOn },
        }),
      done: ({ db, fields }, on) => endTask(db, { ...on, taskId: fields.taskId }),
    },
  ),
];
