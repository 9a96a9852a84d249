import { z } from 'zod';
import { hoursSetting } from '../../kits/slots/index.ts';
import type { Setting } from '../../platform/settings/settings.ts';

/** The fewest and the most open days that somebody is given to answer. */
export const ANSWER_DAYS = [1, 30] as const;

const schema = hoursSetting.schema.extend({
  /** Open days within which whoever is asked for a pair answers. */
  answerDays: z.int().min(ANSWER_DAYS[0]).max(ANSWER_DAYS[1]).default(5),
});

/** What the organization decides about half-year pairs, on top of its hours. */
export type PairsSettings = z.output<typeof schema>;

export const pairsSetting: Setting<PairsSettings> = {
  subject: 'pairs',
  schema,
  value: schema.parse({}),
  shared: hoursSetting,
};
