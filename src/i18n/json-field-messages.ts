import { defineMessages } from './messages.ts';

/** Words of the lab's answer as JSON. */
export const jsonFieldMessages = defineMessages(
  {
    jsonHelp: 'A map from paths in the world to values. Only what differs from the scenario.',
    jsonSyntax: (found: string) => `this cannot be JSON from ${found} on`,
    jsonNotSet: 'this is not an answer; write { "/path/into/the/world": value }',
    jsonKept: 'Your last good answer is kept.',
    editorHelp: 'Ctrl and Space offers paths, fields and values; Tab leaves the editor.',
    showPlace: 'Show the place',
  },
  {
    jsonHelp: '월드 안의 경로와 값을 짝지은 맵이에요. 시나리오와 다른 것만 적어요.',
    jsonSyntax: (found: string) => `${found}부터는 JSON이 될 수 없어요`,
    jsonNotSet: '답의 형태가 아니에요. { "/월드/안의/경로": 값 } 꼴로 적어 주세요',
    jsonKept: '마지막으로 올바른 답은 그대로 있어요.',
    editorHelp: 'Ctrl+Space를 누르면 경로, 필드, 값을 추천해요. Tab을 누르면 편집기에서 나가요.',
    showPlace: '위치 보기',
  },
);

export type JsonFieldWords = (typeof jsonFieldMessages)['en'];
