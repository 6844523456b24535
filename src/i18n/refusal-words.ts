/** What a placement rule says of need and have, in the simulator's English, and the same in Korean. */
const KOREAN: readonly [RegExp, string][] = [
  [/^(\d+) CPU units$/, 'CPU $1단위'],
  [/^(-?\d+) of (\d+) CPU units free$/, 'CPU $2단위 중 $1단위 남음'],
  [/^(\d+) MiB$/, '메모리 $1MiB'],
  [/^(-?\d+) of (\d+) MiB free$/, '메모리 $2MiB 중 $1MiB 남음'],
  [/^(\d+) GPUs$/, 'GPU $1개'],
  [/^(-?\d+) of (\d+) GPUs free$/, 'GPU $2개 중 $1개 남음'],
  [/^1 network interface$/, '네트워크 인터페이스 1개'],
  [/^(-?\d+) of (\d+) for awsvpc tasks free$/, 'awsvpc 태스크용 $2개 중 $1개 남음'],
  [/^host port (.+)$/, '호스트 포트 $1'],
  [/^(\d+) of (\d+) reserved ports in use$/, '예약할 수 있는 포트 $2개 중 $1개 사용 중'],
  [/^(.+) in use$/, '$1 사용 중'],
  [/^no task of (.+)$/, '$1의 태스크가 없을 것'],
  [/^(\d+) of them$/, '$1개 있음'],
  [/^agent connected$/, '연결된 에이전트'],
  [/^agent disconnected$/, '연결이 끊긴 에이전트'],
  [/^attribute (.+)$/, '속성 $1'],
  [/^an agent that did not register it$/, '그 속성을 등록하지 않은 에이전트'],
  [/^a zone of its subnets: (.+)$/, '서브넷이 있는 가용 영역: $1'],
  [/^a task for (.+)$/, '$1에 둘 태스크'],
  [/^one daemon task of its own$/, '자기 몫의 데몬 태스크 하나'],
  [/^lost$/, '사라진 인스턴스'],
];

/** In the middle of a longer text: what an instance lacks of an expression. */
const INSIDE: readonly [RegExp, string][] = [
  [/\bno attribute ([\w.:/-]+)/g, '속성 $1 없음'],
  [/\bunknown\b/g, '알 수 없음'],
];

/** Need or have of a refusal in Korean; expressions, names and states stay as AWS writes them. */
export function refusalInKorean(text: string): string {
  const whole = KOREAN.find(([pattern]) => pattern.test(text));
  if (whole !== undefined) return text.replace(...whole);
  return INSIDE.reduce((said, [pattern, korean]) => said.replace(pattern, korean), text);
}
