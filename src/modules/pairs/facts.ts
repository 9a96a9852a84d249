import { z } from 'zod';
import { REDUCTIONS } from './fees/reductions.ts';

/** What somebody applies with beside their profile: what the engine pairs by, and what coordinators read. Sealed as one. */
export const factsSchema = z.object({
  /** Of a resident: purposes that the volunteer has to offer. */
  requiredPurposes: z.array(z.string()).default([]),
  interests: z.array(z.string()).default([]),
  isOnlineOk: z.boolean(),
  reachKilometers: z.number().min(0).max(100),
  wishes: z
    .object({
      /** Every adult of the other side is one. */
      gender: z.enum(['female', 'male', 'other']).nullable(),
      withoutChildren: z.boolean(),
      withoutPets: z.boolean(),
      withoutSmoking: z.boolean(),
    })
    .default({ gender: null, withoutChildren: false, withoutPets: false, withoutSmoking: false }),
  hasPets: z.boolean().default(false),
  smokes: z.boolean().default(false),
  /** Which class of fees they asked for, until a coordinator decides. */
  wishedReduction: z.enum(REDUCTIONS).default('full'),
  /** What the application asked, with the version of its questions (`kits/questionnaires`). */
  given: z
    .object({ version: z.number(), answers: z.record(z.string(), z.unknown()) })
    .nullable()
    .default(null),
});
export type Facts = z.infer<typeof factsSchema>;
