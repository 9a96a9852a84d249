import { lookAtEveryPage } from '../support/every-page-judged.ts';

lookAtEveryPage(['ja', 'ja-easy']);
