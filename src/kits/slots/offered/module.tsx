import type { Database } from '../../../platform/database/connect.ts';
import type { Module } from '../../../platform/module.ts';
import type { AppointmentKind } from '../../../platform/parts/appointment.ts';
import type { Closing } from '../../../platform/parts/closing.ts';
import { ownId } from '../../../platform/permissions.ts';
import { choice, day, requiredText } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { type Call, page, post, type Reply, redirect, refusedBy } from '../../../platform/web/route.ts';
import { defineForm, formRoutes, line, oneOf, timeOfDay, whole } from '../../forms/index.ts';
import { hoursSetting } from '../hours.ts';
import { hoursPage } from '../hours-page.tsx';
import { slotsPaths } from '../paths.ts';
import { personalData } from '../personal-data.ts';
import { recordActs } from '../told.ts';
import { slotsMessages, slotsWords } from '../words.ts';
import { offerSlots, takeBackSlot } from './commands.ts';
import { SLOT_MINUTES, SLOT_PLACES } from './rules.ts';
import { listSlotsOf } from './store.ts';
import { TimesPage } from './views.tsx';

/**
 * The page of the organization's hours, and the one on which coordinators keep times open.
 * @param kinds what programs need appointments for
 * @param closings what of programs a change of the hours may close
 */
export function slotsModule(kinds: readonly AppointmentKind[], closings: readonly Closing[] = []): Module {
  const hours = hoursPage(closings);
  const form = offeringForm(kinds);
  const [first] = kinds;
  const show = async (call: Looking, state: FormState): Promise<Reply> => {
    const slots = await listSlotsOf(call.db, ownId(call), call.now);
    const pages = await pagesOf(call.db, kinds, slots);
    const title = slotsMessages.in(call.locale).plain('times_title');
    return page(title, <TimesPage slots={slots} kinds={kinds} pages={pages} of={form} form={state} />);
  };
  return {
    name: 'slots',
    messages: slotsWords,
    personalData,
    recordActs,
    settings: [hoursSetting],
    settingsPlaces: [hours.place],
    routes: [
      ...hours.routes,
      ...formRoutes({
        path: slotsPaths.times,
        access: ['coordinator'],
        audit: 'slots.times.offered',
        of: form,
        begin: () =>
          first ? { kind: first.kind, minutes: first.usualMinutes, place: 'online' as const } : {},
        show,
        async save(call) {
          const { fields, db, now, locale } = call;
          const count = await offerSlots(db, { ...fields, hostId: ownId(call) }, now);
          if (!count.ok) return refusedBy(count.refusal);
          await kinds.find(({ kind }) => kind === fields.kind)?.opened?.(db, { hostId: ownId(call) });
          await call.audit({});
          const text = slotsMessages.in(locale).noted('times_were_opened', { count: count.value });
          return redirect(slotsPaths.times(), { tone: 'done', text });
        },
      }),
      post({
        path: slotsPaths.timeRemoval,
        access: ['coordinator'],
        audit: 'slots.time.taken_back',
        async handle(call) {
          const outcome = await takeBackSlot(call.db, call.params.id, ownId(call));
          if (!outcome.ok) return refusedBy(outcome.refusal);
          await call.audit({});
          return redirect(slotsPaths.times(), {
            tone: 'done',
            text: slotsMessages.in(call.locale).noted('time_was_taken_back'),
          });
        },
        again: (call, state) => show(call, state),
      }),
    ],
  };
}

type Looking = Pick<Call<unknown, undefined, Database>, 'db' | 'actor' | 'locale' | 'now'>;

const offeringForm = (kinds: readonly AppointmentKind[]) =>
  defineForm(slotsMessages, [
    oneOf('kind', choice(kinds.map(({ kind }) => kind) as [string, ...string[]], 'choose_what_for'), {
      choices: (locale) => kinds.map(({ kind, label }) => ({ value: kind, label: label(locale) })),
    }),
    line('day', day, { type: 'date', width: 'short' }),
    timeOfDay('from'),
    timeOfDay('until'),
    whole('minutes', [SLOT_MINUTES.least, SLOT_MINUTES.most], { hint: 'minutes_hint' }),
    oneOf('place', choice(SLOT_PLACES, 'choose_a_place'), {
      choices: (locale) =>
        SLOT_PLACES.map((value) => ({ value, label: slotsMessages.in(locale)(`at_${value}`) })),
    }),
    line('whereWords', requiredText(500, 'say_where'), { hint: 'where_words_hint' }),
  ]);

/** The pages about what is booked, by the ids of the things. */
async function pagesOf(
  db: Database,
  kinds: readonly AppointmentKind[],
  slots: readonly { readonly kind: string; readonly forId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    kinds.map((one) => {
      const ids = slots.flatMap(({ kind, forId }) => (kind === one.kind && forId ? [forId] : []));
      return ids.length > 0 ? one.pagesOf(db, ids) : new Map<string, string>();
    }),
  );
  return new Map(found.flatMap((pages) => [...pages]));
}
