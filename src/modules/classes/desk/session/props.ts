import type { FormState } from '../../../../platform/web/form-state.ts';
import type { Restoring } from '../../helping/rules/restore.ts';
import type { Commitment, Course, Session } from '../../types.ts';

export type Adult = Commitment & { readonly name: string };
export type Askable = Restoring & { readonly name: string };

export interface SessionProps {
  readonly session: Session;
  readonly course: Course;
  readonly adults: readonly Adult[];
  readonly askable: readonly Askable[];
  readonly waiting: number;
  readonly unsure: number;
  readonly form: FormState;
  readonly now: Temporal.Instant;
}
