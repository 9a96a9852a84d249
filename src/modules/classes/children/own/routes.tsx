import { ownId } from '../../../../platform/permissions.ts';
import { get, missing, page, type Route } from '../../../../platform/web/route.ts';
import { dayInJapan } from '../../../people/index.ts';
import { childrenPaths } from '../paths.ts';
import { guardian } from '../relations.ts';
import { listCalledOffOf, listEnrolmentsOf, listSeatsAheadOf } from '../store/ahead.ts';
import { listChildrenOf } from '../store/children.ts';
import { findWholeChild, findWholeChildren } from '../store/whole.ts';
import { childrenMessages } from '../words.ts';
import { ListPage } from './list-page.tsx';
import { OnePage } from './one-page.tsx';

/** A guardian's pages of their children. */
export const ownRoutes: readonly Route[] = [
  get({
    path: childrenPaths.mine,
    access: 'person',
    audit: null,
    async handle({ db, actor, now, locale }) {
      const ids = (await listChildrenOf(db, ownId({ actor }))).map(({ id }) => id);
      const children = await findWholeChildren(db, ids);
      const shown = {
        ...{ children, today: dayInJapan(now) },
        ...{ seats: await listSeatsAheadOf(db, ids, now), calledOff: await listCalledOffOf(db, ids, now) },
      };
      return page(childrenMessages.in(locale).plain('my_children'), <ListPage {...shown} />);
    },
  }),
  get({
    path: childrenPaths.one,
    access: [guardian],
    audit: null,
    async handle({ db, params, actor, now }) {
      const whole = await findWholeChild(db, params.id);
      if (!whole) return missing();
      const seats = await listSeatsAheadOf(db, [params.id], now);
      const calledOff = await listCalledOffOf(db, [params.id], now);
      const enrolments = await listEnrolmentsOf(db, [params.id]);
      const today = dayInJapan(now);
      const shown = { whole, seats, calledOff, enrolments, readerId: ownId({ actor }), today };
      return page(whole.child.name, <OnePage {...shown} />);
    },
  }),
];
