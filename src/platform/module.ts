import type { Database } from './database/connect.ts';
import type { Listener } from './events/listener.ts';
import type { Figure } from './figures.ts';
import type { Task } from './jobs/task.ts';
import type { AnyLife } from './life.ts';
import type { NewsKind } from './news.ts';
import type { Ahead } from './parts/ahead.ts';
import type { AppointmentKind } from './parts/appointment.ts';
import type { BeforeAsking } from './parts/before-asking.ts';
import type { Closing } from './parts/closing.ts';
import type { Demonstration } from './parts/demonstration.ts';
import type { DeskPart } from './parts/desk-part.ts';
import type { NavigationEntry } from './parts/navigation.ts';
import type { PersonPart } from './parts/person-part.ts';
import type { Campaigns } from './parts/public/campaigns.ts';
import type { Coming } from './parts/public/coming.ts';
import type { OpenAddresses } from './parts/public/open-address.ts';
import type { ProgramPage } from './parts/public/program-page.ts';
import type { WordedPage } from './parts/public/worded-page.ts';
import type { PublicPart } from './parts/public-part.ts';
import type { SettingsPlace } from './parts/settings-place.ts';
import type { SignInFor } from './parts/sign-in-for.ts';
import type { StoryDrafts, StorySources } from './parts/story-drafts.ts';
import type { PersonalDataMap } from './personal-data.ts';
import type { DataOf, RecordActs } from './rights/data-of.ts';
import type { Setting } from './settings/settings.ts';
import type { Thing } from './thing.ts';
import type { WebModule } from './web/route.ts';

/** A module as the house takes it in: what it shows, what it hears, what it does by itself, what is set for it. */
export interface Module extends WebModule {
  readonly tasks?: readonly Task[];
  readonly listeners?: readonly Listener[];
  /** What its events are told as, in inboxes and by mail. */
  readonly news?: readonly NewsKind[];
  /** What people have to do with together in it: looked up by kind wherever people write, worry or look things up. */
  readonly things?: readonly Thing[];
  /** What its tables hold of people: forgetting, export, erasure and `/privacy` follow from it (docs/decisions/0017). */
  readonly personalData?: PersonalDataMap;
  /** What it gives somebody for the file of their data beside their rows. */
  readonly dataOf?: DataOf;
  /** Of which of its acts in the audit whoever they are about is told. */
  readonly recordActs?: RecordActs;
  /** What it counts now and then instead of at every look. */
  readonly figures?: readonly Figure<unknown>[];
  /** The lives of its nouns; the database and its README hold the same (`test/routes/lives.test.ts`). */
  readonly lives?: readonly AnyLife[];
  /** Every setting that it defines. */
  readonly settings?: readonly Setting<unknown>[];
  /** Where an administrator sets something of it. */
  readonly settingsPlaces?: readonly SettingsPlace[];
  /** The ways to its pages. */
  readonly navigation?: readonly NavigationEntry[];
  /** What somebody signs in for on the way to its pages. */
  readonly signInFor?: readonly SignInFor[];
  /** What lies ahead of a person in it, for their page. */
  readonly ahead?: Ahead;
  /** What it has to read before somebody asks for help of a kind, in whatever program. */
  readonly beforeAsking?: BeforeAsking;
  /** What it needs appointments with coordinators for. */
  readonly appointments?: readonly AppointmentKind[];
  /** What of it a change of the opening hours may close. */
  readonly closing?: Closing;
  /** What happens in it with a person, for the coordinator's page of them. */
  readonly personParts?: readonly PersonPart[];
  /** What it shows to everybody on the home page. */
  readonly publicParts?: readonly PublicPart[];
  /** The page of its program, for whoever does not know it yet. */
  readonly programPage?: ProgramPage;
  /** Its calls for gifts, for those whose doings belong to one. */
  readonly campaigns?: Campaigns;
  /** Its other pages whose words the organization may say in its own way. */
  readonly wordedPages?: readonly WordedPage[];
  /** What is to come in it for everybody. */
  readonly coming?: Coming;
  /** Its pages that everybody may find. */
  readonly openAddresses?: OpenAddresses;
  /** Where stories are written, for whoever has something from which one can begin. */
  readonly storyDrafts?: StoryDrafts;
  /** What of it stories begin from, for the way back. */
  readonly storySources?: StorySources;
  /** What of it waits on the coordinators' desk. */
  readonly desk?: DeskPart;
  /** Whether nothing may leave the house for somebody now, as far as it knows: who must not be found out by a mail. */
  readonly isQuietFor?: (db: Database, personId: string) => Promise<boolean>;
  /** What it shows in a demonstration. */
  readonly demonstration?: Demonstration;
}
