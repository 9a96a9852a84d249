import { shareOfMeters } from '../../fit/factors/distance.ts';
import { pointsOf } from '../../fit/fit.ts';
import type { Party } from '../../people/party.ts';
import { type PeopleOfRound, REFUSED } from '../types.ts';

const metersInTable = 1 << 15;

/** Where everybody lives, how far they go, and what a way between two is worth. */
export class Ways {
  private readonly residents: Side;
  private readonly volunteers: Side;
  private readonly pointsAtMeters: Int32Array;
  /** By points, the square of the distance beyond which a way gives no more. */
  readonly farthestFor: Float64Array;
  private readonly pointsFor: (meters: number) => number;

  constructor({ residents, volunteers, input: { weights } }: PeopleOfRound) {
    const { points, halfDistanceMeters } = weights;
    this.residents = sideOf(residents);
    this.volunteers = sideOf(volunteers);
    this.pointsFor = (meters) => pointsOf(shareOfMeters(meters, halfDistanceMeters), points.distance);
    this.pointsAtMeters = Int32Array.from({ length: metersInTable }, (_, meters) => this.pointsFor(meters));
    this.farthestFor = new Float64Array(points.distance);
    let meters = 0;
    for (let least = points.distance - 1; least >= 0; least--) {
      while (meters < metersInTable && this.pointsAtMeters[meters]! > least) meters++;
      this.farthestFor[least] = meters === metersInTable ? Number.POSITIVE_INFINITY : meters * meters;
    }
  }

  /** The points for the way, 0 for who can only meet online, `REFUSED` for who cannot meet. */
  pointsOf(row: number, column: number): number {
    const { residents, volunteers } = this;
    const east = residents.east[row]! - volunteers.east[column]!;
    const north = residents.north[row]! - volunteers.north[column]!;
    const meters = Math.floor(Math.sqrt(east * east + north * north));
    if (meters <= residents.reach[row]! && meters <= volunteers.reach[column]!)
      return meters < metersInTable ? this.pointsAtMeters[meters]! : this.pointsFor(meters);
    return residents.online[row] === 1 && volunteers.online[column] === 1 ? 0 : REFUSED;
  }

  /** The square of the distance in meters within which a way can give more than so many points; -1 where none does. */
  squareWithin(points: number): number {
    if (points < 0) return Number.POSITIVE_INFINITY;
    return points < this.farthestFor.length ? this.farthestFor[points]! : -1;
  }
}

interface Side {
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly reach: Float64Array;
  readonly online: Uint8Array;
}

function sideOf(parties: readonly Party[]): Side {
  return {
    east: Float64Array.from(parties, ({ place }) => place.eastMeters),
    north: Float64Array.from(parties, ({ place }) => place.northMeters),
    reach: Float64Array.from(parties, ({ reachKilometers }) => 1000 * reachKilometers),
    online: Uint8Array.from(parties, ({ isOnlineOk }) => Number(isOnlineOk)),
  };
}
