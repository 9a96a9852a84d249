import type { Module } from '../../platform/module.ts';
import { matterLife } from './matter/life.ts';
import { personalData } from './personal-data.ts';
import type { ConsultationServices } from './services.ts';
import { recordActs } from './told.ts';
import { consultationRefusals } from './words.ts';

/** Consultations, as the house takes them in. */
export function consultationsModule(_services: ConsultationServices): Module {
  return {
    name: 'consultations',
    messages: consultationRefusals,
    routes: [],
    lives: [matterLife],
    personalData,
    recordActs,
  };
}
