import { actRoutes } from '../../../kits/acts/index.ts';
import { ownId } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { consultationPaths } from '../paths.ts';
import { opensAs } from '../room/may-open.ts';
import { showPaper } from '../room/papers.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter } from '../store/matters.ts';
import { noteOpening } from '../store/openings.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationStaffMessages } from '../words.ts';
import {
  breakGlass,
  checkDanger,
  closeMatter,
  endDeadline,
  enterDeadline,
  handOver,
  reply,
  takeMatter,
  writeNote,
} from './commands.ts';
import { type DeskRoom, findDeskRoom } from './find.ts';
import { deskForms } from './forms.ts';
import { deskListRoutes } from './list.tsx';
import { reviewRoutes } from './reviews.tsx';
import { RoomPage } from './room-page.tsx';

type RoomCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'params' | 'now'>;
const OBJECT = 'consultations.matter';

const aboutMatter = ({ id, residentId }: Pick<Matter, 'id' | 'residentId'>) => ({
  subjectIds: [residentId],
  object: { kind: OBJECT, id },
});

const findRoom = (call: RoomCall): Promise<DeskRoom | null> =>
  findDeskRoom(call.db, call.params.id, { personId: ownId(call), locale: call.locale, now: call.now });

async function show(call: RoomCall, form: FormState, found?: DeskRoom | null): Promise<Reply> {
  const room = found === undefined ? await findRoom(call) : found;
  if (!room) return missing();
  const t = consultationStaffMessages.in(call.locale);
  const title = t.plain('desk_matter', { number: numberOfMatter(room.matter) });
  return { ...page(title, <RoomPage {...room} form={form} now={call.now} />), isShownOnce: true };
}

/** A coordinator's pages of matters. No role opens one: `opensAs` does, and every look inside is written down. */
export function deskRoutes({ files }: Pick<ConsultationServices, 'files'>): readonly Route[] {
  return [
    ...reviewRoutes,
    ...deskListRoutes,
    get({
      path: consultationPaths.deskConsultation,
      access: ['coordinator'],
      audit: 'consultations.matter.viewed',
      async handle(call) {
        const room = await findRoom(call);
        const answer = await show(call, FormState.fresh(), room);
        if (!room) return answer;
        const { matter, inside } = room;
        if (inside?.as === 'keeper')
          await noteOpening(call.db, {
            matterId: matter.id,
            personId: ownId(call),
            now: call.now,
            as: 'keeper',
          });
        // From outside nothing of anybody is seen.
        await call.audit(inside ? aboutMatter(matter) : { object: { kind: OBJECT, id: matter.id } });
        return answer;
      },
    }),
    get({
      path: consultationPaths.deskPaper,
      access: ['coordinator'],
      audit: 'consultations.paper.viewed',
      async handle(call) {
        const matter = await findMatter(call.db, call.params.id);
        if (!matter) return missing();
        const as = await opensAs(call.db, { matter, personId: ownId(call), now: call.now });
        if (!as) return missing();
        if (as === 'keeper')
          await noteOpening(call.db, { matterId: matter.id, personId: ownId(call), now: call.now, as });
        await call.audit(aboutMatter(matter));
        return showPaper(call, files, { matter, place: call.params.place });
      },
    }),
    ...actRoutes(
      deskForms,
      {
        access: ['coordinator'],
        on: (call) => ({
          matterId: call.params.id,
          as: 'coordinator' as const,
          byPersonId: ownId(call),
          now: call.now,
        }),
        about: aboutMatter,
        again: show,
      },
      {
        care: ({ db }, on) => takeMatter(db, on),
        replies: ({ db, fields }, on) => reply(db, { ...on, words: fields.reply }),
        notes: ({ db, fields }, on) => writeNote(db, { ...on, words: fields.note }),
        deadlines: ({ db, fields }, on) =>
          enterDeadline(db, { ...on, kind: fields.deadlineKind, onDay: fields.deadlineOn }),
        ended: ({ db, fields }, on) => endDeadline(db, { ...on, deadlineId: fields.deadlineId }),
        checks: ({ db, fields }, on) => checkDanger(db, { ...on, item: fields.item }),
        successor: ({ db, fields }, on) => handOver(db, { ...on, to: fields.successorId }),
        closing: ({ db, fields }, on) => closeMatter(db, { ...on, outcome: fields.outcome }),
        openings: ({ db, fields }, on) => breakGlass(db, { ...on, reason: fields.reason }),
      },
    ),
  ];
}
