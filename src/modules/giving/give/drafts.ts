import { defineDrafts } from '../../../kits/forms/index.ts';
import { givingPaths } from '../paths.ts';

/** What somebody is about to give, kept in their browser for an hour: they need no account. */
export const giveDrafts = defineDrafts({ kind: 'giving.gift', page: givingPaths.giveSummary() });
