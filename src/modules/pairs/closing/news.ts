import type { NewsDeclaration } from '../../../platform/news.ts';
import type { pairsEvents } from '../events.ts';
import { toOwnPair } from '../months/news.ts';

type Declaration = NewsDeclaration<never, typeof pairsEvents.shapes>;

const bothSides: Declaration['whom'] = ({ ids }) => [ids.residentId, ids.volunteerId];

export const closingNews = {
  pair_is_complete: { ...toOwnPair, event: 'pairs.pair.completed', whom: bothSides },
  pair_has_ended: { ...toOwnPair, event: 'pairs.pair.ended', whom: bothSides },
  last_page_is_there: { ...toOwnPair, event: 'pairs.closure.delivered', whom: bothSides },
  both_stay_in_touch: { ...toOwnPair, event: 'pairs.closure.in_touch', whom: bothSides },
} as const satisfies Readonly<Record<string, Declaration>>;
