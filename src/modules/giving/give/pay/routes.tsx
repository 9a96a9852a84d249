import { z } from 'zod';
import type { Database } from '../../../../platform/database/connect.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../../platform/web/route.ts';
import { givingPaths } from '../../paths.ts';
import type { Provider } from '../../payments/provider.ts';
import { isPageUsedUp } from '../../payments/store/card-failures.ts';
import type { GivingServices } from '../../services.ts';
import { givingMessages } from '../../words.ts';
import { listOpenWays } from '../opening.ts';
import { giftAccountSetting } from '../setting.ts';
import { type Due, findDue } from './due.ts';
import { readPayToken } from './token.ts';
import { BankPage, DonePage, OverPage, ToProviderPage, UnreachablePage } from './views.tsx';

const Back = z.object({ back: z.literal('paid').optional().catch(undefined) });

/**
 * Where to pay what was announced. The provider is asked for its page when somebody looks, outside of any transaction, by a key
 * that gives the same page again; it changes nothing of ours.
 */
export function payRoutes(services: GivingServices): readonly Route[] {
  return [
    get({
      path: givingPaths.pay,
      access: 'everyone',
      audit: null,
      query: Back,
      limit: { by: 'address', tries: 60, minutes: 60 },
      async handle(call) {
        const reply = await showDue(services, call);
        // Whoever has the link sees whose it is and pays: no browser keeps it for whoever comes after.
        return reply.kind === 'page' ? { ...reply, isShownOnce: true } : reply;
      },
    }),
  ];
}

async function showDue(
  services: GivingServices,
  { db, params, locale, fields }: Call<{ readonly token: string }, z.output<typeof Back>, Database>,
): Promise<Reply> {
  const reference = readPayToken(services, params.token);
  const due = reference && (await findDue(db, reference));
  if (!due) return missing();
  const t = givingMessages.in(locale).plain;
  if (due.state === 'done' || fields.back) return page(t('pay_done_title'), <DonePage due={due} />);
  const over = (await isPageUsedUp(db, due)) ? 'pay_used_up' : 'pay_over_text';
  if (due.state === 'over' || over === 'pay_used_up')
    return page(t('pay_over_title'), <OverPage why={over} />);
  if (!(await listOpenWays(db, services)).includes(due.channel))
    return page(t('pay_over_title'), <OverPage why="give_channel_is_closed" />, 503);
  if (due.channel === 'bank') {
    const { giftAccount } = await readSetting(db, giftAccountSetting);
    return page(t('pay_bank_title'), <BankPage due={due} account={giftAccount} />);
  }
  const own = `${services.publicUrl}/${locale}${givingPaths.pay(params)}`;
  const href = services.payments && (await pageOf(services.payments, due, { own, locale }));
  return href
    ? page(t('pay_title'), <ToProviderPage due={due} href={href} />)
    : page(t('pay_unreachable_title'), <UnreachablePage again={givingPaths.pay(params)} />, 503);
}

/** @returns null while the provider does not answer */
async function pageOf(
  provider: Provider,
  { reference, amount, email, channel, isMonthly }: Due,
  at: { readonly own: string; readonly locale: Parameters<Provider['beginGift']>[0]['locale'] },
): Promise<string | null> {
  const back = { done: `${at.own}?back=paid`, left: at.own };
  const order = { reference, amount, email, locale: at.locale, back };
  try {
    if (isMonthly) return await provider.beginMonthly(order);
    return channel === 'bank' ? null : await provider.beginGift({ ...order, by: channel });
  } catch {
    return null;
  }
}
