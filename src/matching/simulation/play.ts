import { fitTotal } from '../fit/fit.ts';
import { prepareRound } from '../pairs/prepare.ts';
import { type Course, courseOf, patienceOf } from './behavior.ts';
import { drawWorld, type Scenario, type VolunteerState, type WaitingResident, type World } from './world.ts';

/**
 * Plays a scenario day by day and returns the world at its end. On a round's day everybody waiting and every
 * free place is put before the policy; each proposal then takes its course. Nobody is proposed twice to the
 * same person.
 */
export function play(scenario: Scenario): World {
  const world = drawWorld(scenario);
  const agenda: (() => void)[][] = Array.from({ length: scenario.days + 1 }, () => []);
  for (let day = 0; day <= scenario.days; day++) {
    for (const happen of agenda[day] ?? []) happen();
    loseThePatient(world, day, scenario);
    if (day > 0 && day % scenario.everyDays === 0) holdRound(world, day, scenario, agenda);
  }
  return world;
}

type Agenda = (() => void)[][];

function loseThePatient({ residents }: World, day: number, { seed, behavior }: Scenario): void {
  for (const resident of residents) {
    if (resident.state !== 'waiting' || resident.ready > day) continue;
    if (day - resident.ready > patienceOf(seed, resident.party.id, behavior)) resident.state = 'left';
  }
}

function holdRound(world: World, day: number, scenario: Scenario, agenda: Agenda): void {
  const waiting = world.residents.filter(({ state, ready }) => state === 'waiting' && ready <= day);
  const offering = world.volunteers.filter(({ party, ready }) => party.isInPool && ready <= day);
  const prepared = prepareRound({
    residents: waiting.map(({ party }) => party),
    volunteers: offering.map(({ party }) => party),
    today_on: Temporal.PlainDate.from(scenario.start_on).add({ days: day }).toString(),
    weights: scenario.weights,
    urgencyWeights: scenario.urgencyWeights,
    forbidden: world.ruledOut,
  });
  const residents = new Map(waiting.map((one) => [one.party.id, one]));
  const volunteers = new Map(offering.map((one) => [one.party.id, one]));
  scenario.policy(prepared).forEach((column, row) => {
    if (column < 0) return;
    const resident = residents.get(prepared.residents[row]!.id)!;
    const volunteer = volunteers.get(prepared.volunteers[column]!.id)!;
    propose({ world, scenario, agenda, day }, resident, volunteer);
  });
}

interface Stage {
  world: World;
  scenario: Scenario;
  agenda: Agenda;
  day: number;
}

function propose(stage: Stage, resident: WaitingResident, volunteer: VolunteerState): void {
  const { world, scenario, agenda, day } = stage;
  const fit = fitTotal(resident.party, volunteer.party, scenario.weights);
  const course = courseOf(
    scenario.seed,
    `${resident.party.id} ${volunteer.party.id}`,
    fit,
    scenario.behavior,
  );
  resident.state = 'proposed';
  volunteer.party = { ...volunteer.party, currentPairs: volunteer.party.currentPairs + 1 };
  world.ruledOut.push({ residentId: resident.party.id, volunteerId: volunteer.party.id });
  const settled = day + course.settledAfterDays;
  agenda[settled]?.push(() => {
    if (!course.becomesPair) return fallThrough(resident, volunteer, course);
    resident.state = 'paired';
    resident.waited = settled - resident.ready;
    volunteer.pairs++;
    const ends = settled + course.lastsDays;
    world.pairs.push({ resident, volunteer, fit, started: settled, ends, completes: course.completes });
    agenda[ends]?.push(() => freePlace(volunteer, course));
  });
}

function fallThrough(resident: WaitingResident, volunteer: VolunteerState, course: Course): void {
  const { waiting } = resident.party;
  resident.state = 'waiting';
  if (course.residentSaysYes)
    resident.party = {
      ...resident.party,
      waiting: { ...waiting, fallenThrough: waiting.fallenThrough + 1 },
    };
  volunteer.party = { ...volunteer.party, currentPairs: volunteer.party.currentPairs - 1 };
}

function freePlace(volunteer: VolunteerState, course: Course): void {
  const { party } = volunteer;
  volunteer.party = {
    ...party,
    isInPool: party.isInPool && course.volunteerStays,
    currentPairs: party.currentPairs - 1,
    completedPairs: party.completedPairs + (course.completes ? 1 : 0),
  };
}
