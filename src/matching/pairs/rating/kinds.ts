import type { FitWeights } from '../../fit/weights.ts';
import type { PeopleOfRound } from '../types.ts';
import type { Trait } from './traits.ts';

/** Added once, it makes any sum of points negative. */
const REFUSED_POINTS = -6000;

/** What one trait gives, by the kinds of people there are. */
export class KindTable {
  /** The kind of each volunteer. */
  readonly of: Int32Array;
  private readonly trait: Trait;
  private readonly weights: FitWeights;
  private readonly residentKinds: Kinds<PeopleOfRound['residents'][number]>;
  private readonly volunteers: PeopleOfRound['volunteers'];
  /** By kind of resident what each kind of volunteer gives, worked out when it is first asked. */
  private readonly known: (Int16Array | undefined)[];
  private readonly most: (number | undefined)[];

  constructor(trait: Trait, { residents, volunteers, input: { weights } }: PeopleOfRound) {
    const kinds = kindsOf(volunteers, (volunteer) => trait.ofVolunteer(volunteer, weights));
    this.trait = trait;
    this.weights = weights;
    this.residentKinds = kindsOf(residents, (resident) => trait.ofResident(resident, weights));
    this.of = kinds.of;
    this.volunteers = kinds.first;
    this.known = Array.from(this.residentKinds.first, () => undefined);
    this.most = this.known.map(() => undefined);
  }

  /** The points of a resident by kind of volunteer; far below zero where a condition is broken. */
  pointsFor(row: number): Int16Array {
    return this.pointsOfKind(this.residentKinds.of[row]!);
  }

  private pointsOfKind(kind: number): Int16Array {
    this.known[kind] ??= Int16Array.from(this.volunteers, (volunteer) => {
      const points = this.trait.points(this.residentKinds.first[kind]!, volunteer, this.weights);
      return points < 0 ? REFUSED_POINTS : points;
    });
    return this.known[kind];
  }

  /** For each kind of volunteer a name that those share who keep the conditions of the same kinds of residents. */
  acceptedBy(): string[] {
    const rows = this.residentKinds.first.map((_, kind) => this.pointsOfKind(kind));
    return this.volunteers.map((_, of) => rows.map((points) => (points[of]! < 0 ? '-' : '+')).join(''));
  }

  /** The most points that a resident could get from any kind of volunteer. */
  mostFor(row: number): number {
    const kind = this.residentKinds.of[row]!;
    this.most[kind] ??= this.pointsFor(row).reduce((most, points) => Math.max(most, points), 0);
    return this.most[kind];
  }
}

/** The kind of each person, and the first person of each kind. */
interface Kinds<T> {
  readonly of: Int32Array;
  readonly first: readonly T[];
}

function kindsOf<T>(people: readonly T[], traitOf: (person: T) => unknown): Kinds<T> {
  const numbers = new Map<string, number>();
  const first: T[] = [];
  const of = Int32Array.from(people, (person) => {
    const key = JSON.stringify(traitOf(person));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, first.length);
    return first.push(person) - 1;
  });
  return { of, first };
}
