import { defineMessages } from './messages.ts';

/** Words of the page on which a mistake is reported, and of the links that lead to it. */
export const reportMessages = defineMessages(
  {
    title: 'Report a mistake',
    lead: 'A wrong fact, a key you can argue with, a sentence that reads badly: tell the people who keep this text. What the page knows is filled in; add what is wrong and what would be right.',
    edit: 'Edit this page',
    report: 'Report a mistake',
    theReport: 'Your report',
    item: 'Item',
    version: 'Version',
    page: 'Page',
    file: 'File',
    wrong: 'What is wrong',
    right: 'What would be right, and where it says so',
    copy: 'Copy the report',
    copied: 'Copied.',
    notCopied: 'This browser does not let the page copy. Select the text and copy it yourself.',
    send: 'Open an issue with it',
    nothingSent:
      'Nothing is sent from here. Give the text to whoever runs this copy of Drydock, your instructor for example.',
    editTitle: 'Mend it yourself',
    editText:
      'The text is an ordinary file of the project, named above. Change it in your copy, run “npm run drydock -- check”, and send the change to the project. CONTRIBUTING.md says how.',
  },
  {
    title: '잘못된 곳 알리기',
    lead: '틀린 사실, 이의가 있는 정답, 어색한 문장을 보셨다면 글을 관리하는 사람에게 알려 주세요. 페이지가 아는 것은 채워 두었어요. 무엇이 틀렸고 무엇이 맞는지만 적어 주세요.',
    edit: '이 페이지 고치기',
    report: '잘못된 곳 알리기',
    theReport: '알릴 내용',
    item: '항목',
    version: '버전',
    page: '페이지',
    file: '파일',
    wrong: '틀린 내용',
    right: '맞는 내용과 그 근거',
    copy: '내용 복사하기',
    copied: '복사했어요.',
    notCopied: '이 브라우저에서는 페이지가 복사할 수 없어요. 글을 직접 선택해서 복사해 주세요.',
    send: '이슈로 올리기',
    nothingSent: '여기서는 아무것도 전송하지 않아요. 이 Drydock을 운영하는 사람, 예를 들어 강사에게 글을 건네주세요.',
    editTitle: '직접 고치기',
    editText:
      '글은 위에 적힌 이름의 평범한 파일이에요. 가진 사본에서 고치고 “npm run drydock -- check”를 실행한 다음, 바꾼 내용을 프로젝트에 보내세요. 방법은 CONTRIBUTING.md에 있어요.',
  },
);
