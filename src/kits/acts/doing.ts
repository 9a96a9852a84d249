import type { Tx } from '../../platform/database/connect.ts';
import type { Act, ActOf, EventOf, Life, PartyOf, StateOf } from '../../platform/life.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { mayDo } from './may.ts';

type Acts = Readonly<Record<string, Act>>;

/** An act that is being done. */
export interface Step<A extends Acts, On, Scene, Ending> {
  readonly act: ActOf<A>;
  readonly from: StateOf<A> | null;
  /** Where it leads; where it stands already, for an act by which it stays. */
  readonly to: StateOf<A> | null;
  readonly scene: Scene;
  readonly on: On;
  readonly ending: Partial<Ending>;
}

/** How one noun is locked, moved and told of; the kit keeps the order. */
export interface Keeping<A extends Acts, On, Scene, Ending, Done> {
  readonly life: Life<A>;
  /** Locks the row, so that rivals wait for each other, and reads what is judged by; null when there is none for whoever acts. */
  lock(tx: Tx, on: On): Promise<Scene | null>;
  /** The refusal when there is none. */
  readonly unknown: string;
  stateOf(scene: Scene): StateOf<A> | null;
  /** In which part somebody acts; absent where the route alone knows who may. */
  partyOf?(on: On): PartyOf<A>;
  /** Whether they have the part that they claim, and have seen this version of it. */
  isTheirs?(scene: Scene, on: On): Outcome<null>;
  /** Writes the new state, and the line of the history. */
  move(tx: Tx, step: Step<A, On, Scene, Ending>): Promise<void>;
  /** Publishes the event of the act. */
  tell?(tx: Tx, event: EventOf<A>, step: Step<A, On, Scene, Ending>): Promise<void>;
  /** What the caller is told of: whom it concerned. */
  done(scene: Scene, on: On): Done;
}

/** What an act needs and does beside moving the noun: it refuses, or gives what is to be written with the step. */
export type Body<On, Scene, Ending> = (
  tx: Tx,
  scene: Scene,
  on: On,
) => Promise<Outcome<Partial<Ending>>> | Outcome<Partial<Ending>>;

export interface Doing<A extends Acts, On, Scene, Ending, Done> {
  /** Locks the noun for something that does not move it. */
  enter(tx: Tx, on: On): Promise<Outcome<Scene>>;
  /** An act as a command, in the caller's transaction: locked, judged, done, moved, written down and told. */
  does<X extends On = On>(
    act: ActOf<A>,
    body?: Body<X, Scene, Ending>,
  ): (tx: Tx, on: X) => Promise<Outcome<Done>>;
}

/** The commands of a life. */
export function doing<A extends Acts, On, Scene, Ending, Done>(
  keeping: Keeping<A, On, Scene, Ending, Done>,
): Doing<A, On, Scene, Ending, Done> {
  const { life } = keeping;
  async function enter(tx: Tx, on: On): Promise<Outcome<Scene>> {
    const scene = await keeping.lock(tx, on);
    if (scene === null) return refuse(keeping.unknown);
    const theirs = keeping.isTheirs?.(scene, on) ?? accept(null);
    return theirs.ok ? accept(scene) : theirs;
  }
  return {
    enter,
    does: (act, body) => async (tx, on) => {
      const entered = await enter(tx, on);
      if (!entered.ok) return entered;
      const scene = entered.value;
      const from = keeping.stateOf(scene);
      const may = mayDo(life, act, { state: from, party: keeping.partyOf?.(on) });
      if (!may.ok) return may;
      const ended: Outcome<Partial<Ending>> = body ? await body(tx, scene, on) : accept({});
      if (!ended.ok) return ended;
      const { to, event } = life.acts[act] as Act;
      const step = { act, from, to: (to as StateOf<A> | undefined) ?? from, scene, on, ending: ended.value };
      await keeping.move(tx, step);
      if (event !== undefined) await keeping.tell?.(tx, event as EventOf<A>, step);
      return accept(keeping.done(scene, on));
    },
  };
}
