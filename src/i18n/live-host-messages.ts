import { liveHostFormMessages } from './live-host-form-messages.ts';
import { liveHostPeopleMessages } from './live-host-people-messages.ts';
import { liveHostStageMessages } from './live-host-stage-messages.ts';
import type { Language } from './text.ts';

const wordsOf = <L extends Language>(lang: L) => ({
  ...liveHostFormMessages[lang],
  ...liveHostStageMessages[lang],
  ...liveHostPeopleMessages[lang],
});

/** Words of the instructor's side of a live room. */
export const liveHostMessages = { en: wordsOf('en'), ko: wordsOf('ko') };

export type LiveHostWords = (typeof liveHostMessages)['en'];
