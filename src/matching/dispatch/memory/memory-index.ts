import { reasonsFor } from '../factors.ts';
import type { Scarcest } from '../language.ts';
import { checkRequest } from '../request.ts';
import type { DispatchIndex, DispatchRequest, RankedVolunteer, Volunteer } from '../types.ts';
import type { Weights } from '../weights.ts';
import { AbilitySets } from './abilities.ts';
import { checkIndexWeights, checkVolunteer } from './check.ts';
import { Frontier } from './frontier.ts';
import { Plan } from './plan.ts';
import type { Signature } from './posting.ts';
import { Roster } from './roster.ts';
import { findBest } from './search.ts';
import { Shelves } from './shelves.ts';
import type { Entry } from './top.ts';

/**
 * The dispatch ranking of many volunteers in memory. It answers exactly as `rankVolunteers` does over the same
 * volunteers, under any sequence of changes. One process holds about 1,300 bytes for each volunteer.
 */
export class MemoryDispatchIndex implements DispatchIndex {
  private weights: Weights;
  private roster = new Roster();
  private sets: AbilitySets;
  private shelves: Shelves;
  private frontier = new Frontier();
  private bounds: { oldestDay: number; newestDay: number; furthestReach: number };
  private nextToRoll = 0;

  /**
   * @param today epoch day as of which rest is counted first; `rollTo` moves it on. Answers are exact on any
   * day, and quickest on this one.
   * @throws RangeError for weights that do not fit the index.
   */
  constructor(weights: Weights, today: number) {
    checkIndexWeights(weights);
    this.weights = weights;
    this.sets = new AbilitySets(weights);
    this.shelves = new Shelves(this.roster, this.sets, weights);
    this.bounds = { oldestDay: today, newestDay: today, furthestReach: 0 };
  }

  /** How many volunteers can be found: the approved ones. */
  get size(): number {
    return this.roster.slots.size;
  }

  /**
   * Fills an empty index with many volunteers, much quicker than one `put` after the other.
   * @throws RangeError for a volunteer out of range; Error when the index is not empty or an id comes twice.
   */
  load(volunteers: Iterable<Volunteer>): void {
    if (this.size > 0) throw new Error('Only an empty index can be loaded.');
    for (const volunteer of volunteers) {
      if (!volunteer.isApproved) continue;
      checkVolunteer(volunteer);
      if (this.roster.slots.has(volunteer.id)) throw new Error(`The volunteer ${volunteer.id} comes twice.`);
      this.write(volunteer);
    }
    const cells = Int32Array.from(
      { length: this.roster.height },
      (_, slot) => this.shelves.signatureOf(slot).cell,
    );
    this.roster.arrange(Uint32Array.from(cells.keys()).sort((one, other) => cells[one]! - cells[other]!));
    this.shelves.postAll(this.roster.slots.values());
  }

  /**
   * Adds a volunteer or replaces what was known of them; somebody not approved is taken out.
   * @throws RangeError for a volunteer out of range; the index then stays as it was.
   */
  put(volunteer: Volunteer): void {
    checkVolunteer(volunteer);
    if (!volunteer.isApproved) {
      this.remove(volunteer.id);
      return;
    }
    const known = this.roster.slots.get(volunteer.id);
    const before = known === undefined ? null : this.shelves.signatureOf(known);
    const slot = this.write(volunteer);
    const after = this.shelves.signatureOf(slot);
    if (!before || !isSame(before, after)) {
      if (before) this.shelves.unpost(before);
      this.shelves.post(after);
    }
    if (before) this.sets.release(before.set);
  }

  /** Takes a volunteer out. @returns whether they were in. */
  remove(volunteerId: string): boolean {
    const slot = this.roster.slots.get(volunteerId);
    if (slot === undefined) return false;
    this.shelves.unpost(this.shelves.signatureOf(slot));
    this.sets.release(this.roster.setOf(slot));
    this.roster.erase(slot);
    return true;
  }

  /**
   * The best who fit, in the order and with the reasons of `rankVolunteers`.
   * @param limit how many at most, 1 to 1,000.
   * @throws RangeError for a request that cannot be ranked exactly.
   */
  best(request: DispatchRequest, limit: number): RankedVolunteer[] {
    checkRequest(request, limit);
    const plan = new Plan(request, this.weights, this.roster);
    plan.addOptions(this.shelves.byKey);
    const { roster, shelves, frontier, bounds } = this;
    const entries = findBest(plan, limit, { roster, shelves, frontier, bounds });
    // Each of these waits for memory: asked for one after the other, they come nearly at once.
    const ids = entries.map(({ slot }) => roster.idOf(slot));
    const sets = entries.map(({ slot }) => roster.setOf(slot));
    const scarcest = sets.map((set) => this.sets.scarcestOf(set));
    return entries.map((entry, n) => this.explain(plan, entry, ids[n]!, scarcest[n]!));
  }

  /**
   * Brings the rest counted in postings up to a day, for at most so many slots at a time, so that a caller can
   * spread it over idle moments. Answers are exact before, during and after.
   * @returns whether all are done; call it again when not.
   */
  rollTo(day: number, atMost: number): boolean {
    if (day > this.bounds.newestDay) {
      this.bounds.newestDay = day;
      this.nextToRoll = 0;
    }
    const end = Math.min(this.nextToRoll + atMost, this.roster.height);
    for (let slot = this.nextToRoll; slot < end; slot++) this.roll(slot);
    this.nextToRoll = end;
    if (end < this.roster.height) return false;
    this.nextToRoll = 0;
    this.bounds.oldestDay = this.bounds.newestDay;
    return true;
  }

  private roll(slot: number): void {
    if (this.roster.slots.get(this.roster.idOf(slot)) !== slot) return;
    const before = this.shelves.signatureOf(slot);
    this.roster.scoredOn[slot] = this.bounds.newestDay;
    const after = this.shelves.signatureOf(slot);
    if (after.earned === before.earned) return;
    this.shelves.unpost(before);
    this.shelves.post(after);
  }

  private write(volunteer: Volunteer): number {
    const slot = this.roster.write(volunteer);
    this.roster.setSet(slot, this.sets.take(volunteer).number);
    this.roster.scoredOn[slot] = this.bounds.newestDay;
    this.bounds.furthestReach = Math.max(this.bounds.furthestReach, volunteer.reachKilometers * 1000);
    return slot;
  }

  private explain(plan: Plan, entry: Entry, volunteerId: string, scarcest: Scarcest): RankedVolunteer {
    const { roster, weights } = this;
    const { slot, score, option, level } = entry;
    const { request, isInPerson } = plan;
    const { language, position, scarcity } = plan.options[option]!;
    const scarcityGap = Math.max(0, scarcest.scarcity - scarcity);
    const reasons = reasonsFor(
      {
        meters: isInPerson ? plan.reachableMeters(slot) : null,
        task: request.task,
        choice: { language, position, level, scarcityGap },
        scarcestLanguage: scarcest.language,
        category: request.category,
        hasSkill: ((roster.skillMask(slot) >> plan.category) & 1) === 1,
        hasPractice: ((roster.practiceMask(slot) >> plan.category) & 1) === 1,
        visitsDone: roster.visitsDone(slot),
        daysSinceAsked: roster.daysSinceAsked(slot, request.today),
        daysSinceServed: roster.daysSinceServed(slot, request.today),
      },
      weights,
    );
    return { volunteerId, score, language, possibleTimes: plan.openTimes(slot), reasons };
  }
}

function isSame(one: Signature, other: Signature): boolean {
  return (Object.keys(one) as (keyof Signature)[]).every((part) => one[part] === other[part]);
}
