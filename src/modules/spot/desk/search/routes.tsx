import { type Call, get, page, type Reply, type Route } from '../../../../platform/web/route.ts';
import { callName, findIdsByName, findPersons } from '../../../people/index.ts';
import { spotPaths } from '../../paths.ts';
import { searchRequests } from '../../store/lists/search.ts';
import { deskMessages } from '../words.ts';
import { type SearchFields, SearchForm } from './form.ts';
import { SearchPage } from './search-page.tsx';

const REQUESTS_A_PAGE = 50;
/** Of a name that more people have, more of it is asked for. */
const MOST_NAMED = 200;

/** All requests, the finished ones too: by state, kind of help, place, whose they are and who keeps them. */
export const searchRoutes: readonly Route[] = [
  get({
    path: spotPaths.deskRequests,
    access: ['coordinator'],
    audit: 'spot.requests.searched',
    query: SearchForm,
    handle: search,
  }),
];

async function search(call: Call<unknown, SearchFields>): Promise<Reply> {
  const { db, fields, actor, locale } = call;
  const { q, state = null, category = null, ward = null, after = null } = fields;
  const named = q === '' ? null : await findIdsByName(db, q, MOST_NAMED + 1);
  const found = await searchRequests(db, {
    ...{ state, category },
    municipalityCode: ward,
    requesterIds: named?.slice(0, MOST_NAMED) ?? null,
    coordinatorId: fields.mine ? actor.personId : null,
    afterId: after,
    limit: REQUESTS_A_PAGE + 1,
  });
  const requests = found.slice(0, REQUESTS_A_PAGE);
  const requesterIds = [...new Set(requests.map(({ requesterId }) => requesterId))];
  const keepers = requests.flatMap(({ coordinatorId }) => coordinatorId ?? []);
  const persons = await findPersons(db, [...requesterIds, ...keepers]);
  // Not what was searched for: that may be somebody's name.
  await call.audit({ subjectIds: requesterIds, detail: { found: requests.length } });
  return page(
    deskMessages.in(locale).plain('search_title'),
    <SearchPage
      fields={fields}
      requests={requests}
      names={new Map([...persons].map(([id, person]) => [id, callName(person, locale)]))}
      areTooMany={named !== null && named.length > MOST_NAMED}
      next={found.length > REQUESTS_A_PAGE ? requests.at(-1)?.id : undefined}
    />,
  );
}
