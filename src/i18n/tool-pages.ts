import { aboutMessages } from './about-messages.ts';
import { builderMessages } from './builder-messages.ts';
import { claimsMessages } from './claims-messages.ts';
import { examMessages } from './exam-messages.ts';
import { labListMessages } from './lab-list-messages.ts';
import { labMessages } from './lab-messages.ts';
import { lessonMessages } from './lesson-messages.ts';
import { liveHostMessages } from './live-host-messages.ts';
import { liveMessages } from './live-messages.ts';
import { practiceMessages } from './practice-messages.ts';
import { presentMessages } from './present-messages.ts';
import { referenceMessages } from './reference-messages.ts';
import { reportMessages } from './report-messages.ts';
import { reviewMessages } from './review-messages.ts';
import { sandboxMessages } from './sandbox-messages.ts';
import { statsMessages } from './stats-messages.ts';
import type { Language } from './text.ts';
import { yourDataMessages } from './your-data-messages.ts';

/** A page on which something is done: what search shows of it, and what else it is called, in both languages. */
export type ToolPage = { path: string; title: string; lead: string; terms: string };

/** The tools of the site, as their own pages name them. Only search reads this, when the site is built. */
export function toolPages(lang: Language): ToolPage[] {
  const lab = labMessages[lang];
  const sandbox = sandboxMessages[lang];
  const present = presentMessages[lang];
  const live = liveMessages[lang];
  const host = liveHostMessages[lang];
  const reference = referenceMessages[lang];
  const page = (path: string, words: { title: string; lead: string }, terms: string): ToolPage => ({
    path,
    title: words.title,
    lead: words.lead,
    terms,
  });
  return [
    page(
      '/lab/',
      { title: lab.lab, lead: labListMessages[lang].labDescription },
      'lab, scenarios, simulator, hands-on, path · 실습실, 실습, 시나리오, 시뮬레이터',
    ),
    page(
      '/lab/sandbox/',
      { title: sandbox.sandbox, lead: sandbox.description },
      'sandbox, playground, build a cluster, own world, try out, share link · 샌드박스, 자유 실습, 클러스터 만들기, 공유 링크',
    ),
    page(
      '/lab/builder/',
      { title: sandbox.builder, lead: builderMessages[lang].description },
      'scenario builder, make a scenario, author, goals, YAML · 시나리오 빌더, 시나리오 작성, 출제, 목표',
    ),
    page('/practice/', practiceMessages[lang], 'practice, drill, questions, quiz · 연습, 연습 문제, 문제 풀기, 퀴즈'),
    page('/review/', reviewMessages[lang], 'review, due today, spaced repetition, FSRS · 복습, 오늘 복습, 간격 반복'),
    page(
      '/exam/',
      examMessages[lang],
      'mock exam, practice test, SAA, DVA, SOA, score, timer · 모의시험, 모의고사, 시험, 점수',
    ),
    page('/live/', live, 'live room, class, join, code, phone, QR · 라이브 룸, 라이브 방, 수업, 참가, 코드'),
    page(
      '/live/host/',
      host,
      'host, open a room, teacher, instructor, class quiz · 방 열기, 진행, 강사, 선생님, 수업 퀴즈',
    ),
    page('/live/present/', present, 'present, projector, full screen, hands · 발표, 프로젝터, 전체 화면, 손 들기'),
    page(
      '/live/present/paper/',
      { title: present.paperTitle, lead: present.paperLead },
      'print, paper, worksheet, handout, PDF · 인쇄, 시험지, 출력, PDF',
    ),
    page(
      '/you/',
      yourDataMessages[lang],
      'progress, readiness, forecast, backup, export, import, delete · 진도, 실력, 예측, 백업, 내보내기, 가져오기',
    ),
    page(
      '/stats/',
      statsMessages[lang],
      'item statistics, difficulty, discrimination, distractors, logs · 문항 통계, 난이도, 변별도, 오답',
    ),
    page('/reference/', { title: reference.tables, lead: '' }, 'reference, compare, cheat sheet · 비교 표, 참고, 요약'),
    page(
      '/reference/limits/',
      { title: reference.limits, lead: '' },
      'limits, quotas, defaults · 한도, 할당량, 기본값',
    ),
    page(
      '/claims/',
      { title: claimsMessages[lang].title, lead: '' },
      'claims, study notes, myths, fact check · 주장, 노트, 사실 확인, 잘못 알려진 것',
    ),
    page(
      '/reference/changes/',
      { title: reference.changes, lead: '' },
      'what changed, new, deprecated, exam and today · 달라진 점, 변경, 최신',
    ),
    page(
      '/glossary/',
      { title: aboutMessages[lang].glossaryTitle, lead: '' },
      'glossary, terms, words, abbreviations · 용어집, 용어, 줄임말',
    ),
    page(
      '/lessons/',
      { title: lessonMessages[lang].lessonsTitle, lead: lessonMessages[lang].lessonsLead },
      'all lessons, course, curriculum · 레슨 목록, 과정, 커리큘럼',
    ),
    page('/report/', reportMessages[lang], 'report a mistake, feedback, wrong key, edit · 오류 신고, 잘못된 곳, 의견'),
    page(
      '/about/',
      { title: aboutMessages[lang].aboutTitle, lead: aboutMessages[lang].aboutLead },
      'about, privacy, licences, sources, simulator rules · 소개, 개인 정보, 라이선스, 출처',
    ),
  ];
}
