import type { Given } from '../../../kits/questionnaires/index.ts';
import type { Sentence } from '../../../platform/languages/messages.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import type { ShownStory } from '../store/shown.ts';
import type { Use } from '../types.ts';

/** What the page of a story for those who prepare it is drawn from. */
export interface DeskStoryProps extends ShownStory {
  readonly given: Given | null;
  readonly uses: readonly Use[];
  readonly teller: string;
  /** What of another module it began from. */
  readonly begunFrom: { readonly title: Sentence; readonly href: string } | null;
  readonly form: FormState;
  readonly now: Temporal.Instant;
}
