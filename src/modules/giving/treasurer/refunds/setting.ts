import { z } from 'zod';
import type { Setting } from '../../../../platform/settings/settings.ts';

const schema = z.object({
  /** Whole yen: above it, a second person approves. */
  alone: z.int().min(0).max(999_999_999).default(30_000),
});

type RefundSettings = z.output<typeof schema>;

/** Up to how much one treasurer refunds alone. */
export const refundSetting: Setting<RefundSettings> = {
  subject: 'giving-refunds',
  schema,
  value: schema.parse({}),
};
