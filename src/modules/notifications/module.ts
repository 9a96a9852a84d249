import type { Module } from '../../platform/module.ts';
import { noteSeen } from './inbox/seen.ts';
import { tasks } from './jobs.ts';
import { listeners } from './listeners.ts';
import { type NotificationServices, sendTask } from './mail/send.ts';
import { notificationRoutes } from './routes.ts';
import { notificationMessages } from './words.ts';

/** Notifications, as the house takes them in. */
export function notificationsModule(services: NotificationServices): Module {
  return {
    name: 'notifications',
    messages: notificationMessages,
    routes: notificationRoutes(services),
    listeners,
    noteSeen,
    navigation: [
      {
        href: '/inbox',
        label: notificationMessages.label('inbox_title'),
        places: ['header', 'messages'],
        roles: 'everybody',
        order: 100,
        counts: 'unread',
      },
      {
        href: '/me/notifications',
        label: notificationMessages.label('settings_title'),
        places: ['messages'],
        roles: 'everybody',
        order: 101,
      },
    ],
    tasks: [sendTask(services), ...tasks],
  };
}
