import { z } from 'zod';
import { ownId } from '../../../platform/permissions.ts';
import { get, page, post, type Route, redirect } from '../../../platform/web/route.ts';
import { findOwn } from '../applications/own/routes.tsx';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { applyTogether } from './apply-together.ts';
import { listMayWish, sayWishes } from './commands.ts';
import { MOST_MET } from './store.ts';
import { WishesPage } from './views.tsx';

/** Ids, of which a single one arrives as a string and none as undefined. */
const ids = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.uuid()).max(MOST_MET),
);

/** With whom of those one has met one wishes for half a year. Nothing of it is written down anywhere but in the wish itself. */
export const wishRoutes: readonly Route[] = [
  get({
    path: pairsPaths.wishes,
    access: 'person',
    audit: null,
    async handle(call) {
      const { db, now, locale } = call;
      const met = await listMayWish(db, ownId(call), now);
      const hasApplied = (await findOwn(call)) !== null;
      const title = pairsMessages.in(locale).plain('wishes_title');
      return page(title, <WishesPage met={met} hasApplied={hasApplied} />);
    },
  }),
  post({
    path: pairsPaths.wishApplication,
    access: 'person',
    audit: null,
    handle: applyTogether,
  }),
  post({
    path: pairsPaths.wishes,
    access: 'person',
    audit: null,
    form: z.object({ with: ids }),
    async handle(call) {
      const { db, now, locale, fields } = call;
      await sayWishes(db, ownId(call), { with: fields.with, now });
      return redirect(pairsPaths.wishes(), {
        tone: 'done',
        text: pairsMessages.in(locale).noted('wishes_kept'),
      });
    },
  }),
];
