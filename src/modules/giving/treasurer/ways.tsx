import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Heading, Link } from '../../../ui/index.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';

const WAYS = [
  {
    under: 'overview_enter',
    pages: [
      { href: givingPaths.newGift(), label: 'gift_enter' },
      { href: givingPaths.bank(), label: 'bank_title' },
      { href: givingPaths.newTransaction(), label: 'transaction_book' },
      { href: givingPaths.import(), label: 'import_title' },
    ],
  },
  {
    under: 'overview_money',
    pages: [
      { href: givingPaths.gifts(), label: 'gifts_title' },
      { href: givingPaths.booksPromises(), label: 'promises_title' },
      { href: givingPaths.refunds(), label: 'refunds_title' },
      { href: givingPaths.payments(), label: 'payments_title' },
      { href: givingPaths.cards(), label: 'cards_title' },
      { href: givingPaths.ledger(), label: 'ledger_title' },
    ],
  },
  {
    under: 'overview_donors',
    pages: [
      { href: givingPaths.donors(), label: 'donors_title' },
      { href: givingPaths.receipts(), label: 'receipts_title' },
      { href: givingPaths.thanks(), label: 'thanks_title' },
      { href: givingPaths.deeds(), label: 'deeds_title' },
      { href: givingPaths.certification(), label: 'certification_title' },
    ],
  },
  {
    under: 'overview_year',
    pages: [
      { href: givingPaths.trialBalance(), label: 'balance_title' },
      { href: givingPaths.annual(), label: 'annual_title' },
      { href: givingPaths.uses(), label: 'spending_title' },
      { href: givingPaths.closing(), label: 'closing_title' },
    ],
  },
] as const;

/** All pages of the books, by what one does there. */
export function Ways(): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <section data-screen-only>
      <Heading level={2}>{t('overview_pages')}</Heading>
      <div class="own-pages">
        {WAYS.map(({ under, pages }) => (
          <section>
            <Heading level={3}>{t(under)}</Heading>
            <ul>
              {pages.map(({ href, label }) => (
                <li>
                  <Link href={href} kind="block">
                    {t(label)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
