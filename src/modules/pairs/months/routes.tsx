import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { findPair } from '../pair/store.ts';
import { pairsPaths } from '../paths.ts';
import { partner } from '../relations.ts';
import { pairsMessages } from '../words.ts';
import { findMonths } from './find-months.ts';
import { MonthsPage } from './view.tsx';

type Seeing = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

/** The page of one's own pair from its beginning on. @returns null before that, and for whoever is not one of the two */
export async function monthsPage(call: Seeing, form: FormState): Promise<Reply | null> {
  const { db, actor, locale, now, params } = call;
  const pair = await findPair(db, params.id);
  const months = pair && (await findMonths(db, pair, { readerId: actor.personId ?? '', locale, now }));
  if (!months) return null;
  const title = pairsMessages.in(locale).plain('months_title', { name: months.other.text });
  return page(title, <MonthsPage {...months} form={form} />);
}

/** A pair as one of the two sees it. */
export const monthsRoutes: readonly Route[] = [
  get({
    path: pairsPaths.pair,
    access: [partner],
    audit: 'pairs.pair.viewed',
    async handle(call) {
      const shown = await monthsPage(call, FormState.fresh());
      if (!shown) return missing();
      await call.audit({ object: { kind: 'pairs.pair', id: call.params.id } });
      return shown;
    },
  }),
];
