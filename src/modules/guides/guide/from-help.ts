import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Listener } from '../../../platform/events/listener.ts';
import { peopleEvents } from '../../people/index.ts';
import { insertHouseDraft } from '../store/guides.ts';
import { CATEGORIES, type Category } from '../types.ts';

/**
 * Help of a kind was given in a municipality for which there is no guide yet: a draft is begun, which says the kind and
 * the place, and nothing of whoever asked.
 */
export const helpGiven: Listener = peopleEvents.hear({
  event: 'people.help.given',
  name: 'guides.begin-draft',
  async handle({ ids: { helpKind, municipalityCode = null } }, { db, clock }) {
    if (!isCategory(helpKind)) return;
    const slug = [helpKind, municipalityCode ?? 'anywhere', 'draft'].join('-').replaceAll('_', '-');
    await inTransaction(db, (tx) =>
      insertHouseDraft(tx, { slug, category: helpKind, municipalityCode }, clock()),
    );
  },
});

const isCategory = (kind: string): kind is Category => CATEGORIES.some((one) => one === kind);
