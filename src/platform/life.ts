import type { Refusal } from './refusal.ts';

/** One thing that can be done to a noun. */
export interface Act<State extends string = string, Party extends string = string> {
  /** Empty: the noun begins here. */
  readonly from: readonly State[];
  /** Absent: it stays where it is. */
  readonly to?: State;
  /** Who may: a tie to the thing, or an office. */
  readonly by: readonly Party[];
  /** Whom it is told; whoever did it is never told. */
  readonly tells?: readonly Party[];
  /** What happened, as the module's events name it. */
  readonly event?: string;
  /** The name of the entry in the audit, where it is not the event's. */
  readonly audit?: string;
  /** What else must hold, as its README says it beside who may. */
  readonly when?: string;
}

/** The life of a noun, declared once. */
export interface Life<Acts extends Readonly<Record<string, Act>> = Readonly<Record<string, Act>>> {
  /** As things are called: `spot.request`. */
  readonly noun: string;
  readonly acts: Acts;
  /** Why an act is refused in a state from which it does not lead; null: there is no such noun (yet). */
  refuses(act: ActOf<Acts>, state: StateOf<Acts> | null): Refusal;
}

/** A life whose acts are known by name only: of whatever module. */
export interface AnyLife extends Pick<Life, 'noun' | 'acts'> {
  refuses(act: never, state: never): Refusal;
}

export type ActOf<Acts> = keyof Acts & string;
/** Where a noun can stand: what some act leads to. */
export type StateOf<Acts> = {
  [A in keyof Acts]: Acts[A] extends { to: infer S extends string } ? S : never;
}[keyof Acts];
export type PartyOf<Acts> = Acts[keyof Acts] extends { by: readonly (infer P extends string)[] } ? P : never;
export type EventOf<Acts> = {
  [A in keyof Acts]: Acts[A] extends { event: infer E extends string } ? E : never;
}[keyof Acts];

/** Declares a life; its states, parties and events are known by type from then on. */
export function defineLife<const Acts extends Readonly<Record<string, Act>>>(life: Life<Acts>): Life<Acts> {
  return life;
}

/** A step that the database lets through; without `from` the noun begins with it. */
export interface LegalStep {
  readonly act: string;
  readonly from: string | null;
  readonly to: string;
}

/** Every step that leads from one state to another. */
export function legalSteps({ acts }: Pick<Life, 'acts'>): LegalStep[] {
  return Object.entries(acts).flatMap(([act, { from, to }]): LegalStep[] => {
    if (to === undefined) return [];
    return from.length === 0 ? [{ act, from: null, to }] : from.map((state) => ({ act, from: state, to }));
  });
}
