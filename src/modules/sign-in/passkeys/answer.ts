import { z } from 'zod';
import { isDatabaseAway } from '../../../platform/database/transaction.ts';

/** A browser's answer about a passkey, far enough checked that the library can read the rest. */
export type PasskeyAnswer = z.output<typeof Answer>;

const Answer = z.looseObject({
  id: z.string().regex(/^[\w-]{1,1400}$/),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
});

/** The form field in which the script sends it, as JSON. */
export const passkeyAnswer: z.ZodType<PasskeyAnswer> = z
  .string({ message: 'passkey_not_understood' })
  .max(20_000, { message: 'passkey_not_understood' })
  .transform((typed, context) => {
    const read = Answer.safeParse(parsed(typed));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'passkey_not_understood' });
    return z.NEVER;
  }) as unknown as z.ZodType<PasskeyAnswer>;

/** What the library throws means that the answer does not hold; a database that is away means nothing of the kind. */
export function notUnderstood(problem: unknown): null {
  if (isDatabaseAway(problem)) throw problem;
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
