import type { VNode } from 'preact';
import type { Database } from '../platform/database/connect.ts';
import { rubyWords, type Words } from '../platform/languages/messages.tsx';
import { useLocale } from '../platform/languages/reading.tsx';
import { inOrder } from '../platform/parts/in-order.ts';
import type { PublicPart } from '../platform/parts/public-part.ts';
import { type Organization, organizationSetting } from '../platform/settings/organization.ts';
import {
  type PublicText,
  type PublicTexts,
  publicText,
  publicTextsSetting,
} from '../platform/settings/public-texts.ts';
import { rememberedSetting } from '../platform/settings/settings.ts';

/** What the organization has set of what it says in public. */
export interface PublicFacts {
  readonly organization: Organization;
  readonly texts: PublicTexts;
  /** What each module adds to who the organization is, such as when help is given. */
  readonly about: readonly VNode[];
}

export async function readPublicFacts(db: Database, parts: readonly PublicPart[]): Promise<PublicFacts> {
  return {
    organization: await rememberedSetting(db, organizationSetting),
    texts: await rememberedSetting(db, publicTextsSetting),
    about: await Promise.all(inOrder(parts).flatMap(({ about }) => about?.(db) ?? [])),
  };
}

/** The organization's own words in the reader's language, with readings where it has written them; null where it has none. */
export function useOwnWords(texts: PublicTexts, name: PublicText): Words | null {
  const locale = useLocale();
  const own = publicText(texts, locale, name);
  return own && locale === 'ja-easy' ? rubyWords(own) : own;
}
