import type { BrowserWindow } from 'electron';
import type { windowCalls } from '#bridge/window.ts';
import type { Say } from '#domain/words/words.ts';
import type { AnswersTo } from '../ipc/topic.ts';
import type { Leaving } from './leaving.ts';
import { openLink } from './link.ts';
import { linkEffects } from './link-effects.ts';
import { printPage } from './print.ts';
import { zoom } from './zoom.ts';

interface Parts {
  readonly window: () => BrowserWindow;
  readonly say: () => Say;
  readonly leaving: () => Leaving;
}

export const windowAnswers = ({ window, say, leaving }: Parts): AnswersTo<typeof windowCalls> => ({
  'link:open': (href) => openLink(href, say(), linkEffects(window())),
  'page:print': (title, marking) => printPage(title, marking, window().webContents),
  'view:zoom': (step) => zoom(step, window().webContents),
  'app:ready-to-leave': (unsaved) => {
    leaving().ready(unsaved);
    return null;
  },
});
