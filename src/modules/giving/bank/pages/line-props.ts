import type { FormState } from '../../../../platform/web/form-state.ts';
import type { NamedDonor } from '../store/donor-names.ts';
import type { Suggestion } from '../suggest/find.ts';
import type { Explanation, KeptAccount, Line } from '../types.ts';

/** What the page of one line shows. */
export interface LineProps {
  readonly line: Line;
  readonly account: KeptAccount | undefined;
  readonly form: FormState;
  readonly explanations: readonly Explanation[];
  /** It was explained by name alone, and nothing under this name before it. */
  readonly isFirstByName: boolean;
  readonly suggestions: readonly Suggestion[];
  /** Lines that this one may take back. */
  readonly cancelable: readonly Line[];
  /** What was looked for among donors, and who was found; null: nobody has looked. */
  readonly looked: { readonly for: string; readonly found: readonly NamedDonor[] } | null;
}
