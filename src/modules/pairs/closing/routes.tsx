import type { VNode } from 'preact';
import { FilledIn } from '../../../kits/forms/index.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { ownId } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { Composer, compose, findReaders, type Reader } from '../../people/index.ts';
import { onOwn } from '../months/on-own.ts';
import { monthsPage } from '../months/routes.tsx';
import { otherSide, personOf, sideOf } from '../pair/over.ts';
import { findPair } from '../pair/store.ts';
import { pairsPaths } from '../paths.ts';
import { partner } from '../relations.ts';
import type { Pair } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { closePair } from './close-pair.ts';
import { mayWriteLast } from './last-page.ts';
import { answersIn, closingForm, closingSchema, MOST_ON_LAST_PAGE } from './questions.ts';
import { listClosures } from './store/closures.ts';

type Seeing = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'params' | 'now'>;

/** What is over, and not yet closed by whoever looks. */
async function findOpen({ db, params, actor }: Seeing): Promise<Pair | null> {
  const pair = await findPair(db, params.id);
  const side = pair && sideOf(pair, actor.personId);
  if (!pair?.overAt || !side || pair.startedOn === null) return null;
  const closures = await listClosures(db, pair.id);
  return closures.some((one) => one.side === side) ? null : pair;
}

async function readersOf(call: Seeing, pair: Pair): Promise<Reader[]> {
  const side = sideOf(pair, call.actor.personId) ?? 'resident';
  const { db, locale } = call;
  return findReaders(db, [personOf(pair, otherSide(side))], { locale, to: 'counterpart' });
}

async function closingPage(call: Seeing, form: FormState): Promise<Reply> {
  const pair = await findOpen(call);
  if (!pair) return redirect(pairsPaths.pair({ id: call.params.id }));
  const title = pairsMessages.in(call.locale).plain('closing_title');
  const readers = (await mayWriteLast(call.db, pair, call.now)) ? await readersOf(call, pair) : null;
  return page(title, <ClosingForm pair={pair} readers={readers} form={form} />);
}

/** @param props.readers of the last page; null: none can be written */
function ClosingForm(props: { pair: Pair; readers: readonly Reader[] | null; form: FormState }): VNode {
  const t = useWords(pairsMessages);
  const { pair, readers, form } = props;
  const isPlanned = pair.ending === 'planned';
  const lead = isPlanned ? 'closing_lead' : 'closing_lead_early';
  const lastPage = readers && (
    <Composer
      form={form}
      name="lastPage"
      readers={readers}
      label={t('closing_last_page')}
      hint={t('closing_last_page_hint')}
      maxLength={MOST_ON_LAST_PAGE}
      rows={6}
      optional
    />
  );
  return (
    <>
      <PageHead title={t('closing_title')} lead={t(readers ? lead : 'closing_lead_alone')} />
      <FilledIn
        of={closingForm}
        form={form}
        action={pairsPaths.closing({ id: pair.id })}
        button={t('closing_send')}
        draft={`closing-${pair.id}`}
        without={isPlanned ? ['reason'] : []}
        before={{ wantsAgain: lastPage }}
      />
    </>
  );
}

/** How it was, asked of each side once it is over. */
export const closingRoutes: readonly Route[] = [
  get({
    path: pairsPaths.closing,
    access: [partner],
    audit: null,
    handle: (call) => closingPage(call, FormState.fresh()),
  }),
  post({
    path: pairsPaths.closing,
    access: [partner],
    audit: 'pairs.pair.closed',
    form: closingSchema,
    async handle(call) {
      const { db, params, now, locale, fields } = call;
      const { id } = params;
      const pair = await findPair(db, id);
      if (!pair) return missing();
      const readers = await readersOf(call, pair);
      const words = { field: 'lastPage', typed: fields.lastPage, ready: fields.ready };
      const lastPage = compose({ ...words, hintsSeen: fields.hintsSeen, readers, locale });
      if (!lastPage.ok) return refusedBy(lastPage.refusal);
      const { wantsAgain, staysInTouch, mayBeTold } = fields;
      const said = { wantsAgain, staysInTouch, mayBeTold, lastPage: lastPage.value };
      const closing = { ...said, given: answersIn({ ...fields }) };
      const done = await onOwn(db, { pairId: id, personId: ownId(call), now }, (own) =>
        closePair(db, { ...own, closing }),
      );
      if (!done.ok) return refusedBy(done.refusal);
      await call.audit({ object: { kind: 'pairs.pair', id } });
      const isUnsafe = closing.given.answers['reason'] === 'safety';
      const text = pairsMessages.in(locale).noted(isUnsafe ? 'coordinator_reads_today' : 'closing_is_sent');
      return redirect(pairsPaths.pair({ id }), { tone: 'done', text });
    },
    // What is closed already is refused on the page of the pair.
    again: async (call, form) =>
      (await findOpen(call)) ? closingPage(call, form) : ((await monthsPage(call, form)) ?? missing()),
  }),
];
