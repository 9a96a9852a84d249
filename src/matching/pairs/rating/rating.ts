import { SLOT_MINUTES, SLOTS_A_WEEK } from '../../dispatch/weekly.ts';
import { mayBeAPair } from '../../fit/conditions.ts';
import { shareOfMinutes } from '../../fit/factors/common-time.ts';
import { experience } from '../../fit/factors/experience.ts';
import { load } from '../../fit/factors/load.ts';
import { fitTotal, pointsOf } from '../../fit/fit.ts';
import { commonMinutes } from '../../people/week.ts';
import { type PeopleOfRound, REFUSED } from '../types.ts';
import { exceptionsOf } from './exceptions.ts';
import { Hours } from './hours.ts';
import { KindTable } from './kinds.ts';
import { Likes } from './likes.ts';
import { traits } from './traits.ts';
import { Ways } from './ways.ts';

/**
 * Who may be a pair and how well they fit, for everybody in a round at once: the same answers as `mayBeAPair` and
 * `fitTotal` (a test compares them), from packed numbers, tens of times as fast. What many have in common is judged
 * by the conditions and factors themselves, once for each two kinds of people; only ways, hours and interests,
 * which are everybody's own, are packed.
 */
export class Rating {
  readonly ways: Ways;
  readonly likes: Likes;
  readonly tables: readonly KindTable[];
  /** The points that a volunteer brings to whomever. */
  readonly brought: Int32Array;
  /** The most points that a resident could get for common hours. */
  readonly mostForHours: Int32Array;
  private readonly people: PeopleOfRound;
  private readonly residentHours: Hours;
  private readonly volunteerHours: Hours;
  private readonly mostForVolunteerHours: Int32Array;
  private readonly pointsAtSlots: Int32Array;
  private readonly exceptions: readonly (readonly number[])[];
  /** The last row to which a column was an exception. */
  private readonly exceptionTo: Int32Array;
  private readonly ruledOut: ReadonlySet<string>;
  private openRow = -1;
  private points: readonly Int16Array[] = [];

  constructor(people: PeopleOfRound) {
    const { residents, volunteers, input } = people;
    const { weights } = input;
    this.people = people;
    this.ways = new Ways(people);
    this.likes = new Likes(people);
    this.tables = traits.map((trait) => new KindTable(trait, people));
    this.residentHours = new Hours(residents);
    this.volunteerHours = new Hours(volunteers);
    this.exceptions = exceptionsOf(people);
    this.exceptionTo = new Int32Array(volunteers.length).fill(-1);
    this.ruledOut = new Set((input.forbidden ?? []).map((pair) => `${pair.residentId} ${pair.volunteerId}`));
    const [anybody] = residents;
    this.brought = Int32Array.from(volunteers, (volunteer) => {
      if (!anybody) return 0;
      const { share: knowing } = experience(anybody, volunteer, weights);
      const { share: free } = load(anybody, volunteer, weights);
      return pointsOf(knowing, weights.points.experience) + pointsOf(free, weights.points.load);
    });
    const pointsForMinutes = (minutes: number) =>
      pointsOf(shareOfMinutes(minutes, weights), weights.points.common_time);
    const mostFor = ({ weekly }: { readonly weekly: string }) =>
      pointsForMinutes(commonMinutes(weekly, weekly));
    this.mostForHours = Int32Array.from(residents, mostFor);
    this.mostForVolunteerHours = Int32Array.from(volunteers, mostFor);
    this.pointsAtSlots = Int32Array.from({ length: SLOTS_A_WEEK + 1 }, (_, slots) => {
      const minutes = slots * SLOT_MINUTES;
      return minutes < weights.limits.commonMinutes ? REFUSED : pointsForMinutes(minutes);
    });
  }

  /** Whether two may be a pair: the conditions that most break come first. */
  mayPair(row: number, column: number): boolean {
    if (row !== this.openRow) this.open(row);
    if (this.exceptionTo[column] === row) return this.rateInFull(row, column, REFUSED) !== REFUSED;
    const { tables, points } = this;
    if (this.ways.pointsOf(row, column) === REFUSED) return false;
    for (let table = 0; table < tables.length; table++)
      if (points[table]![tables[table]!.of[column]!]! < 0) return false;
    return this.pointsAtSlots[this.residentHours.commonSlots(row, this.volunteerHours, column)] !== REFUSED;
  }

  /** The fit of two who may be a pair, if it is more than `above`; else `REFUSED`. */
  rate(row: number, column: number, above = REFUSED): number {
    if (row !== this.openRow) this.open(row);
    if (this.exceptionTo[column] === row) return this.rateInFull(row, column, above);
    const { tables, points } = this;
    let fit = this.brought[column]!;
    for (let table = 0; table < tables.length; table++) fit += points[table]![tables[table]!.of[column]!]!;
    if (fit < 0) return REFUSED;
    return this.withWayAndHours(row, column, fit + this.likes.pointsOf(row, column), above);
  }

  /** As `rate`, for two of whom all points are known but those for the way and for hours. */
  rateKnown(row: number, column: number, known: number, above: number): number {
    if (row !== this.openRow) this.open(row);
    if (this.exceptionTo[column] === row) return this.rateInFull(row, column, above);
    return known < 0 ? REFUSED : this.withWayAndHours(row, column, known, above);
  }

  /** The most points that a resident could get for what is judged by kind. */
  mostByKind(row: number): number {
    return this.tables.reduce((sum, table) => sum + table.mostFor(row), 0);
  }

  private withWayAndHours(row: number, column: number, known: number, above: number): number {
    const way = this.ways.pointsOf(row, column);
    if (way === REFUSED) return REFUSED;
    const fit = known + way;
    const most = Math.min(this.mostForHours[row]!, this.mostForVolunteerHours[column]!);
    if (fit + most <= above) return REFUSED;
    const hours = this.pointsAtSlots[this.residentHours.commonSlots(row, this.volunteerHours, column)]!;
    return hours !== REFUSED && fit + hours > above ? fit + hours : REFUSED;
  }

  private open(row: number): void {
    this.openRow = row;
    this.points = this.tables.map((table) => table.pointsFor(row));
    for (const column of this.exceptions[row]!) this.exceptionTo[column] = row;
  }

  private rateInFull(row: number, column: number, above: number): number {
    const { residents, volunteers, input } = this.people;
    const [resident, volunteer] = [residents[row]!, volunteers[column]!];
    if (this.ruledOut.has(`${resident.id} ${volunteer.id}`)) return REFUSED;
    if (!mayBeAPair(resident, volunteer, input.weights.limits)) return REFUSED;
    const fit = fitTotal(resident, volunteer, input.weights);
    return fit > above ? fit : REFUSED;
  }
}
