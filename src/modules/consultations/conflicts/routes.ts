import type { Route } from '../../../platform/web/route.ts';
import type { ConsultationServices } from '../services.ts';
import { deskPartyRoutes } from './desk.tsx';
import { conflictDoorRoutes } from './door.ts';

export const conflictRoutes = (services: Pick<ConsultationServices, 'secret'>): readonly Route[] => [
  ...deskPartyRoutes,
  ...conflictDoorRoutes(services),
];
