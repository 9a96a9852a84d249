import { until } from '../../test/support/until.ts';
import { type Stage, tellStory } from './story.ts';

const AT_ONCE = 4;

/** People who go on, whatever is done to the programs meanwhile. */
export interface Crowd {
  /** Waits until they have told so many stories more. */
  tell(more: number): Promise<void>;
  /** Lets them finish what they are at. */
  leave(): Promise<void>;
}

/** Sends for people of whom each tells one story after the other. */
export function gather(stage: Stage): Crowd {
  let [begun, ended, goesOn] = [0, 0, true];
  const live = async () => {
    while (goesOn) {
      await tellStory(stage, begun++).catch((problem) => stage.doors.faults.push(String(problem)));
      ended++;
    }
  };
  const lives = Promise.all(Array.from({ length: AT_ONCE }, live));
  return {
    async tell(more) {
      const enough = ended + more;
      await until(() => ended >= enough, 300);
    },
    async leave() {
      goesOn = false;
      await lives;
    },
  };
}
