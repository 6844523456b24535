import type { Language } from '../i18n/text.ts';

/** Two lists a language, which make names of harbour and sea. */
export const MADE_NAMES: Readonly<
  Record<Language, { first: readonly string[]; between: string; last: readonly string[] }>
> = {
  en: {
    first: list(
      'Amber Blue Brave Bright Brisk Calm Clear Clever Coral Curious Deep Early Easy Fair Gentle Golden Grand Happy Jolly Keen Kind ' +
        'Lively Lucky Merry Misty Nimble Noble Pearl Quick Quiet Ready Rosy Silver Snowy Steady Sunny Swift Trusty Warm Wise',
    ),
    between: ' ',
    last: list(
      'Albatross Anchor Bay Beacon Bosun Breeze Bridge Buoy Captain Compass Coral Crane Crew Current Dolphin Dory Ferry Gull Harbour ' +
        'Heron Island Kelp Keel Lagoon Lantern Lighthouse Mast Navigator Otter Pearl Pelican Pier Pilot Puffin Quay Sail Seal Shell ' +
        'Tide Whale',
    ),
  },
  ko: {
    first: list(
      '잔잔한 푸른 맑은 밝은 용감한 씩씩한 든든한 다정한 따뜻한 시원한 반짝이는 빛나는 고요한 활기찬 날쌘 슬기로운 느긋한 즐거운 명랑한 ' +
        '상냥한 튼튼한 부지런한 너그러운 새하얀 은빛 금빛 햇살 새벽 노을 은하 봄날 여름 가을 겨울 바람 구름 달빛 별빛 물빛 하늘빛',
    ),
    between: ' ',
    last: list(
      '등대 닻 돛단배 나침반 갈매기 돌고래 고래 바다표범 수달 펭귄 조개 소라 진주 산호 불가사리 거북이 해마 항구 부두 방파제 나루 섬 ' +
        '물결 파도 밀물 썰물 바닷바람 선장 항해사 조타수 갑판장 키잡이 부표 뱃고동 돛대 노 나룻배 연락선 모래톱 해돋이',
    ),
  },
};

/**
 * The coarsest words only. `whole`: just as a word of its own, because honest names hold it (Scunthorpe, Matsushita, 보지마). A
 * short list on purpose: it stops a joke from reaching the wall, the host sees every name and can rename or bar.
 */
export const OFFENSIVE: readonly { word: string; whole: boolean }[] = [
  ...list('fuck motherfucker bullshit shithead asshole bitch nigger nigga faggot whore pussy penis hitler').map(inside),
  ...list('shit cunt dick cock slut rape rapist nazi fag sex porn anus cum').map(whole),
  ...list('씨발 씨팔 씨빨 개새끼 병신 지랄 좆 창녀 미친놈 미친년 니애미 느금마 엠창 존나').map(inside),
  ...list('시발 보지 자지 섹스 새끼 ㅅㅂ ㅆㅂ ㅂㅅ ㅈㄹ 히틀러').map(whole),
];

function list(words: string): string[] {
  return words.split(' ');
}

function inside(word: string) {
  return { word, whole: false };
}

function whole(word: string) {
  return { word, whole: true };
}
