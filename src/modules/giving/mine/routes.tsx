import { z } from 'zod';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { get, page, post, type Route, redirect } from '../../../platform/web/route.ts';
import { listBatches, listBatchIdsTold, setDeedLetters } from '../deeds/store/batches.ts';
import { DEED_LETTERS } from '../deeds/types.ts';
import { ownDonors } from '../donors/own.ts';
import { payPath } from '../give/pay/token.ts';
import { givingPaths } from '../paths.ts';
import { listPromisesOf } from '../promises/store/promises.ts';
import { promisePath } from '../promises/token.ts';
import type { GivingServices } from '../services.ts';
import { givingMessages } from '../words.ts';
import { listGiftsOf, listOpenPledgesOf } from './store.ts';
import { MinePage } from './view.tsx';

/** All that somebody gives, for themselves: found by their account, and by the mail address that their code has proved. */
export const mineRoutes = ({ secret }: Pick<GivingServices, 'secret'>): readonly Route[] => {
  const keys = makeTokens(secret);
  return [
    get({
      path: givingPaths.mine,
      access: 'person',
      audit: null,
      async handle(call) {
        const { db, now, locale } = call;
        const donors = await ownDonors(call);
        const ids = donors.map(({ id }) => id);
        const promises = (await listPromisesOf(db, ids)).map((promise) => ({
          ...promise,
          path: promisePath(keys, promise.id, now),
        }));
        const pledges = (await listOpenPledgesOf(db, ids)).map((pledge) => ({
          ...pledge,
          // At the provider it is paid by the link that was given first: a second one would begin a second payment there.
          path: pledge.channel === 'bank' ? payPath({ secret }, { kind: 'pledge', id: pledge.id }) : null,
        }));
        const gifts = await listGiftsOf(db, ids);
        const batches = await listBatches(db, await listBatchIdsTold(db, ids));
        const title = givingMessages.in(locale).plain('mine_title');
        return page(title, <MinePage {...{ donors, promises, gifts, pledges, batches }} />);
      },
    }),
    post({
      path: givingPaths.deedLetters,
      access: 'person',
      audit: null,
      form: z.object({ letters: z.enum(DEED_LETTERS) }),
      async handle(call) {
        const { db, locale, fields } = call;
        const donors = await ownDonors(call);
        await setDeedLetters(
          db,
          donors.map(({ id }) => id),
          fields.letters,
        );
        const text = givingMessages.in(locale).noted(`mine_letters_are_${fields.letters}`);
        return redirect(givingPaths.mine(), { tone: 'done', text });
      },
    }),
  ];
};
