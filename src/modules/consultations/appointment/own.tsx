import type { VNode } from 'preact';
import { z } from 'zod';
import { calendarFile, listOpenSlots, type Slot, SlotRadios } from '../../../kits/slots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ownId } from '../../../platform/permissions.ts';
import { choice } from '../../../platform/web/form-fields.ts';
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
import {
  ActionForm,
  Actions,
  Button,
  EmptyState,
  Form,
  FormErrors,
  Link,
  Notice,
  OwnWords,
  PageHead,
  Radios,
} from '../../../ui/index.ts';
import { WayOut } from '../ask/views.tsx';
import { findChosen } from '../interpreters/store/interpreters.ts';
import { asker } from '../own/relation.ts';
import { consultationPaths } from '../paths.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findMatter } from '../store/matters.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { callOff, chooseAppointment } from './commands.ts';
import { APPOINTMENT, findAppointment, type MatterAppointment, WAYS } from './store.ts';

const MOST_SHOWN = 12;
/** Before a matter is with a coordinator there is nobody to meet. */
const CHOOSES_IN: readonly Matter['state'][] = ['in_triage', 'expert_accepted', 'advised', 'following'];

interface Meeting {
  readonly matter: Matter;
  /** Null where none is agreed, or it was called off. */
  readonly appointment: MatterAppointment | null;
  readonly slots: readonly Slot[];
  /** Who interprets when they speak. */
  readonly interpreter: string | null;
}

async function findMeeting(db: Database, matterId: string, now: Temporal.Instant): Promise<Meeting | null> {
  const matter = await findMatter(db, matterId);
  const key = matter && (await openMatterKey(db, matter.id));
  if (!key) return null;
  const found = await findAppointment(db, key);
  const hostIds = matter.responsibleId ? [matter.responsibleId] : [];
  const slots = CHOOSES_IN.includes(matter.state)
    ? await listOpenSlots(db, APPOINTMENT, { hostIds, after: now, most: MOST_SHOWN })
    : [];
  const interpreter = await findChosen(db, matter.id);
  return {
    ...{ matter, slots, appointment: found?.calledOffAt ? null : found },
    interpreter: interpreter?.name ?? null,
  };
}

type Props = Meeting & { readonly form: FormState; readonly now: Temporal.Instant };

/** When they speak: what is agreed, and the times to choose from. */
function MeetingPage(props: Props): VNode {
  const { matter, appointment, slots, form } = props;
  const t = useWords(consultationMessages);
  const isAgreed = matter.state === 'appointed' && appointment !== null;
  return (
    <>
      <WayOut />
      <PageHead
        title={t('appointment_title')}
        back={{
          href: consultationPaths.consultation(matter),
          label: t('matter_title', { number: numberOfMatter(matter) }),
        }}
      />
      <FormErrors refusals={form.refusals} />
      {isAgreed && <Agreed {...props} appointment={appointment} />}
      {!isAgreed && slots.length === 0 && (
        <EmptyState title={t('no_time_open')}>{t('no_time_open_text')}</EmptyState>
      )}
      {!isAgreed && slots.length > 0 && (
        <Form action={consultationPaths.consultationBooking(matter)} label={t.plain('appointment_title')}>
          <Radios
            {...form.field('way')}
            label={t('appointment_way')}
            choices={WAYS.map((value) => ({ value, label: t(`way_${value}`) }))}
          />
          <SlotRadios {...form.field('slot')} label={t('appointment_when')} slots={slots} />
          {matter.isAnonymous && <p>{t('name_is_seen_then')}</p>}
          <Actions>
            <Button kind="main">{t('appointment_go')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

function Agreed({
  matter,
  appointment,
  interpreter,
  now,
}: Props & { readonly appointment: MatterAppointment }): VNode {
  const t = useWords(consultationMessages);
  const { span } = useFormats();
  const { startsAt, endsAt, way, whereWords } = appointment;
  return (
    <Notice title={span(startsAt, endsAt)}>
      <p>{t(`way_${way}`)}</p>
      {whereWords !== '' && <Where>{whereWords}</Where>}
      {interpreter !== null && <p>{t('interpreter_comes', { name: interpreter })}</p>}
      {Temporal.Instant.compare(now, startsAt) < 0 && (
        <Actions>
          <Button href={consultationPaths.consultationCalendar(matter)}>{t('appointment_calendar')}</Button>
          <ActionForm
            id="call-off"
            action={consultationPaths.consultationCallingOff(matter)}
            confirm={t('call_off_text')}
            kind="danger"
          >
            {t('call_off')}
          </ActionForm>
        </Actions>
      )}
    </Notice>
  );
}

/** A link is one to press; an address is read. */
function Where({ children }: { readonly children: string }): VNode {
  if (!/^https:\/\/\S+$/.test(children)) return <OwnWords as="p">{children}</OwnWords>;
  return (
    <Link href={children} kind="block">
      {children}
    </Link>
  );
}

async function show(
  { db, params, locale, now }: Pick<Call<{ id: string }>, 'db' | 'params' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const meeting = await findMeeting(db, params.id, now);
  if (!meeting) return missing();
  const title = consultationMessages.in(locale).plain('appointment_title');
  return { ...page(title, <MeetingPage {...meeting} form={form} now={now} />), isShownOnce: true };
}

const about = ({ id, residentId }: Pick<Matter, 'id' | 'residentId'>) => ({
  subjectIds: [residentId],
  object: { kind: 'consultations.matter', id },
});

/** Of whoever has asked: it is their own, looking at it leaves no entry. */
export const appointmentRoutes: readonly Route[] = [
  get({
    path: consultationPaths.consultationAppointment,
    access: [asker],
    audit: null,
    handle: (call) => show(call, FormState.fresh()),
  }),
  get({
    path: consultationPaths.consultationCalendar,
    access: [asker],
    audit: null,
    async handle({ db, params, locale, now }) {
      const key = await openMatterKey(db, params.id);
      const found = key && (await findAppointment(db, key));
      if (!found) return missing();
      const title = consultationMessages.in(locale).plain('calendar_title');
      const details = found.calledOffAt ? null : { url: null, area: null };
      return calendarFile('Appointments', { ...found, title, details }, now);
    },
  }),
  post({
    path: consultationPaths.consultationBooking,
    access: [asker],
    audit: 'consultations.matter.appointed',
    form: z.object({ way: choice(WAYS), slot: z.uuid('choose_one') }),
    limit: { by: 'person', tries: 20, minutes: 60 },
    async handle(call) {
      const { db, params, now, locale, fields } = call;
      const on = { matterId: params.id, as: 'resident', byPersonId: ownId(call), now } as const;
      const outcome = await chooseAppointment(db, { ...on, slotId: fields.slot, way: fields.way });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(outcome.value));
      const said = consultationMessages.in(locale).noted('appointment_was_made');
      return redirect(consultationPaths.consultationAppointment(params), { tone: 'done', text: said });
    },
    again: show,
  }),
  post({
    path: consultationPaths.consultationCallingOff,
    access: [asker],
    audit: 'consultations.matter.called_off',
    async handle(call) {
      const { db, params, now, locale } = call;
      const outcome = await callOff(db, {
        ...{ matterId: params.id, as: 'resident', byPersonId: ownId(call), now },
      } as const);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(about(outcome.value));
      const said = consultationMessages.in(locale).noted('was_called_off');
      return redirect(consultationPaths.consultationAppointment(params), { tone: 'done', text: said });
    },
  }),
];
