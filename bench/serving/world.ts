import { join } from 'node:path';
import { whyClosed } from '../../src/kits/slots/index.ts';
import { offersOfVolunteer, spotSetting } from '../../src/modules/spot/index.ts';
import { listedFigures } from '../../src/modules.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { ask } from '../../src/platform/database/questions.ts';
import { countFigures } from '../../src/platform/figures.ts';
import { sealIn, secretIn } from '../../test/support/seal-in.ts';
import { signIn } from '../../test/support/signed-in.ts';
import { makeNeighborhood, Story } from '../../test/support/spot.ts';
import { buildPublic } from './public-world.ts';

/** Who looks at the pages. */
export interface Lookers {
  readonly volunteerCookie: string;
  readonly coordinatorCookie: string;
  readonly offerId: string;
  readonly storyId: string;
}

const CARDS = 30;
const ZONE = 'Asia/Tokyo';

/** Fills a program's database by the commands that people use: thirty requests that wait for one volunteer, and a desk. */
export async function buildPages(directory: string): Promise<Lookers> {
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  try {
    await migrate(embedded.ownerUrl, join(import.meta.dirname, '../../db/migrations'));
    const connection = connect(embedded.appUrl, { seal: sealIn(directory) });
    const now = Temporal.Now.instant();
    const story = new Story(await makeNeighborhood(connection.db, 5));
    story.now = now;
    const startsAt = nextOpenDay(now);
    for (let card = 0; card < CARDS; card++) await story.asked({ possibleTimes: [startsAt] });
    for (let waiting = 0; waiting < 10; waiting++) await story.submitted({ possibleTimes: [startsAt] });
    const storyId = await buildPublic(connection.db, story.place.coordinatorId, now);
    // A house that has stood for a while has counted them.
    await countFigures(connection.db, listedFigures, now);
    const cards = await ask(connection.db, offersOfVolunteer(connection.db, story.first, now));
    if (cards.length !== CARDS) throw new Error(`the volunteer has ${cards.length} cards, not ${CARDS}`);
    const cookies = await signIn(connection, {
      personIds: [story.first, story.place.coordinatorId],
      secret: secretIn(directory),
      now,
    });
    await connection.close();
    return {
      volunteerCookie: cookies.get(story.first) ?? '',
      coordinatorCookie: cookies.get(story.place.coordinatorId) ?? '',
      offerId: cards[0]?.offerId ?? '',
      storyId,
    };
  } finally {
    await embedded.stop();
  }
}

/** Ten in the morning of the first open day in two weeks or later. */
function nextOpenDay(now: Temporal.Instant): Temporal.Instant {
  const from = now.toZonedDateTimeISO(ZONE).toPlainDate().add({ days: 14 });
  const days = Array.from({ length: 30 }, (_, ahead) => from.add({ days: ahead }));
  const day = days.find((one) => whyClosed(one, spotSetting.value) === null);
  if (!day) throw new Error('no open day within six weeks');
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: '10:00' }).toInstant();
}
