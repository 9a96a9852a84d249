import type { FormState } from '../../../../platform/web/form-state.ts';
import type { Session } from '../../types.ts';
import type { Incident } from '../store/incidents.ts';
import type { Snack } from '../store/snacks.ts';
import type { Day } from './on-day.ts';
import type { ListMark } from './rules/press.ts';

/** What the page of a day shows. */
export interface DayProps extends Day {
  readonly session: Session;
  readonly list: ListMark;
  readonly snacks: readonly Snack[];
  readonly incidents: readonly Incident[];
  readonly form: FormState;
  /** Coordinators come from the desk, others from what they teach. */
  readonly isForDesk: boolean;
  readonly now: Temporal.Instant;
  /** Whoever is with the children has not read all that their families say of their health. */
  readonly hasUnread: boolean;
  /** Whether something can be pressed and written now. */
  readonly isOpen: boolean;
}

/** Said once more: a list without dots is none for some screen readers. */
export const AS_LIST = { role: 'list' } as const;
