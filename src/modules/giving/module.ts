import type { Module } from '../../platform/module.ts';
import { bankTasks } from './bank/jobs.ts';
import { givingDemonstration } from './campaigns/demonstration/demonstration.ts';
import { campaignFigures } from './campaigns/store/figures.ts';
import { askForWallTask } from './campaigns/wall/task.ts';
import { certificationFigure } from './certification/store.ts';
import { deedsListener } from './deeds/hear.ts';
import { deedsTasks } from './deeds/jobs.ts';
import { donorTasks } from './donors/alike/jobs.ts';
import { givingAhead } from './elsewhere/ahead.tsx';
import { givingCampaigns } from './elsewhere/campaigns.tsx';
import { givingNavigation, givingSignInFor } from './elsewhere/navigation.ts';
import { givingAddresses } from './elsewhere/open-addresses.ts';
import { givingProgramPage } from './elsewhere/program-page.tsx';
import { givingPublicPart } from './elsewhere/public-part.tsx';
import { feesListener } from './fees/hear.ts';
import { giftAccountPage, giftAccountSetting } from './give/setting.ts';
import { giveWords } from './give/worded-page.ts';
import { cardsListener } from './payments/cards/tell.ts';
import { paymentTasks } from './payments/jobs.ts';
import { personalData } from './personal-data.ts';
import { promiseTasks } from './promises/jobs.ts';
import { leaverListener } from './promises/leaving.ts';
import { promiseLife } from './promises/life.ts';
import { receiptListeners } from './receipts/listeners.ts';
import { receiptsSetting } from './receipts/setting.ts';
import { receiptsSettingPage } from './receipts/setting-page.ts';
import { receiptTasks } from './receipts/yearly/tasks.ts';
import { givingRoutes } from './routes.ts';
import type { GivingServices } from './services.ts';
import { thankMissedTask } from './thanks/missed.ts';
import { monthlyOf } from './thanks/monthly.ts';
import { thanksListener } from './thanks/thank.ts';
import { recordActs } from './told.ts';
import { sendRefundTask } from './treasurer/refunds/send.ts';
import { refundSetting } from './treasurer/refunds/setting.ts';
import { refundPage } from './treasurer/refunds/setting-page.ts';
import { givingRefusals } from './words.ts';

/** Giving, and the books of all money, as the house takes them in. */
export function givingModule(services: GivingServices): Module {
  const thanksTools = { ...services, monthlyOf: monthlyOf(services) };
  return {
    name: 'giving',
    messages: givingRefusals,
    routes: givingRoutes(services),
    lives: [promiseLife],
    tasks: [
      // One a line: several hands add to it.
      ...paymentTasks(services),
      ...bankTasks,
      ...promiseTasks(services),
      ...deedsTasks(services),
      ...donorTasks,
      thankMissedTask(thanksTools),
      sendRefundTask(services),
      ...receiptTasks(services),
      askForWallTask(services),
    ],
    navigation: givingNavigation,
    ahead: givingAhead,
    signInFor: givingSignInFor,
    settings: [giftAccountSetting, refundSetting, receiptsSetting],
    settingsPlaces: [giftAccountPage.place, refundPage.place, receiptsSettingPage.place],
    personalData,
    recordActs,
    listeners: [
      thanksListener(thanksTools),
      leaverListener,
      cardsListener(services),
      deedsListener,
      feesListener,
      ...receiptListeners(services),
    ],
    publicParts: [givingPublicPart],
    programPage: givingProgramPage,
    campaigns: givingCampaigns,
    wordedPages: [giveWords],
    openAddresses: givingAddresses,
    figures: [campaignFigures, certificationFigure],
    demonstration: givingDemonstration,
  };
}
