import { defineMessages } from './messages.ts';

/** Words of bookmarks and notes, on lessons and questions. */
export const notesMessages = defineMessages(
  {
    button: 'Bookmark or note',
    bookmarked: 'Bookmarked: change bookmark or note',
    noted: 'Has a note of yours: read or change it',
    title: 'Bookmark and note',
    bookmark: 'Bookmark this place',
    note: 'Your note',
    hint: 'Kept in this browser only. You find it again on “Your data”, and in the search.',
    keep: 'Keep',
    discard: 'Leave it as it was',
    keptInTab:
      'This browser keeps nothing for Drydock now: the note is here until this tab closes. Copy it, or export it on “Your data”.',
    question: 'Question',
    section: 'Section',
    scenario: 'Scenario',
  },
  {
    button: '책갈피나 메모',
    bookmarked: '책갈피를 꽂아 뒀어요: 책갈피나 메모 바꾸기',
    noted: '메모가 있어요: 읽거나 바꾸기',
    title: '책갈피와 메모',
    bookmark: '여기에 책갈피 꽂기',
    note: '내 메모',
    hint: '이 브라우저에만 남아요. ‘내 데이터’와 검색에서 다시 찾을 수 있어요.',
    keep: '남기기',
    discard: '그대로 두기',
    keptInTab:
      '지금 이 브라우저가 Drydock의 저장을 막고 있어요. 메모는 이 탭을 닫을 때까지만 남아요. 복사해 두거나 ‘내 데이터’에서 내보내 주세요.',
    question: '문제',
    section: '레슨의 한 부분',
    scenario: '시나리오',
  },
);
