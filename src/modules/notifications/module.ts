import type { Module } from '../../platform/module.ts';
import { noteSeen } from './inbox/seen.ts';
import { newsListeners } from './listeners.ts';
import { type NotificationServices, sendTask } from './mail/send.ts';
import { notificationsPaths } from './paths.ts';
import { personalData } from './personal-data.ts';
import { notificationRoutes } from './routes.ts';
import { gatherNews } from './rules/all-news.ts';
import { recordActs } from './told.ts';
import { notificationMessages } from './words.ts';

/** Notifications, as the house takes them in. */
export function notificationsModule(services: NotificationServices): Module {
  const all = gatherNews(services.news);
  return {
    name: 'notifications',
    messages: notificationMessages,
    personalData,
    recordActs,
    navigation: [
      {
        href: notificationsPaths.inbox(),
        label: notificationMessages.label('inbox_title'),
        places: ['header', 'messages'],
        roles: 'everybody',
        order: 100,
        counts: 'unread',
      },
      {
        href: notificationsPaths.notifications(),
        label: notificationMessages.label('settings_title'),
        places: ['messages'],
        roles: 'everybody',
        order: 101,
      },
    ],
    routes: notificationRoutes(services, all),
    listeners: newsListeners(all),
    noteSeen: noteSeen(all),
    tasks: [sendTask(services, all)],
  };
}
