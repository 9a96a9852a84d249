import { z } from 'zod';
import { listEntriesToldTo } from '../../../platform/audit/read.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { optionalNumber } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { findOwnPerson } from '../persons/own.ts';
import { exportOwnData } from './export.ts';
import { RecordPage } from './views.tsx';

const LINES_A_PAGE = 30;

export const recordRoutes: readonly Route[] = [
  get({
    path: '/me/record',
    access: 'person',
    audit: null,
    query: z.object({ before: optionalNumber }),
    async handle(visit) {
      const { id } = await findOwnPerson(visit);
      const lines = await listEntriesToldTo(visit.db, id, visit.fields.before ?? undefined, LINES_A_PAGE + 1);
      const title = peopleMessages.in(visit.locale).plain('record_title');
      const shown = lines.slice(0, LINES_A_PAGE);
      const next = lines.length > LINES_A_PAGE ? shown.at(-1)?.id : undefined;
      return page(
        title,
        <RecordPage lines={shown} ownId={id} next={next} isFirst={visit.fields.before === null} />,
      );
    },
  }),
  get({
    path: '/me/export',
    access: 'person',
    audit: null,
    async handle(visit) {
      const person = await findOwnPerson(visit);
      const data = await exportOwnData(visit.db, person);
      return {
        kind: 'file',
        body: `${JSON.stringify({ made_at: visit.now, ...data }, null, 2)}\n`,
        mediaType: 'application/json; charset=utf-8',
        name: 'my-data.json',
      };
    },
  }),
];
