import { z } from 'zod';
import { housePaths } from '../../platform/addresses/paths.ts';
import { dayInJapan } from '../../platform/clock.ts';
import type { DeskPart } from '../../platform/parts/desk-part.ts';
import { get, page, type Route } from '../../platform/web/route.ts';
import { DeskPage } from './desk-page.tsx';
import { deskMessages } from './messages.ts';
import { deskRowView, shownRow } from './rows.tsx';
import { isOurs } from './rules.ts';
import { newlySeen } from './seen.ts';
import { askAll } from './store.ts';
import { rowsBehind, tabsOf } from './tabs.ts';

/** So many rows that wait for us, and so many that wait for others, are shown; the next appear as these are dealt with. */
const MOST_SHOWN = 50;

/**
 * The desk: what waits for a coordinator, with names and first words. Each look is on record; whoever stands there is named
 * once a day and reader (docs/decisions/0047).
 */
export function deskRoute(parts: readonly DeskPart[]): Route {
  const view = deskRowView(parts);
  return get({
    path: housePaths.desk,
    access: ['coordinator'],
    audit: 'desk.queue.viewed',
    query: z.object({
      show: z
        .string()
        .regex(/^[a-z_.-]{1,60}$/)
        .catch('all'),
    }),
    async handle({ db, now, actor, locale, fields: { show: asked }, audit, auditedAsk }) {
      const { personId: readerId, roles } = actor;
      const today = dayInJapan(now);
      const day = today.toString();
      const { questions, show } = await askAll(parts, db, { personId: readerId, roles, locale, now });
      const object = { kind: 'desk.day', id: day };
      const desk = show(await auditedAsk({ object }, questions));
      const behind = rowsBehind(desk.rows, asked, readerId);
      const [ours, waiting] = [behind.filter(isOurs), behind.filter((row) => !isOurs(row))];
      const shown = { ours: ours.slice(0, MOST_SHOWN), waiting: waiting.slice(0, MOST_SHOWN) };
      const seen = newlySeen(db, { readerId, day }, [...shown.ours, ...shown.waiting, ...desk.sections]);
      if (seen.subjectIds.length > 0) {
        await audit({ subjectIds: seen.subjectIds, object });
        seen.wereWritten();
      }
      const toShow = (row: (typeof ours)[number]) => shownRow(row, { readerId, now, thisYear: today.year });
      return page(
        deskMessages.in(locale).plain('desk_title'),
        <DeskPage
          tabs={tabsOf(desk.rows, { shown: asked, readerId, parts, locale })}
          ours={shown.ours.map(toShow)}
          waiting={shown.waiting.map(toShow)}
          waitingCount={waiting.length}
          isCut={desk.isCut || ours.length > MOST_SHOWN}
          sections={desk.sections}
          parts={parts}
          view={view}
        />,
      );
    },
  });
}
