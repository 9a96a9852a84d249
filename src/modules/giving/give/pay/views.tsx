import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Actions, Button, Link, Notice, PageHead, SummaryList } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import type { Due } from './due.ts';

type OfDue = { readonly due: Due };

/** How much, once or every month. */
function useAmount({ amount, isMonthly }: Due) {
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  return t(isMonthly ? 'give_every_month_until' : 'give_amount_once', { amount: yen(amount) });
}

/** One step is left, at the provider's page. */
export function ToProviderPage({ due, href }: OfDue & { readonly href: string }): VNode {
  const t = useWords(givingMessages);
  return (
    <>
      <PageHead title={t('pay_title')} lead={t('pay_lead')} />
      <SummaryList
        rows={[
          { label: t('give_tier'), value: useAmount(due) },
          { label: t('give_channel'), value: t(`give_channel_${due.channel}`) },
        ]}
      />
      {due.channel === 'konbini' && <p>{t('pay_konbini')}</p>}
      <p>{t('pay_no_card_data')}</p>
      <Actions>
        <Button kind="main" href={href}>
          {t('pay_at_provider')}
        </Button>
      </Actions>
    </>
  );
}

/** The account, and what to write before the name. */
export function BankPage({ due, account }: OfDue & { readonly account: string }): VNode {
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  return (
    <>
      <PageHead title={t('pay_bank_title')} lead={t('pay_bank_lead')} />
      <SummaryList
        rows={[
          { label: t('give_tier'), value: yen(due.amount) },
          {
            label: t('pay_bank_account'),
            value: (
              <span class="kept-lines" lang="ja">
                {account}
              </span>
            ),
          },
          { label: t('pay_bank_sender'), value: <strong>{`${due.number} ${due.name}`}</strong> },
        ]}
      />
      <Notice>{t('pay_bank_number_why')}</Notice>
      <p>{t('pay_bank_term')}</p>
      <p>{t('pay_keep_page')}</p>
      <FoundAgain />
    </>
  );
}

/** It is paid; that it has come in is told by mail. */
export function DonePage({ due }: OfDue): VNode {
  const t = useWords(givingMessages);
  return (
    <>
      <PageHead title={t('pay_done_title')} />
      <Notice tone="good">
        {t(due.state === 'done' ? 'pay_done_text' : 'pay_done_soon', { amount: useAmount(due) })}
      </Notice>
      <FoundAgain />
    </>
  );
}

/** Where whoever gave goes on from here. */
function FoundAgain(): VNode {
  const t = useWords(givingMessages);
  return (
    <>
      <p>{t('pay_found_again')}</p>
      <ul>
        <li>
          <Link href={givingPaths.mine()} kind="block">
            {t('mine_title')}
          </Link>
        </li>
        <li>
          <Link href={givingPaths.giving()} kind="block">
            {t('campaign_all')}
          </Link>
        </li>
      </ul>
    </>
  );
}

/** Nobody pays here any more, and why. */
export function OverPage({
  why,
}: {
  readonly why: 'pay_over_text' | 'pay_used_up' | 'give_channel_is_closed';
}): VNode {
  const t = useWords(givingMessages);
  return (
    <>
      <PageHead title={t('pay_over_title')} lead={t(why)} />
      <Anew />
    </>
  );
}

/** The provider does not answer. */
export function UnreachablePage({ again }: { readonly again: string }): VNode {
  const t = useWords(givingMessages);
  return (
    <>
      <PageHead title={t('pay_unreachable_title')} lead={t('pay_unreachable_text')} />
      <Actions>
        <Button kind="main" href={again}>
          {t('pay_try_again')}
        </Button>
      </Actions>
      <Anew />
    </>
  );
}

function Anew(): VNode {
  const t = useWords(givingMessages);
  return (
    <p>
      <Link href={givingPaths.give()} kind="block">
        {t('pay_give_anew')}
      </Link>
    </p>
  );
}
