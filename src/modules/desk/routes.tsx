import { z } from 'zod';
import { housePaths } from '../../platform/addresses/paths.ts';
import { TIME_ZONE } from '../../platform/languages/formats.tsx';
import type { DeskPart } from '../../platform/parts/desk-part.ts';
import { checkbox } from '../../platform/web/form-fields.ts';
import { get, page, type Route } from '../../platform/web/route.ts';
import { DeskPage } from './desk-page.tsx';
import { deskMessages } from './messages.ts';
import { isKeptBy } from './rules.ts';
import { askAll } from './store.ts';
import { deskTable } from './table.tsx';

/**
 * The desk. It is open all day and renews itself, so it shows no names: nobody's record is looked at until a
 * coordinator opens what waits.
 */
export function deskRoute(parts: readonly DeskPart[]): Route {
  const Table = deskTable(parts);
  return get({
    path: housePaths.desk,
    access: ['coordinator'],
    audit: 'desk.queue.viewed',
    query: z.object({ mine: checkbox }),
    async handle({ db, now, actor, locale, fields, auditedAsk }) {
      const { personId, roles } = actor;
      const today = now.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
      const { questions, show } = await askAll(parts, db, { personId, roles, now });
      const about = { object: { kind: 'desk.day', id: today.toString() } };
      const shown = show(await auditedAsk(about, questions));
      const rows = fields.mine ? shown.rows.filter((row) => isKeptBy(row, personId)) : shown.rows;
      const props = { ...shown, rows, isMine: fields.mine, readerId: personId, parts, Table };
      return page(deskMessages.in(locale).plain('desk_title'), <DeskPage {...props} />);
    },
  });
}
