import { zipStream } from '../../../kits/papers/index.ts';
import { get, type Route } from '../../../platform/web/route.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import type { PeopleServices } from '../services.ts';
import { sayIn } from './data-words.ts';
import { collectOwnData, entriesOf } from './export.ts';
import { exportPage } from './export-page.tsx';
import { recordList } from './list.tsx';

export const recordRoutes = (services: PeopleServices): readonly Route[] => [
  ...recordList(services),
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
