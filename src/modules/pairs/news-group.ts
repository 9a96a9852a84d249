import type { NewsGroup } from '../../platform/news.ts';
import { pairsMessages } from './words.ts';

/** What somebody can choose to be mailed about of their application and their pair. */
export const PAIRS: NewsGroup = { name: 'pairs', order: 40, label: pairsMessages.label('group_pairs') };
