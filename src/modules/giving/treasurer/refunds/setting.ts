import { z } from 'zod';
import type { Setting } from '../../../../platform/settings/settings.ts';
import { MOST_YEN } from '../../types.ts';

const schema = z.object({
  /** Whole yen: above it, a second person approves. */
  alone: z.int().min(0).max(MOST_YEN).default(30_000),
});

type RefundSettings = z.output<typeof schema>;

/** Up to how much one treasurer refunds alone. */
export const refundSetting: Setting<RefundSettings> = {
  subject: 'giving-refunds',
  schema,
  value: schema.parse({}),
};
