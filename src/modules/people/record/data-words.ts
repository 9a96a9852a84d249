import type { HoldsData } from '../../../platform/rights/data-of.ts';
import { peopleMessages } from '../messages.ts';
import { exportMessages } from './messages.ts';

/** What of the modules’ data is called how: the words that several share are this module’s. */
export function withCommonWords(
  modules: readonly HoldsData[],
): readonly Pick<HoldsData, 'name' | 'messages'>[] {
  return [
    { name: 'people', messages: peopleMessages },
    { name: 'people', messages: exportMessages },
    ...modules,
  ];
}
