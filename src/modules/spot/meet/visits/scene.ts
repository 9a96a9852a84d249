import type { FormState } from '../../../../platform/web/form-state.ts';
import type { Reader, SharedProfile } from '../../../people/index.ts';
import type { Office } from '../../request/reach-us.tsx';
import type { Assignment, SupportRequest, VisitRecord } from '../../types.ts';

/** A visit as its volunteer may see it now. */
export interface VisitScene {
  readonly request: SupportRequest;
  readonly assignment: Assignment;
  readonly record: VisitRecord;
  /** null until both have agreed. */
  readonly counterpart: SharedProfile | null;
  /** Where their face is, if they show it. */
  readonly portrait: string | null;
  /** Whoever asked, as the reader of what is written to them; nobody until both have agreed. */
  readonly readers: readonly Reader[];
  /** null outside its window. */
  readonly exactAddress: string | null;
  readonly office: Office;
  readonly now: Temporal.Instant;
}

export type VisitProps = VisitScene & { readonly form: FormState };
