import { defineMessages } from './messages.ts';

/** Words of the pages that lead into a live room. */
export const liveMessages = defineMessages(
  {
    title: 'Live rooms',
    lead: 'A class answers together: the same question on every phone, the answers on the wall, the reasons for everybody.',
    join: 'Join with a code',
    joinText: 'The code of six characters stands on the wall, with a QR code that does the same.',
    code: 'Code of the room',
    toRoom: 'Join',
    badCode: 'A code has six letters and digits, for example KHT 7QW.',
    open: 'Open a room',
    openText:
      'Choose questions and simulator tasks, show the code, ask, reveal, discuss, ask again. Nobody needs an account.',
    openLink: 'Open a room',
    present: 'Presenter mode',
    presentText:
      'Any lesson or set of questions full screen, hands counted by you, and a paper with its key. It needs no server.',
    presentLink: 'To presenter mode',
    whatTitle: 'What holds',
    what1: 'An answer that was received is never lost: not by a reload, a locked phone, or a restart of the server.',
    what2: 'Only the server’s clock counts, and right answers count more than fast ones.',
    what3: 'Names are seen by the host only, unless the ten best are shown at the end. A room is deleted after a day.',
    noServer: 'There is no room server here',
    noServerText:
      'This copy of the site is only pages, or the network is away. A room needs the server that comes with Drydock. On a computer in the same network, start it with:',
    noServerThen: 'Then open the address that it prints, on every device. Presenter mode works without it.',
    homeText: 'Teach with it: a class answers on phones, the wall shows how, and everybody gets the reasons.',
    homeLink: 'To live rooms',
    withoutScript: 'Live rooms need JavaScript.',
  },
  {
    title: '라이브 룸',
    lead: '한 반이 함께 풀어요. 모두의 휴대폰에 같은 문제가, 앞 화면에 모두의 답이, 그리고 누구에게나 해설이 보여요.',
    join: '코드로 참가하기',
    joinText: '앞 화면에 여섯 글자 코드가 있어요. 옆의 QR 코드를 찍어도 돼요.',
    code: '방 코드',
    toRoom: '참가하기',
    badCode: '코드는 영문자와 숫자 여섯 글자예요. 예: KHT 7QW',
    open: '방 열기',
    openText:
      '문제와 시뮬레이터 과제를 고르고, 코드를 띄우고, 묻고, 정답을 공개하고, 토론한 뒤 다시 물어보세요. 계정은 필요 없어요.',
    openLink: '방 열기',
    present: '발표 모드',
    presentText:
      '레슨이나 문제 묶음을 전체 화면에 띄우고, 든 손은 직접 세어 적어요. 정답이 붙은 인쇄용 시험지도 있어요. 서버 없이 돼요.',
    presentLink: '발표 모드로 가기',
    whatTitle: '이것만은 지켜요',
    what1: '접수된 답은 사라지지 않아요. 새로 고쳐도, 휴대폰이 잠겨도, 서버가 다시 시작해도요.',
    what2: '시간은 서버 시계로만 재고, 빠른 답보다 맞은 답이 더 중요해요.',
    what3: '이름은 진행자에게만 보여요. 마지막에 상위 열 명을 띄울 때만 예외예요. 방은 하루가 지나면 지워져요.',
    noServer: '여기에는 라이브 룸 서버가 없어요',
    noServerText:
      '이 사이트는 페이지만 있는 사본이거나, 네트워크가 끊겼어요. 방을 열려면 Drydock에 들어 있는 서버가 필요해요. 같은 네트워크의 컴퓨터에서 이렇게 시작하세요.',
    noServerThen: '그다음 화면에 나오는 주소를 모든 기기에서 여세요. 발표 모드는 서버가 없어도 돼요.',
    homeText: '수업에서 써 보세요. 반 전체가 휴대폰으로 답하고, 앞 화면에 결과가 모이고, 해설은 모두에게 보여요.',
    homeLink: '라이브 룸으로 가기',
    withoutScript: '라이브 룸에는 자바스크립트가 필요해요.',
  },
);

export type LiveWords = (typeof liveMessages)['en'];
