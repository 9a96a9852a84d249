import { z } from 'zod';
import { hoursSetting } from '../../kits/slots/index.ts';
import type { Setting } from '../../platform/settings/settings.ts';

const schema = hoursSetting.schema.extend({
  /** Open days within which whoever is asked for a pair answers. */
  answerDays: z.int().min(1).max(30).default(5),
});

/** What the organization decides about half-year pairs, on top of its hours. */
export type PairsSettings = z.output<typeof schema>;

export const pairsSetting: Setting<PairsSettings> = {
  subject: 'pairs',
  schema,
  value: schema.parse({}),
  shared: hoursSetting,
};
