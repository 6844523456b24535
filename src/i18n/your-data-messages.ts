import { defineMessages } from './messages.ts';

/** Words of the page that shows what Drydock keeps on this device. */
export const yourDataMessages = defineMessages(
  {
    title: 'Where you stand, and your data',
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
    persistGranted: 'The browser has promised not to clear this by itself.',
    persistDenied:
      'The browser has made no promise: it may clear this when the device runs out of room, some do after weeks without a visit. A backup is safe from that.',
    persistAsk: 'Ask the browser not to clear it',
    persistRefused:
      'The browser said no for now. Many agree once you bookmark or install Drydock; until then, save a backup now and then.',
    lostTitle: (count: number) =>
      count === 1 ? 'One record that was kept here is gone' : `${count} records that were kept here are gone`,
    lost: 'Drydock did not delete them: the browser cleared its storage, or it was cleared by hand. If you have a backup, open it below and they are back. What is shown here is what is left.',
    lostRead: 'I have read this',
    clockTitle: 'The clock of this device was set back',
    clock: (now: string, newest: string) =>
      `It says ${now}, but your newest attempt is from ${newest}. Nothing is lost: new attempts are put after the ones before, and what the clock said is kept with them. Please check the clock.`,
    reworded: (count: number) =>
      count === 1
        ? '1 question was reworded after you answered it: your answers count, but they were to the old wording'
        : `${count} questions were reworded after you answered them: your answers count, but they were to the old wording`,
    removed: (count: number) =>
      count === 1
        ? '1 question that you answered is not asked any more: your answers are kept and count'
        : `${count} questions that you answered are not asked any more: your answers are kept and count`,
    beforeAndSince: (before: number, since: number) => `answered ${before} times before, ${since} since`,
    backupTitle: 'Backup, and your other devices',
    backupLead:
      'One file holds all you did here, with your notes. Keep it, or open it on another device: what is there stays, what is new is added, and twice changes nothing. The file goes nowhere by itself.',
    backupNever: (count: number) => `There is no backup yet of these ${count} entries.`,
    backupSince: (count: number) => `${count} new entries since the last backup.`,
    export: 'Save a backup',
    exported: (name: string, count: number) => `Saved as ${name}, with ${count} ${count === 1 ? 'entry' : 'entries'}.`,
    import: 'Open a backup',
    drop: 'or drop the file here',
    importing: (name: string) => `Reading ${name} …`,
    imported: (added: number, known: number) =>
      `${added} ${added === 1 ? 'entry' : 'entries'} added, ${known} ${known === 1 ? 'was' : 'were'} here already.`,
    unreadable: (count: number) =>
      `${count} ${count === 1 ? 'entry' : 'entries'} of the file could not be read and ${count === 1 ? 'was' : 'were'} left out; keep the file.`,
    tooLarge: 'This file is far too large for a backup of Drydock. It was not read, and nothing here has changed.',
    notJson:
      'This is no backup of Drydock: it cannot be read as JSON. Nothing here has changed. A backup is called drydock-….json.',
    notALog:
      'This file is in order, but it is no backup of Drydock. Nothing here has changed. A backup is called drydock-….json.',
    newerFile:
      'This backup was saved by a newer Drydock. Nothing here has changed. Reload the page to get the newest Drydock, then open the file again.',
    unread: 'The browser could not read the file. Nothing here has changed. Is it still there, and may it be opened?',
    importRefused:
      'This device did not take it: storage is full or blocked. Nothing was added, and nothing here has changed. Make room, or leave the private window, and open the file again.',
    importNewer:
      'This device holds data of a newer Drydock, which is left as it is. Nothing was added. Reload the page to get the newest Drydock.',
    notesTitle: 'Bookmarks and notes',
    notesNone: 'None yet. The bookmark beside each question and each heading of a lesson holds one.',
    notesFind: 'Find in your notes',
    notesFound: (count: number) => (count === 0 ? 'No note has these words.' : `${count} found`),
    notesChange: 'Change',
    bookmarked: 'Bookmark',
    question: 'Question',
    section: 'Section',
    scenario: 'Scenario',
    notHere: 'is not in Drydock any more',
    asideTitle: 'Records that could not be read',
    asideLead: (count: number) =>
      `${count === 1 ? 'One record' : `${count} records`} in the storage of this browser made no sense to Drydock: damaged, or of another program. They count for nothing and take nothing away.`,
    asideSave: 'Save them as a file',
    asideDelete: 'Delete these records',
    asideSure: 'Delete the records that could not be read? Everything else stays.',
    asideDeleted: 'The records that could not be read are deleted.',
    asideFailed: 'This device did not do it. Close other tabs of Drydock and try again.',
    more: 'From here',
    toPractice: 'Practise a topic',
    toReview: 'What is due for review',
    toExam: 'Sit an exam',
    toStats: 'Question statistics',
    deleteTitle: 'Delete everything',
    deleteLead:
      'Deletes every attempt, bookmark and note, everything that was set aside, and the chosen theme. Backups you saved stay. Pages saved for offline use stay. This cannot be undone.',
    delete: 'Delete all my data',
    sure: 'Delete everything Drydock keeps about you on this device?',
    yes: 'Yes, delete it',
    no: 'Keep it',
    deleted: 'Everything is deleted.',
    notDeleted: 'It could not be deleted: another tab of Drydock holds it open. Close the other tabs and try again.',
    withoutScript: 'Without JavaScript nothing is kept, so there is nothing to show or delete.',
  },
  {
    title: '내 실력과 내 데이터',
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
    persistGranted: '브라우저가 이 기록을 마음대로 지우지 않겠다고 약속했어요.',
    persistDenied:
      '브라우저가 약속하지 않았어요. 기기에 공간이 모자라거나 몇 주 동안 들르지 않으면 지울 수도 있어요. 백업해 두면 안전해요.',
    persistAsk: '지우지 말라고 브라우저에 부탁하기',
    persistRefused:
      '브라우저가 지금은 안 된대요. Drydock을 즐겨찾기에 넣거나 설치하면 들어주는 경우가 많아요. 그때까지는 가끔 백업해 두세요.',
    lostTitle: (count: number) => `여기 남겨 둔 기록 ${count}개가 사라졌어요`,
    lost: 'Drydock이 지운 게 아니에요. 브라우저가 저장소를 비웠거나 누가 직접 지웠어요. 백업 파일이 있으면 아래에서 열어 주세요. 그러면 돌아와요. 지금 보이는 것은 남아 있는 기록이에요.',
    lostRead: '읽었어요',
    clockTitle: '이 기기의 시계가 뒤로 돌아갔어요',
    clock: (now: string, newest: string) =>
      `시계는 ${now}인데 가장 최근 시도는 ${newest}에 했어요. 잃은 것은 없어요. 새 시도는 앞선 시도 뒤에 놓고, 시계가 가리킨 시각도 함께 적어 둬요. 시계를 확인해 주세요.`,
    reworded: (count: number) =>
      `답한 뒤에 문장이 바뀐 문제가 ${count}개 있어요. 답은 그대로 반영되지만, 예전 문장에 한 답이에요`,
    removed: (count: number) => `답한 문제 중 ${count}개는 이제 나오지 않아요. 답은 남아 있고 그대로 반영돼요`,
    beforeAndSince: (before: number, since: number) => `바뀌기 전 ${before}번, 바뀐 뒤 ${since}번 답했어요`,
    backupTitle: '백업, 그리고 다른 기기',
    backupLead:
      '여기서 한 모든 것과 메모가 파일 하나에 담겨요. 보관해 두거나 다른 기기에서 열어 보세요. 그 기기에 있던 것은 그대로 있고, 없던 것만 더해져요. 두 번 열어도 달라지지 않아요. 파일은 저절로 어디로도 가지 않아요.',
    backupNever: (count: number) => `기록 ${count}개를 아직 한 번도 백업하지 않았어요.`,
    backupSince: (count: number) => `마지막 백업 뒤로 기록이 ${count}개 늘었어요.`,
    export: '백업 저장하기',
    exported: (name: string, count: number) => `${name} 파일로 저장했어요. 기록 ${count}개가 들어 있어요.`,
    import: '백업 열기',
    drop: '파일을 여기에 끌어다 놓아도 돼요',
    importing: (name: string) => `${name} 읽는 중 …`,
    imported: (added: number, known: number) => `기록 ${added}개를 더했고, ${known}개는 이미 있었어요.`,
    unreadable: (count: number) => `파일의 기록 중 ${count}개는 읽을 수 없어서 뺐어요. 파일은 지우지 마세요.`,
    tooLarge: 'Drydock 백업이라기에는 파일이 너무 커요. 읽지 않았고, 여기 기록은 그대로예요.',
    notJson:
      'Drydock 백업이 아니에요. JSON으로 읽을 수 없어요. 여기 기록은 그대로예요. 백업 파일 이름은 drydock-….json이에요.',
    notALog:
      '파일은 멀쩡하지만 Drydock 백업이 아니에요. 여기 기록은 그대로예요. 백업 파일 이름은 drydock-….json이에요.',
    newerFile:
      '더 새로운 Drydock이 저장한 백업이에요. 여기 기록은 그대로예요. 페이지를 새로 고쳐 최신 Drydock을 받은 다음 다시 열어 주세요.',
    unread:
      '브라우저가 파일을 읽지 못했어요. 여기 기록은 그대로예요. 파일이 그 자리에 있는지, 열 수 있는지 확인해 주세요.',
    importRefused:
      '이 기기가 받아 주지 않았어요. 저장소가 꽉 찼거나 막혀 있어요. 아무것도 더하지 않았고 여기 기록은 그대로예요. 공간을 비우거나 시크릿 창이 아닌 곳에서 다시 열어 주세요.',
    importNewer:
      '이 기기에는 더 새로운 Drydock의 데이터가 있어서 그대로 뒀어요. 아무것도 더하지 않았어요. 페이지를 새로 고쳐 최신 Drydock을 받아 주세요.',
    notesTitle: '책갈피와 메모',
    notesNone: '아직 없어요. 문제와 레슨 제목 옆의 책갈피를 누르면 남길 수 있어요.',
    notesFind: '메모에서 찾기',
    notesFound: (count: number) => (count === 0 ? '그런 말이 든 메모는 없어요.' : `${count}개 찾았어요`),
    notesChange: '바꾸기',
    bookmarked: '책갈피',
    question: '문제',
    section: '레슨',
    scenario: '시나리오',
    notHere: '이제 Drydock에 없어요',
    asideTitle: '읽을 수 없는 기록',
    asideLead: (count: number) =>
      `이 브라우저의 저장소에 Drydock이 알아볼 수 없는 기록이 ${count}개 있어요. 망가졌거나 다른 프로그램의 것이에요. 어떤 계산에도 들어가지 않고, 다른 기록에 영향을 주지도 않아요.`,
    asideSave: '파일로 저장하기',
    asideDelete: '이 기록만 지우기',
    asideSure: '읽을 수 없는 기록을 지울까요? 나머지는 그대로 남아요.',
    asideDeleted: '읽을 수 없는 기록을 지웠어요.',
    asideFailed: '이 기기가 받아 주지 않았어요. Drydock이 열린 다른 탭을 닫고 다시 해 보세요.',
    more: '이어서 할 것',
    toPractice: '주제별로 연습하기',
    toReview: '복습할 것 보기',
    toExam: '시험 보기',
    toStats: '문제 통계 보기',
    deleteTitle: '모두 지우기',
    deleteLead:
      '모든 시도와 책갈피와 메모, 따로 둔 기록, 고른 테마를 지워요. 저장해 둔 백업 파일은 남아요. 오프라인용으로 저장한 페이지는 남아요. 되돌릴 수 없어요.',
    delete: '내 데이터 모두 지우기',
    sure: '이 기기에 있는 내 기록을 모두 지울까요?',
    yes: '네, 지울게요',
    no: '그대로 둘게요',
    deleted: '모두 지웠어요.',
    notDeleted: '지우지 못했어요. 다른 탭에서 Drydock이 열려 있어요. 다른 탭을 닫고 다시 시도해 주세요.',
    withoutScript: 'JavaScript가 없으면 아무것도 저장하지 않으니, 보여 주거나 지울 것도 없어요.',
  },
);
