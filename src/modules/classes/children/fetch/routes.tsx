import type { VNode } from 'preact';
import { z } from 'zod';
import { foldName } from '../../../../japanese/names.ts';
import { FilledIn, formRoutes } from '../../../../kits/forms/index.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ownId } from '../../../../platform/permissions.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { missing, page, post, type Route, redirect, refusedBy } from '../../../../platform/web/route.ts';
import { ActionForm, OwnWords, PageHead, SummaryList } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { publish } from '../events.ts';
import { childrenPaths } from '../paths.ts';
import { guardian } from '../relations.ts';
import { holdsOn } from '../rules/fetching.ts';
import { readSpan } from '../rules/span.ts';
import { findChild, lockChild } from '../store/children.ts';
import { insertFetcher, listFetchers, revokeFetcher } from '../store/fetching.ts';
import { listGuardianIds, listGuardianships } from '../store/guardianships.ts';
import type { Child, Fetcher, Guardianship, Span } from '../types.ts';
import { childrenMessages } from '../words.ts';
import { fetcherForm } from './form.ts';

const access = [guardian];

/** Who may fetch a child: named by a guardian for good, until a day or for one day, and taken back. */
export const fetchRoutes: readonly Route[] = [
  ...formRoutes({
    path: childrenPaths.fetchers,
    access,
    audit: 'classes.fetcher.named',
    of: fetcherForm,
    begin: () => ({}),
    async show({ db, params, locale, now }, form) {
      const child = await findChild(db, params.id);
      if (!child) return missing();
      const shown = {
        ...{ child, form, today: dayInJapan(now) },
        guardians: await listGuardianships(db, [params.id]),
        fetchers: await listFetchers(db, [params.id]),
      };
      return page(
        childrenMessages.in(locale).plain('fetch_title', { name: child.name }),
        <FetchPage {...shown} />,
      );
    },
    async save({ db, params, fields, actor, now, locale, audit }) {
      const span = readSpan(fields, dayInJapan(now));
      if ('code' in span) return refusedBy(span);
      if (!(await lockChild(db, params.id))) return missing();
      const by = ownId({ actor });
      const id = await nameFetcher(db, params.id, { fields, span, by, now });
      await audit({
        subjectIds: await listGuardianIds(db, [params.id]),
        object: { kind: 'classes.fetcher', id },
      });
      const text = childrenMessages.in(locale).noted('fetcher_is_named');
      return redirect(childrenPaths.fetchers(params), { tone: 'done', text });
    },
  }),
  post({
    path: childrenPaths.fetcherWithdrawal,
    access,
    audit: 'classes.fetcher.taken_back',
    form: z.object({ fetcherId: z.uuid({ message: 'choose_one' }) }),
    async handle({ db, params, fields: { fetcherId }, actor, now, locale, audit }) {
      const done = await revokeFetcher(db, params.id, { fetcherId, by: ownId({ actor }), now });
      if (!done) return refusedBy({ code: 'nothing_is_missing_there' });
      const subjectIds = await listGuardianIds(db, [params.id]);
      await audit({ subjectIds, object: { kind: 'classes.fetcher', id: fetcherId } });
      const text = childrenMessages.in(locale).noted('fetcher_is_taken_back');
      return redirect(childrenPaths.fetchers(params), { tone: 'done', text });
    },
  }),
];

/** Named twice for the same days, they are one: whoever is taken back then is on no list any more. @returns their id */
async function nameFetcher(
  tx: Tx,
  childId: string,
  {
    fields: { name, relation, phone },
    span,
    by,
    now,
  }: {
    readonly fields: Pick<Fetcher, 'name' | 'relation' | 'phone'>;
    readonly span: Span;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const daysOf = ({ fromOn, untilOn }: Span) => (untilOn ? `${fromOn} ${untilOn}` : 'always');
  const known = (await listFetchers(tx, [childId])).find(
    (one) => one.revokedAt === null && foldName(one.name) === foldName(name) && daysOf(one) === daysOf(span),
  );
  if (known) return known.id;
  const id = await insertFetcher(tx, childId, { name, relation, phone, ...span, by, now });
  await publish(tx, { type: 'classes.fetcher.named', ids: { childId, byPersonId: by } });
  return id;
}

interface FetchProps {
  readonly child: Child;
  readonly guardians: readonly Guardianship[];
  readonly fetchers: readonly Fetcher[];
  readonly today: Temporal.PlainDate;
  readonly form: FormState;
}

function FetchPage({ child, guardians, fetchers, today, form }: FetchProps): VNode {
  const t = useWords(childrenMessages);
  const { id, name } = child;
  // What begins later is shown, too: a friend who fetches next Saturday.
  const isShown = (one: Fetcher) =>
    one.revokedAt === null && (one.untilOn === null || Temporal.PlainDate.compare(today, one.untilOn) <= 0);
  const rows = [
    ...guardians
      .filter((one) => one.mayFetch && holdsOn(one, today))
      .map((one) => ({ label: <OwnWords>{one.name}</OwnWords>, value: t('fetch_guardian') })),
    ...fetchers.filter(isShown).map((one) => ({
      label: <OwnWords>{one.name}</OwnWords>,
      value: <Named fetcher={one} />,
    })),
  ];
  return (
    <>
      <PageHead
        title={t('fetch_title', { name })}
        lead={t('fetch_lead')}
        back={{ href: childrenPaths.one({ id }), label: t('back_to_child', { name }) }}
      />
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p>{t('fetch_nobody')}</p>}
      <section class="stack">
        <h2>{t('fetch_add')}</h2>
        <FilledIn
          of={fetcherForm}
          form={form}
          action={childrenPaths.fetchers({ id })}
          button={t('fetch_send')}
        />
      </section>
    </>
  );
}

function Named({ fetcher }: { readonly fetcher: Fetcher }): VNode {
  const t = useWords(childrenMessages);
  const { day } = useFormats();
  const { fromOn, untilOn, relation, name } = fetcher;
  const isOnce = untilOn?.equals(fromOn);
  return (
    <>
      <p>
        {t(`relation_${relation}`)} ·{' '}
        {untilOn ? t(isOnce ? 'fetch_once' : 'fetch_until', { day: day(untilOn) }) : t('fetch_always')}
      </p>
      <ActionForm
        action={childrenPaths.fetcherWithdrawal({ id: fetcher.childId })}
        hidden={{ fetcherId: fetcher.id }}
        confirm={t('fetch_take_back_text', { name })}
        label={t.plain('fetch_take_back_named', { name })}
      >
        {t('fetch_take_back')}
      </ActionForm>
    </>
  );
}
