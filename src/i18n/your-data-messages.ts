import { defineMessages } from './messages.ts';

/** Words of the page that shows what Drydock keeps on this device. */
export const yourDataMessages = defineMessages(
  {
    title: 'Your data',
    lead: 'Drydock has no accounts and no server that knows you. What you answer is kept in this browser, on this device, and nowhere else.',
    whatTitle: 'What is kept here',
    reading: 'Reading what is kept …',
    questions: (answered: number, right: number) =>
      `${answered} question${answered === 1 ? '' : 's'} answered, ${right} of them right at least once`,
    scenarios: (tried: number, solved: number) =>
      `${tried} scenario${tried === 1 ? '' : 's'} run, ${solved} of them solved`,
    attempts: (count: number) => `${count} attempt${count === 1 ? '' : 's'} in all`,
    nothing: 'Nothing yet. Answer a question in a lesson, or run a scenario in the lab, and it shows up here.',
    setAside: (count: number) =>
      `${count} record${count === 1 ? '' : 's'} could not be read. Nothing was deleted: what could not be read was set aside, and the rest is complete.`,
    refused:
      'This browser does not let Drydock keep data (a private window, or storage is blocked). What you answer now is forgotten when the tab closes.',
    newer:
      'The saved data was written by a newer Drydock, or by something else with its name. It was left as it is; what you answer now is kept until the tab closes.',
    deleteTitle: 'Delete everything',
    deleteLead:
      'Deletes every attempt, everything that was set aside, and the chosen theme. Pages saved for offline use stay. This cannot be undone.',
    delete: 'Delete all my data',
    sure: 'Delete everything Drydock keeps about you on this device?',
    yes: 'Yes, delete it',
    no: 'Keep it',
    deleted: 'Everything is deleted.',
    notDeleted: 'It could not be deleted: another tab of Drydock holds it open. Close the other tabs and try again.',
    withoutScript: 'Without JavaScript nothing is kept, so there is nothing to show or delete.',
  },
  {
    title: '내 데이터',
    lead: 'Drydock에는 계정도, 여러분을 아는 서버도 없어요. 답한 기록은 이 기기의 이 브라우저에만 남고 어디로도 나가지 않아요.',
    whatTitle: '여기 남아 있는 것',
    reading: '기록을 읽는 중 …',
    questions: (answered: number, right: number) => `답한 문제 ${answered}개, 그중 한 번이라도 맞힌 문제 ${right}개`,
    scenarios: (tried: number, solved: number) => `돌려 본 시나리오 ${tried}개, 그중 해결한 시나리오 ${solved}개`,
    attempts: (count: number) => `모두 ${count}번 시도했어요`,
    nothing: '아직 없어요. 레슨에서 문제를 풀거나 실습실에서 시나리오를 돌리면 여기에 나타나요.',
    setAside: (count: number) => `읽을 수 없는 기록이 ${count}개 있어요. 지우지 않고 따로 두었고, 나머지는 온전해요.`,
    refused:
      '이 브라우저가 저장을 막고 있어요(시크릿 창이거나 저장소가 차단됨). 지금 답하는 것은 탭을 닫으면 사라져요.',
    newer:
      '저장된 데이터가 더 새로운 Drydock의 것이거나, 같은 이름을 쓰는 다른 것이에요. 그대로 두었고, 지금 답하는 것은 탭을 닫을 때까지만 남아요.',
    deleteTitle: '모두 지우기',
    deleteLead: '모든 시도, 따로 둔 기록, 고른 테마를 지워요. 오프라인용으로 저장한 페이지는 남아요. 되돌릴 수 없어요.',
    delete: '내 데이터 모두 지우기',
    sure: '이 기기에 있는 내 기록을 모두 지울까요?',
    yes: '네, 지울게요',
    no: '그대로 둘게요',
    deleted: '모두 지웠어요.',
    notDeleted: '지우지 못했어요. 다른 탭에서 Drydock이 열려 있어요. 다른 탭을 닫고 다시 시도해 주세요.',
    withoutScript: 'JavaScript가 없으면 아무것도 저장하지 않으니, 보여 주거나 지울 것도 없어요.',
  },
);
