import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { LEAST } from '../../give/rules.ts';
import { readTiers } from '../rules.ts';
import type { WrittenCampaign } from '../store/campaigns.ts';
import type { Campaign, CampaignWords } from '../types.ts';
import { fieldOf } from './form.ts';

/** What the form of a campaign holds; the words of each language under its own names. */
export type TypedCampaign = {
  readonly slug: string;
  readonly beginsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly goal: number;
  readonly goalSupporters: number | null;
  readonly tiers: string;
} & Readonly<Record<string, unknown>>;

/** A campaign as its form begins with it. */
export function typeCampaign(campaign: Campaign): Partial<TypedCampaign> {
  const words = LOCALES.flatMap((locale) => {
    const said = campaign.texts[locale];
    return [
      [fieldOf('title', locale), said?.title ?? ''],
      [fieldOf('lead', locale), said?.lead ?? ''],
      [fieldOf('story', locale), said?.story ?? ''],
      [fieldOf('uses', locale), said?.uses.join('\n') ?? ''],
      [fieldOf('tierWords', locale), said?.tiers.join('\n') ?? ''],
      [fieldOf('machineMade', locale), campaign.machineMade.includes(locale)],
    ] as const;
  });
  const { slug, beginsOn, endsOn, goal, tiers } = campaign;
  return {
    ...{ slug, beginsOn, endsOn, goal: goal.jpy, goalSupporters: goal.supporters, tiers: tiers.join('\n') },
    ...Object.fromEntries(words),
  };
}

/** Reads it back. Refuses a period that ends before it begins, amounts that are none, and another number of sentences than of amounts. */
export function readCampaign(typed: TypedCampaign): Outcome<WrittenCampaign> {
  const { slug, beginsOn, endsOn, goal, goalSupporters } = typed;
  if (Temporal.PlainDate.compare(endsOn, beginsOn) < 0)
    return refuse('campaign_ends_before_it_begins', {}, 'endsOn');
  const tiers = readTiers(linesOf(typed.tiers));
  if (!tiers) return refuse('campaign_amounts_are_odd', { least: LEAST }, 'tiers');
  const texts = Object.fromEntries(LOCALES.map((locale) => [locale, wordsOfTyped(typed, locale)]));
  const written = texts as Record<Locale, CampaignWords>;
  for (const locale of LOCALES) {
    const { tiers: said } = written[locale];
    if (said.length > 0 && said.length !== tiers.length)
      return refuse('campaign_sentences_do_not_fit', { count: tiers.length }, fieldOf('tierWords', locale));
  }
  const machineMade = LOCALES.filter((locale) => typed[fieldOf('machineMade', locale)] === true);
  const figures = { goal: { jpy: goal, supporters: goalSupporters }, tiers };
  return accept({ slug, beginsOn, endsOn, ...figures, texts: written, machineMade });
}

/** What keeps a campaign from being public: the first field that is still empty, or that says fewer things than in Japanese. */
export function whatIsMissing({ texts, tiers }: Pick<WrittenCampaign, 'texts' | 'tiers'>): string | null {
  for (const locale of LOCALES) {
    const words = texts[locale];
    for (const part of ['title', 'lead', 'story'] as const) if (!words?.[part]) return fieldOf(part, locale);
    const uses = words?.uses.length ?? 0;
    if (uses === 0 || uses !== texts.ja?.uses.length) return fieldOf('uses', locale);
    if (words?.tiers.length !== tiers.length) return fieldOf('tierWords', locale);
  }
  return null;
}

function wordsOfTyped(typed: TypedCampaign, locale: Locale): CampaignWords {
  const said = (name: string) => {
    const value = typed[`${name}.${locale}`];
    return typeof value === 'string' ? value : '';
  };
  return {
    title: said('title'),
    lead: said('lead'),
    story: said('story'),
    uses: linesOf(said('uses')),
    tiers: linesOf(said('tierWords')),
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
