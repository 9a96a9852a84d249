import type { DeskItem, DeskSection } from '../../platform/parts/desk-part.ts';

/** An item with the name of the module whose part says what it is. */
export interface DeskRow extends DeskItem {
  readonly part: string;
}

/** What the desk shows of all modules. */
export interface Desk {
  /** What breaks first on top. */
  readonly rows: readonly DeskRow[];
  /** Whether more wait behind these. */
  readonly isCut: boolean;
  readonly sections: readonly DeskSection[];
}
