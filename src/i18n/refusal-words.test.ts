import { describe, expect, it } from 'vitest';
import { refusalInKorean } from './refusal-words.ts';

describe('a refusal in Korean', () => {
  it.each([
    ['512 CPU units', 'CPU 512단위'],
    ['256 of 2048 CPU units free', 'CPU 2048단위 중 256단위 남음'],
    ['1024 MiB', '메모리 1024MiB'],
    ['768 of 7680 MiB free', '메모리 7680MiB 중 768MiB 남음'],
    ['1 network interface', '네트워크 인터페이스 1개'],
    ['0 of 2 for awsvpc tasks free', 'awsvpc 태스크용 2개 중 0개 남음'],
    ['host port 80/tcp, 53/udp', '호스트 포트 80/tcp, 53/udp'],
    ['80/tcp in use', '80/tcp 사용 중'],
    ['100 of 100 reserved ports in use', '예약할 수 있는 포트 100개 중 100개 사용 중'],
    ['no task of service:web', 'service:web의 태스크가 없을 것'],
    ['1 of them', '1개 있음'],
    ['a zone of its subnets: z-a, z-c', '서브넷이 있는 가용 영역: z-a, z-c'],
    ['no attribute stack', '속성 stack 없음'],
  ])('%s', (english, korean) => {
    expect(refusalInKorean(english)).toBe(korean);
  });

  it.each(['ACTIVE', 'DRAINING', 'attribute:stack == prod', 'stack = batch', 'ap-northeast-2a'])(
    'leaves %s as AWS writes it',
    (text) => {
      expect(refusalInKorean(text)).toBe(text);
    },
  );
});
