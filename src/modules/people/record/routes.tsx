import { z } from 'zod';
import { zipStream } from '../../../kits/papers/index.ts';
import { listEntriesToldTo } from '../../../platform/audit/read.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { optionalNumber } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import type { PeopleServices } from '../services.ts';
import { sayIn, toldActs } from './data-words.ts';
import { collectOwnData, entriesOf } from './export.ts';
import { exportPage } from './export-page.tsx';
import { RecordPage } from './views.tsx';

const LINES_A_PAGE = 30;

export const recordRoutes = (services: PeopleServices): readonly Route[] => [
  get({
    path: peoplePaths.record,
    access: 'person',
    audit: null,
    query: z.object({ before: optionalNumber }),
    async handle(call) {
      const { id } = await findOwnPerson(call);
      const lines = await listEntriesToldTo(call.db, id, {
        told: toldActs(services),
        before: call.fields.before ?? undefined,
        limit: LINES_A_PAGE + 1,
      });
      const title = peopleMessages.in(call.locale).plain('record_title');
      const shown = lines.slice(0, LINES_A_PAGE);
      const next = lines.length > LINES_A_PAGE ? shown.at(-1)?.id : undefined;
      return page(
        title,
        <RecordPage
          lines={shown}
          ownId={id}
          next={next}
          isFirst={call.fields.before === null}
          say={sayIn(services, call.locale)}
        />,
      );
    },
  }),
  get({
    path: peoplePaths.export,
    access: 'person',
    audit: null,
    seconds: 30,
    limit: { by: 'person', tries: 20, minutes: 60 },
    async handle(call) {
      const person = await findOwnPerson(call);
      const { locale, now } = call;
      const data = await collectOwnData(call.db, person, { services, locale, now });
      const made = {
        page: exportPage(data, locale, sayIn(services, locale)),
        data,
        files: services.files,
      };
      const body = zipStream(entriesOf(call.db, person.id, made), now);
      const headers = {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="my-data.zip"',
        'cache-control': 'no-store',
      };
      return { kind: 'response', response: new Response(body, { headers }) };
    },
  }),
];
