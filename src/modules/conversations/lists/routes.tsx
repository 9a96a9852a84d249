import { After } from '../../../platform/database/paging.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { findPersons } from '../../people/index.ts';
import { namesIn } from '../names.ts';
import { conversationsPaths } from '../paths.ts';
import { aboutThread, type ThingOf } from '../things.ts';
import { conversationMessages } from '../words.ts';
import { listThreadsOf } from './store.ts';
import { ThreadListPage } from './views.tsx';

const THREADS_A_PAGE = 20;

/** Somebody’s own conversations. */
export function listRoute(thingOf: ThingOf): Route {
  return get({
    path: conversationsPaths.conversations,
    access: 'person',
    audit: null,
    query: After,
    async handle(call) {
      const { db, locale, actor } = call;
      const { after } = call.fields;
      const lines = await listThreadsOf(db, actor.personId ?? '', { after, limit: THREADS_A_PAGE });
      const others = lines.rows.flatMap((line) => line.others);
      const names = namesIn(call, await findPersons(db, others));
      return page(
        conversationMessages.in(locale).plain('list_title'),
        <ThreadListPage
          lines={lines}
          after={after}
          names={names}
          aboutOf={(line) => aboutThread(thingOf, line, { locale, onlooker: 'party' })}
        />,
      );
    },
  });
}
