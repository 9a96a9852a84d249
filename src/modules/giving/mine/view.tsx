import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  DataTable,
  EmptyState,
  Heading,
  Link,
  PageHead,
  PersonName,
  SummaryList,
} from '../../../ui/index.ts';
import type { Batch } from '../deeds/types.ts';
import { sayBatch } from '../deeds/write.ts';
import type { Donor } from '../donors/store.ts';
import { givingPaths } from '../paths.ts';
import { PromiseChip } from '../promises/chip.tsx';
import type { MonthlyPromise } from '../promises/types.ts';
import { givingMessages } from '../words.ts';
import { MOST_SHOWN, type OwnGift, type OwnPledge } from './store.ts';

interface MineProps {
  readonly donors: readonly Donor[];
  /** With the path of the page on which they are stopped, paused and changed. */
  readonly promises: readonly (MonthlyPromise & { readonly path: string })[];
  readonly gifts: readonly OwnGift[];
  /** By the bank with the path of the page that says where to. */
  readonly pledges: readonly (OwnPledge & { readonly path: string | null })[];
  /** What their gifts were part of, as far as they were told. */
  readonly batches: readonly Batch[];
}

/** Gifts of every month, what came in, what is still to come, and which receipts they wish for. */
export function MinePage(props: MineProps): VNode {
  const t = useWords(givingMessages);
  const { promises, gifts, pledges, donors } = props;
  const isEmpty = promises.length + gifts.length + pledges.length === 0;
  return (
    <>
      <PageHead title={t('mine_title')} lead={t('mine_lead')} />
      {isEmpty && (
        <EmptyState
          title={t('mine_empty')}
          actions={
            <Button kind="main" href={givingPaths.give()}>
              {t('give')}
            </Button>
          }
        >
          {t('mine_empty_text')}
        </EmptyState>
      )}
      {!isEmpty && (
        <Actions>
          <Button href={givingPaths.give()}>{t('promise_anew')}</Button>
        </Actions>
      )}
      <Promises promises={promises} />
      <Pledges pledges={pledges} />
      <Gifts gifts={gifts} />
      <Deeds {...props} />
      <Receipts donors={donors} />
    </>
  );
}

function Promises({ promises }: Pick<MineProps, 'promises'>): VNode | null {
  const t = useWords(givingMessages);
  const { yen, day } = useFormats();
  if (promises.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{t('mine_promises')}</Heading>
      {promises.map(({ state, amount, path, pausedUntil }) => (
        <Card
          title={t('promise_a_month', { amount: yen(amount) })}
          aside={<PromiseChip state={state} />}
          actions={<Button href={path}>{t('mine_open_promise')}</Button>}
        >
          <p>
            {t(`promise_stands_${state}`, {
              amount: yen(amount),
              ...(pausedUntil && { day: day(pausedUntil) }),
            })}
          </p>
        </Card>
      ))}
    </section>
  );
}

function Pledges({ pledges }: Pick<MineProps, 'pledges'>): VNode | null {
  const t = useWords(givingMessages);
  const { yen, day } = useFormats();
  if (pledges.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{t('mine_pledges')}</Heading>
      {pledges.map(({ number, amount, channel, expiresAt, path }) => (
        <Card title={yen(amount)} actions={path && <Button href={path}>{t('mine_pledge_account')}</Button>}>
          <SummaryList
            rows={[
              { label: t('data_channel'), value: t(`mine_channel_${channel}`) },
              ...(channel === 'bank' ? [{ label: t('data_number'), value: String(number) }] : []),
              { label: t('mine_until'), value: day(expiresAt) },
            ]}
          />
        </Card>
      ))}
    </section>
  );
}

function Gifts({ gifts }: Pick<MineProps, 'gifts'>): VNode | null {
  const t = useWords(givingMessages);
  const { yen, day } = useFormats();
  if (gifts.length === 0) return null;
  const shown = gifts.slice(0, MOST_SHOWN);
  return (
    <section class="stack">
      <Heading level={2}>{t('mine_gifts')}</Heading>
      <DataTable
        caption={t('mine_gifts')}
        captionHidden
        rows={shown}
        rowKey={({ id }) => `gift-${id}`}
        columns={[
          { key: 'day', head: t('data_given_on'), rowHead: true, cell: ({ givenOn }) => day(givenOn) },
          { key: 'amount', head: t('data_amount_jpy'), numeric: true, cell: ({ amount }) => yen(amount) },
          {
            key: 'channel',
            head: t('data_channel'),
            cell: ({ channel, isMonthly }) => (isMonthly ? t('mine_by_month') : t(`mine_channel_${channel}`)),
          },
          {
            key: 'state',
            head: t('mine_state'),
            cell: ({ state, returned }) => {
              if (state !== 'received') return t(`mine_state_${state}`);
              return returned > 0 ? t('mine_state_part', { amount: yen(returned) }) : null;
            },
          },
        ]}
      />
      {gifts.length > MOST_SHOWN && <p>{t('mine_only_newest', { count: MOST_SHOWN })}</p>}
    </section>
  );
}

function Deeds({ batches, donors }: Pick<MineProps, 'batches' | 'donors'>): VNode | null {
  const t = useWords(givingMessages);
  const locale = useLocale();
  if (batches.length === 0) return null;
  const letters = donors.some(({ wantsLetters }) => wantsLetters) ? 'not_mailed' : 'by_mail';
  return (
    <section class="stack">
      <Heading level={2}>{t('mine_deeds')}</Heading>
      <ul>
        {batches.map((batch) => {
          const { says, params } = sayBatch(batch, locale);
          return <li>{t(says, params)}</li>;
        })}
      </ul>
      <p>{t('deeds_why_so')}</p>
      <ActionForm action={givingPaths.deedLetters()} hidden={{ letters }}>
        {t(`mine_letters_${letters}`)}
      </ActionForm>
    </section>
  );
}

function Receipts({ donors }: Pick<MineProps, 'donors'>): VNode | null {
  const t = useWords(givingMessages);
  if (donors.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{t('data_receipt_wish')}</Heading>
      <SummaryList
        rows={donors.map(({ name, receiptWish }) => ({
          label: <PersonName>{name}</PersonName>,
          value: t(`mine_receipts_${receiptWish}`),
        }))}
      />
      <Link href={givingPaths.ownReceipts()}>{t('receipts_own_title')}</Link>
    </section>
  );
}
