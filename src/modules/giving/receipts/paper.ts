import type { Paper, Part } from '../../../kits/papers/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { dayInJapan } from '../../people/index.ts';
import { givingStaffMessages } from '../words.ts';
import { numberOf } from './rules.ts';
import type { Receipt, ReceiptWords } from './types.ts';

type Language = 'ja' | 'en';
type Fact = readonly [name: string, value: string];
type Gifts = ReceiptWords['gifts'];

/**
 * A receipt as its sheet: in Japanese, or in English by choice, the same facts under the same number.
 * @param address where anybody finds out whether it is ours, to be scanned
 */
export function receiptPaper(
  receipt: Receipt & { readonly words: ReceiptWords },
  language: Language,
  address: string,
): Paper {
  const { words } = receipt;
  const t = givingStaffMessages.in(language);
  const isAgain = receipt.state === 'reissued';
  const signer = language === 'ja' ? words.signer : words.signerInEnglish || words.signer;
  return {
    title: t.plain(isAgain ? 'receipt_paper_title_again' : 'receipt_paper_title'),
    language: language === 'ja' ? 'ja-JP' : 'en',
    parts: [
      { text: t.plain(`receipt_paper_to_${words.donorKind}`, { name: words.name }) },
      { text: t.plain('receipt_paper_received') },
      { facts: [...mainFacts(receipt, language), ...certifiedFacts(words, language)] },
      ...(receipt.kind === 'yearly' ? giftsTable(words, language) : []),
      ...lawParts(words, language),
      { text: [...byWhom(words, language), signer].filter(Boolean).join('\n') },
      {
        qr: address,
        beside: t.plain('receipt_paper_check', { address, code: receipt.code }),
      },
      {
        small: t.plain('receipt_paper_issued', { day: sayDay(dayInJapan(receipt.issuedAt), language) }),
      },
      ...(isAgain && receipt.reissuedAt
        ? [
            {
              small: t.plain('receipt_paper_reissued', {
                day: sayDay(dayInJapan(receipt.reissuedAt), language),
              }),
            },
          ]
        : []),
    ],
    foot: numberOf(receipt),
  };
}

function mainFacts(receipt: Receipt & { readonly words: ReceiptWords }, language: Language): Fact[] {
  const t = givingStaffMessages.in(language);
  const { yen } = formatsIn(language);
  const { words, kind, calendarYear } = receipt;
  const [only] = words.gifts;
  return [
    [t.plain('receipt_paper_number'), numberOf(receipt)],
    [t.plain('receipt_amount'), yen(receipt.amount)],
    kind === 'each' && only
      ? [t.plain(`receipt_paper_${words.giftDay}`), sayDay(only.day, language)]
      : [t.plain('receipt_paper_year'), t.plain('receipt_paper_of_year', { year: String(calendarYear) })],
    ...(words.address ? [[t.plain('receipt_paper_address'), words.address] as const] : []),
  ];
}

/** Without its weekday, as papers have it. */
function sayDay(day: string | Temporal.PlainDate, language: Language): string {
  const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime('UTC');
  const parts = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeFacts[language].tag, parts).format(epochMilliseconds);
}

/** What the law asks for on the receipt of a certified organization, where any gift on it can be deducted. */
function certifiedFacts({ certification, gifts }: ReceiptWords, language: Language): Fact[] {
  if (!certification || !gifts.some(({ isDeductible }) => isDeductible)) return [];
  const t = givingStaffMessages.in(language);
  const { number, on, authority, residentsTax } = certification;
  const activity = (language === 'en' && certification.activityInEnglish) || certification.activity;
  return [
    [t.plain('receipt_paper_certified'), `${number} (${sayDay(on, language)}, ${authority})`],
    [t.plain('receipt_paper_activity'), activity],
    [t.plain('receipt_paper_residents_tax'), residentsTax || t.plain('receipt_paper_residents_tax_none')],
  ];
}

function giftsTable({ gifts, giftDay, certification }: ReceiptWords, language: Language): Part[] {
  const t = givingStaffMessages.in(language);
  const { yen } = formatsIn(language);
  const isMixed = certification !== null && gifts.some(({ isDeductible }) => !isDeductible);
  const deduction = ({ isDeductible }: Gifts[number]) =>
    t.plain(isDeductible ? 'receipt_paper_deductible' : 'receipt_paper_not_deductible');
  return [
    {
      table: {
        head: [
          t.plain(`receipt_paper_${giftDay}`),
          ...(isMixed ? [t.plain('receipt_paper_deduction')] : []),
          t.plain('receipt_amount'),
        ],
        rows: gifts.map((gift) => [
          sayDay(gift.day, language),
          ...(isMixed ? [deduction(gift)] : []),
          yen(gift.amount),
        ]),
        numbers: [isMixed ? 2 : 1],
      },
    },
  ];
}

const sumOf = (gifts: Gifts) => gifts.reduce((sum, { amount }) => sum + amount, 0);

/** What can be deducted, and that the rest can not. */
function lawParts({ gifts, noDeduction, noDeductionInEnglish }: ReceiptWords, language: Language): Part[] {
  const t = givingStaffMessages.in(language);
  const { yen } = formatsIn(language);
  const deductible = gifts.filter(({ isDeductible }) => isDeductible);
  if (deductible.length === 0) return [{ text: language === 'ja' ? noDeduction : noDeductionInEnglish }];
  if (deductible.length === gifts.length) return [{ text: t.plain('receipt_paper_all_deductible') }];
  const [may, rest] = [sumOf(deductible), sumOf(gifts) - sumOf(deductible)];
  return [{ text: t.plain('receipt_paper_some_deductible', { may: yen(may), rest: yen(rest) }) }];
}

function byWhom({ organization }: ReceiptWords, language: Language): string[] {
  return language === 'ja'
    ? [organization.name, organization.address]
    : [organization.nameInEnglish, organization.name, organization.addressInEnglish];
}
