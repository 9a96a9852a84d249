import type { Tx } from '../../../../platform/database/connect.ts';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import {
  findCampaign,
  insertCampaign,
  lockCampaign,
  markPublished,
  updateCampaign,
} from '../store/campaigns.ts';
import { insertUpdate } from '../store/updates.ts';
import type { Campaign } from '../types.ts';
import { fieldOf } from './form.ts';
import { readCampaign, type TypedCampaign, whatIsMissing } from './typed.ts';

/** Begins a campaign, which nobody but staff sees. Refuses an address that another has. @returns its id */
export async function beginCampaign(tx: Tx, typed: TypedCampaign): Promise<Outcome<string>> {
  const written = readCampaign(typed);
  if (!written.ok) return written;
  const id = await insertCampaign(tx, written.value);
  return id === null ? refuse('campaign_slug_is_taken', {}, 'slug') : accept(id);
}

/**
 * Writes a campaign anew; a goal that was public is kept beside the new one. Refuses what somebody else has changed
 * meanwhile, another address for what is public, and gaps in what is public.
 * @param on.seen the version that its writer had before them
 */
export async function rewriteCampaign(
  tx: Tx,
  typed: TypedCampaign,
  on: { readonly id: string; readonly seen: number; readonly now: Temporal.Instant },
): Promise<Outcome<Campaign>> {
  const campaign = await lockCampaign(tx, on.id);
  if (!campaign) return refuse('campaign_is_unknown');
  if (campaign.version !== on.seen) return refuse('campaign_was_changed_meanwhile');
  const written = readCampaign(typed);
  if (!written.ok) return written;
  if (campaign.publishedAt && written.value.slug !== campaign.slug)
    return refuse('campaign_slug_stays', {}, 'slug');
  const missing = campaign.publishedAt && whatIsMissing(written.value);
  if (missing) return refuse('campaign_is_not_whole', {}, missing);
  if (written.value.slug !== campaign.slug && (await isTaken(tx, written.value.slug)))
    return refuse('campaign_slug_is_taken', {}, 'slug');
  await updateCampaign(tx, on.id, written.value, on.now);
  return accept(campaign);
}

async function isTaken(tx: Tx, slug: string): Promise<boolean> {
  return (await findCampaign(tx, { slug })) !== null;
}

/** Shows a campaign to everybody. Refuses as long as a language lacks words; pressed twice it is still done. */
export async function publishCampaign(
  tx: Tx,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<Outcome<Campaign>> {
  const campaign = await lockCampaign(tx, id);
  if (!campaign) return refuse('campaign_is_unknown');
  if (whatIsMissing(campaign)) return refuse('campaign_is_not_whole');
  await markPublished(tx, id, now);
  return accept(campaign);
}

/** Tells what happened on the way. */
export async function tellUpdate(
  tx: Tx,
  typed: { readonly happenedOn: Temporal.PlainDate } & Readonly<Record<string, unknown>>,
  { id, now }: { readonly id: string; readonly now: Temporal.Instant },
): Promise<Outcome<Campaign>> {
  const campaign = await lockCampaign(tx, id);
  if (!campaign) return refuse('campaign_is_unknown');
  const texts = Object.fromEntries(LOCALES.map((locale) => [locale, `${typed[fieldOf('update', locale)]}`]));
  await insertUpdate(tx, id, { happenedOn: typed.happenedOn, texts: texts as Record<Locale, string> }, now);
  return accept(campaign);
}
