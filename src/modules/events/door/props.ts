import type { FormState } from '../../../platform/web/form-state.ts';
import type { Named } from '../../people/index.ts';
import type { DoorRow } from '../store/door.ts';
import type { Event } from '../types.ts';
import type { Door } from './rules/door.ts';
import type { Written } from './rules/names.ts';

/** What the page of the door shows. */
export interface DoorProps {
  readonly event: Event;
  /** Whose link it was opened by; null by an account. */
  readonly helperId: string | null;
  /** Where its forms lead: by an account or by the link of a helper. */
  readonly at: { readonly door: string; readonly walkIns: string; readonly log: string };
  readonly rows: readonly (DoorRow & Written)[];
  readonly door: Door;
  /** Everybody who has pressed. */
  readonly names: ReadonlyMap<string, Named>;
  /** Who is looked for. */
  readonly typed: string;
  readonly form: FormState;
  readonly now: Temporal.Instant;
  /** Whether something can be pressed now. */
  readonly isOpen: boolean;
}

/** Said once more: a list without dots is none for some screen readers. */
export const AS_LIST = { role: 'list' } as const;
