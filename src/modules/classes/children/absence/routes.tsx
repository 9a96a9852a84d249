import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ownId } from '../../../../platform/permissions.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
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
} from '../../../../platform/web/route.ts';
import { ActionForm, Notice, PageHead } from '../../../../ui/index.ts';
import { leaveCourse } from '../../enrolments/commands.ts';
import { giveUpSeat, takeSeat, waitForSeat } from '../../seats/commands.ts';
import type { ClassServices } from '../../services.ts';
import { childrenPaths } from '../paths.ts';
import { guardian } from '../relations.ts';
import { findEnrolmentIn, findSeatAhead, type SeatAhead } from '../store/ahead.ts';
import { listGuardianIds } from '../store/guardianships.ts';
import { childrenMessages } from '../words.ts';
import { readAbsence } from './token.ts';

const access = [guardian];
const ofSeat = z.object({ seatId: z.uuid({ message: 'choose_one' }) });
type SeatCall = Call<{ readonly id: string }, z.output<typeof ofSeat>, Tx>;
type Says = 'absence_is_said' | 'seat_is_yours' | 'you_wait';

/** What a guardian does with a child's place in a class, and that the child comes no more. */
export const absenceRoutes = (services: ClassServices): readonly Route[] => [
  post({
    path: childrenPaths.absences,
    access,
    audit: 'classes.seat.given_up',
    form: ofSeat,
    handle: (call) => withSeat(call, 'absence_is_said', giveUpSeat),
  }),
  post({
    path: childrenPaths.seats,
    access,
    audit: 'classes.seat.taken',
    form: ofSeat,
    handle: (call) => withSeat(call, 'seat_is_yours', takeSeat),
  }),
  post({
    path: childrenPaths.returns,
    access,
    audit: 'classes.seat.waited',
    form: ofSeat,
    handle: (call) =>
      withSeat(call, 'you_wait', (tx, on, { sessionId, childId }) =>
        waitForSeat(tx, { sessionId, childId, isTrial: false }, on),
      ),
  }),
  post({
    path: childrenPaths.leaving,
    access,
    audit: 'classes.enrolment.left',
    form: z.object({ enrolmentId: z.uuid({ message: 'choose_one' }) }),
    async handle({ db, params, fields, actor, now, locale, audit }) {
      // A number of another child's enrolment is nobody's here.
      const enrolment = await findEnrolmentIn(db, params.id, fields.enrolmentId);
      if (!enrolment) return missing();
      const { enrolmentId } = fields;
      const done = await leaveCourse(db, { enrolmentId, as: 'guardian', byPersonId: ownId({ actor }), now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({
        subjectIds: await listGuardianIds(db, [params.id]),
        object: { kind: 'classes.child', id: params.id },
      });
      const text = childrenMessages.in(locale).noted('course_is_left');
      return redirect(childrenPaths.one(params), { tone: 'done', text });
    },
  }),
  ...mailRoutes(services),
];

/** What whoever has the mail does without signing in. */
const mailRoutes = (services: ClassServices): readonly Route[] => [
  get({
    path: childrenPaths.absence,
    access: 'everyone',
    audit: null,
    async handle({ db, params, now, locale }) {
      const seat = await findByLink(db, services, params);
      if (!seat) return missing();
      const body = <AbsencePage seat={seat} isOver={hasBegun(seat, now)} link={params.token} />;
      return page(childrenMessages.in(locale).plain('say_absence'), body);
    },
  }),
  post({
    path: childrenPaths.absence,
    access: 'everyone',
    audit: 'classes.seat.given_up',
    limit: { by: 'address', tries: 30, minutes: 60 },
    async handle({ db, params, actor, now, audit }) {
      const seat = await findByLink(db, services, params);
      if (!seat) return missing();
      const on = { seatId: seat.seatId, as: 'guardian', byPersonId: actor.personId, now } as const;
      if (seat.state !== 'given_up' && !hasBegun(seat, now)) {
        const done = await giveUpSeat(db, on);
        if (!done.ok) return refusedBy(done.refusal);
      }
      await audit({
        subjectIds: await listGuardianIds(db, [seat.childId]),
        object: { kind: 'classes.seat', id: seat.seatId },
      });
      return redirect(childrenPaths.absence(params));
    },
  }),
];

const findByLink = async (
  db: Database,
  services: ClassServices,
  { token }: { readonly token: string },
): Promise<SeatAhead | null> => {
  const seatId = readAbsence(services, token);
  return seatId === null ? null : findSeatAhead(db, seatId);
};

const hasBegun = ({ startsAt }: SeatAhead, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, startsAt) >= 0;

/** A seat of this very child: the number of another one's is nobody's here. */
async function withSeat(
  { db, params, fields, actor, now, locale, audit }: SeatCall,
  says: Says,
  act: (tx: Tx, on: Parameters<typeof giveUpSeat>[1], seat: SeatAhead) => Promise<Outcome<unknown>>,
): Promise<Reply> {
  const seat = await ownSeat(db, params.id, fields.seatId);
  if (!seat) return missing();
  const done = await act(
    db,
    { seatId: seat.seatId, as: 'guardian', byPersonId: ownId({ actor }), now },
    seat,
  );
  if (!done.ok) return refusedBy(done.refusal);
  await audit({
    subjectIds: await listGuardianIds(db, [params.id]),
    object: { kind: 'classes.seat', id: seat.seatId },
  });
  const text = childrenMessages.in(locale).noted(says);
  return redirect(childrenPaths.one(params), { tone: 'done', text });
}

async function ownSeat(db: Database, childId: string, seatId: string): Promise<SeatAhead | null> {
  const seat = await findSeatAhead(db, seatId);
  return seat?.childId === childId ? seat : null;
}

/**
 * The second tap of a mail, for whoever holds its sealed link, which is sent to the guardians alone. The page names no child, no family and no address, and does nothing but free the seat.
 */
function AbsencePage({
  seat,
  isOver,
  link,
}: {
  readonly seat: SeatAhead;
  readonly isOver: boolean;
  readonly link: string;
}): VNode {
  const t = useWords(childrenMessages);
  const { day } = useFormats();
  const title = t('absence_title', { day: day(seat.startsAt) });
  if (seat.state === 'given_up')
    return (
      <>
        <PageHead title={t('absence_done_title')} />
        <Notice tone="good">{t('absence_done_text')}</Notice>
      </>
    );
  if (isOver)
    return (
      <>
        <PageHead title={title} />
        <Notice>{t('absence_over')}</Notice>
      </>
    );
  return (
    <>
      <PageHead title={title} lead={t('absence_lead')} />
      <p>{t('say_absence_text')}</p>
      <ActionForm action={childrenPaths.absence({ token: link })} kind="main">
        {t('say_absence')}
      </ActionForm>
    </>
  );
}
