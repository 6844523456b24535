import { defineMessages } from './messages.ts';

/** Words of the offline line and its two notices. `{…}` is filled in by the element: sizes as "2.1 MB", percent as a number. */
export const offlineMessages = defineMessages(
  {
    label: 'Offline use',
    saving: 'Saving for offline use: {percent} % of {size}',
    saved: 'Saved for offline use ({size}).',
    working: 'You are offline. Everything that was saved works from this device.',
    other: 'Also save Korean ({size})',
    offer: 'Drydock can work without a network: {size}. Your browser asks to save data, so it waits for you.',
    save: 'Save for offline use',
    noSpace:
      'There is no room for the offline copy: it needs {size}, this browser has {free} left. Online everything works.',
    noConnection: 'The offline copy is not complete: the connection broke off at {percent} %. What was saved is kept.',
    again: 'Continue',
    unsupported:
      'This window cannot save pages for offline use, as private windows often cannot. Online everything works.',
    updateReady: 'A new version of Drydock is ready.',
    update: 'Update now',
    later: 'Later',
    replaced: 'Drydock was updated in another tab.',
    reload: 'Reload',
  },
  {
    label: '오프라인 사용',
    saving: '오프라인용으로 저장하고 있어요: {size} 중 {percent}%',
    saved: '오프라인에서도 쓸 수 있게 저장했어요({size}).',
    working: '지금은 오프라인이에요. 저장한 내용은 이 기기에서 모두 쓸 수 있어요.',
    other: '영어 페이지도 저장({size})',
    offer: 'Drydock은 네트워크 없이도 쓸 수 있어요({size}). 데이터 절약 모드라서 저장하지 않고 기다려요.',
    save: '오프라인용으로 저장',
    noSpace:
      '오프라인용으로 저장할 자리가 없어요. {size}가 필요한데 브라우저에 {free}만 남았어요. 온라인에서는 모두 쓸 수 있어요.',
    noConnection: '오프라인용 저장이 {percent}%에서 끊겼어요. 저장한 만큼은 남아 있어요.',
    again: '이어서 저장',
    unsupported:
      '이 창에서는 오프라인용으로 저장할 수 없어요. 시크릿 창이면 흔히 그래요. 온라인에서는 모두 쓸 수 있어요.',
    updateReady: 'Drydock 새 버전이 준비됐어요.',
    update: '지금 업데이트',
    later: '나중에',
    replaced: '다른 탭에서 Drydock을 업데이트했어요.',
    reload: '새로고침',
  },
);
