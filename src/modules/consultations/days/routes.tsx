import { z } from 'zod';
import { ownId } from '../../../platform/permissions.ts';
import { day, requiredText, text, timeOfDay, wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { consultationPaths } from '../paths.ts';
import { consultationStaffMessages } from '../words.ts';
import { addToDay, listRegistered, planDay, settleByHand, takeToDay } from './commands.ts';
import { deleteDayPerson, insertDay, listDays } from './store.ts';
import { DayPage, DaysPage } from './views.tsx';

type OneDay = Pick<Call<{ id: string }>, 'db' | 'params' | 'locale' | 'now'>;

async function showDay({ db, params, locale, now }: OneDay, form: FormState): Promise<Reply> {
  const planned = await planDay(db, params.id);
  if (!planned) return missing();
  const title = consultationStaffMessages.in(locale).plain('expert_day');
  return page(title, <DayPage {...planned} registered={await listRegistered(db, now)} form={form} />);
}

async function showDays({ db, locale }: Pick<Call, 'db' | 'locale'>, form: FormState): Promise<Reply> {
  const title = consultationStaffMessages.in(locale).plain('expert_days');
  return page(title, <DaysPage days={await listDays(db)} form={form} />);
}

const changed = { access: ['coordinator'], audit: 'consultations.day.changed', again: showDay } as const;
const back = (call: OneDay): Reply =>
  redirect(consultationPaths.expertDay(call.params), {
    tone: 'done',
    text: consultationStaffMessages.in(call.locale).noted('day_was_changed'),
  });
const aboutDay = (id: string) => ({ subjectIds: [], object: { kind: 'consultations.day', id } });

/** Days of experts: of a matter only what every coordinator sees on the desk. */
export const dayRoutes: readonly Route[] = [
  get({
    path: consultationPaths.expertDays,
    access: ['coordinator'],
    audit: null,
    handle: (call) => showDays(call, FormState.fresh()),
  }),
  post({
    path: consultationPaths.expertDays,
    access: ['coordinator'],
    audit: 'consultations.day.planned',
    form: z.object({ onDay: day, from: timeOfDay, minutes: wholeNumber(15, 120), times: wholeNumber(1, 8) }),
    async handle(call) {
      const { db, fields, now } = call;
      const id = await insertDay(db, { ...fields, by: ownId(call), now });
      await call.audit(aboutDay(id));
      return redirect(consultationPaths.expertDay({ id }));
    },
    again: showDays,
  }),
  get({
    path: consultationPaths.expertDay,
    access: ['coordinator'],
    audit: null,
    handle: (call) => showDay(call, FormState.fresh()),
  }),
  post({
    path: consultationPaths.expertDayPeople,
    ...changed,
    form: z.object({ registerId: z.uuid('choose_who_comes') }),
    async handle(call) {
      const { registerId } = call.fields;
      const outcome = await addToDay(call.db, call.params.id, { registerId, now: call.now });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(aboutDay(call.params.id));
      return back(call);
    },
  }),
  post({
    path: consultationPaths.expertDayLeaving,
    ...changed,
    form: z.object({ personId: z.uuid() }),
    async handle(call) {
      await deleteDayPerson(call.db, call.params.id, call.fields.personId);
      await call.audit(aboutDay(call.params.id));
      return back(call);
    },
  }),
  post({
    path: consultationPaths.expertDayMatters,
    ...changed,
    form: z.object({ number: requiredText(20) }),
    async handle(call) {
      const taken = { typed: call.fields.number, by: ownId(call) };
      const outcome = await takeToDay(call.db, call.params.id, taken);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(aboutDay(call.params.id));
      return back(call);
    },
  }),
  post({
    path: consultationPaths.expertDayHands,
    ...changed,
    form: z.object({ matterId: z.uuid(), hand: text(36) }),
    async handle(call) {
      const outcome = await settleByHand(call.db, call.params.id, call.fields);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(aboutDay(call.params.id));
      return back(call);
    },
  }),
];
