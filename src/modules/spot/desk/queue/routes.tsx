import { z } from 'zod';
import { lastCounted } from '../../../../platform/figures.ts';
import { rememberedSetting } from '../../../../platform/settings/settings.ts';
import { checkbox } from '../../../../platform/web/form-fields.ts';
import { get, page, type Route } from '../../../../platform/web/route.ts';
import { doStaffActsWait, listVisibleStaffActs } from '../../../people/index.ts';
import { availableByMunicipality } from '../../../trust/index.ts';
import { spotSetting } from '../../settings.ts';
import { type DeskRow, deskOf } from '../../store/lists/desk.ts';
import { deskMessages } from '../words.ts';
import { DeskPage } from './desk-page.tsx';

/**
 * The desk. It is open all day and renews itself, so it shows no names: nobody's record is looked at until a
 * coordinator opens a request or the list of a day.
 */
export const queueRoutes: readonly Route[] = [
  get({
    path: '/desk',
    access: ['coordinator'],
    audit: 'spot.desk.viewed',
    query: z.object({ mine: checkbox }),
    async handle(call) {
      const { db, now, actor } = call;
      const isMine = call.fields.mine;
      const settings = await rememberedSetting(db, spotSetting);
      const today = now.toZonedDateTimeISO(settings.timeZone).toPlainDate();
      const about = { object: { kind: 'spot.desk', id: today.toString() } };
      const { desk, available, doActsWait } = await call.auditedAsk(about, {
        desk: deskOf({ readerId: actor.personId, now, settings }),
        available: lastCounted(availableByMunicipality, now),
        doActsWait: doStaffActsWait(now),
      });
      const staffActs = doActsWait ? await listVisibleStaffActs(db, actor.personId ?? '', now) : [];
      return page(
        deskMessages.in(call.locale).plain('desk_title'),
        <DeskPage
          {...desk}
          rows={isMine ? desk.rows.filter(isKeptBy(actor.personId)) : desk.rows}
          isMine={isMine}
          staffActs={staffActs.length}
          available={available}
          coordinatorId={actor.personId ?? ''}
          now={now}
        />,
      );
    },
  }),
];

function isKeptBy(personId: string | null): (row: DeskRow) => boolean {
  return ({ coordinatorId }) => coordinatorId !== null && coordinatorId === personId;
}
