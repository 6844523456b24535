import type { Text } from './text.ts';

/** What the simulator does where AWS does not say, in a few words; the register is docs/simulator-rules.md. */
export const ASSUMPTIONS: Readonly<Record<string, Text>> = {
  A1: {
    en: 'ties go to the first instance in order, then to the oldest task',
    ko: '동점이면 앞선 인스턴스, 그다음 오래된 태스크',
  },
  A2: {
    en: 'instances without the attribute of a spread count as one group',
    ko: 'spread의 속성이 없는 인스턴스는 한 묶음으로 셈',
  },
  A3: { en: 'an attribute that is missing makes a comparison false', ko: '속성이 없으면 비교는 거짓' },
  A4: { en: '&& binds tighter than ||', ko: '&&가 ||보다 먼저' },
  A5: { en: 'a regular expression must match the whole value', ko: '정규식은 값 전체와 일치해야 함' },
  A6: { en: 'RunTask without a strategy spreads like a service', ko: '전략이 없는 RunTask도 서비스처럼 분산' },
  A7: { en: 'chance comes from the seed of the scenario', ko: '무작위는 시나리오의 시드에서 나옴' },
  A8: {
    en: 'the remainder of the weights goes to the provider furthest behind its share',
    ko: '가중치의 나머지는 몫에 가장 못 미친 공급자에게',
  },
  A9: {
    en: 'scale-in takes from the provider that is furthest above its share',
    ko: '축소는 몫을 가장 많이 넘은 공급자에서',
  },
  A10: {
    en: 'failed starts wait 1, 2, 4, 8, 16, then 27 minutes',
    ko: '시작에 실패하면 1, 2, 4, 8, 16, 그다음 27분씩 기다림',
  },
  A11: { en: 'the last step of a linear deployment is what is left', ko: '선형 배포의 마지막 걸음은 남은 만큼' },
  A12: {
    en: 'target tracking scales in to what it needs, once a cooldown',
    ko: '대상 추적은 휴지 기간마다 한 번, 필요한 수까지 축소',
  },
  A13: { en: 'SIGTERM comes when no target drains any more', ko: 'SIGTERM은 드레이닝하는 대상이 없을 때 옴' },
  A15: {
    en: 'of container and target health checks the later one counts',
    ko: '컨테이너와 대상의 상태 확인 중 늦은 쪽을 따름',
  },
  A16: {
    en: 'a target group without a healthy target keeps its share of traffic',
    ko: '정상 대상이 없는 대상 그룹도 트래픽 몫을 유지',
  },
  A17: { en: 'several services are served in the order of their creation', ko: '여러 서비스는 만든 순서대로' },
  A18: {
    en: 'running tasks are not moved when attributes change',
    ko: '속성이 바뀌어도 실행 중인 태스크는 옮기지 않음',
  },
  A19: {
    en: 'App Runner changes its instances at once, rounded up',
    ko: 'App Runner는 인스턴스 수를 바로, 올림해서 바꿈',
  },
  A20: {
    en: 'memory is 15/16 of the nominal size of the instance type',
    ko: '메모리는 인스턴스 유형 공칭 크기의 15/16',
  },
  A21: { en: 'nothing is shorter than a second', ko: '가장 짧은 시간은 1초' },
  A22: {
    en: 'a scale-out during a deployment goes to both revisions, the older first',
    ko: '배포 중의 확장은 두 개정 모두에, 이전 것부터',
  },
  A23: {
    en: 'the circuit breaker and alarms do not judge a rollback',
    ko: '회로 차단기와 경보는 롤백을 판정하지 않음',
  },
  A24: {
    en: 'after a failure without rollback older tasks are kept and nothing new starts',
    ko: '롤백 없이 실패하면 이전 태스크만 유지하고 새로 시작하지 않음',
  },
  A25: {
    en: 'a traffic shift takes no time, and both revisions run in full beside it',
    ko: '트래픽 전환에는 시간이 걸리지 않고 두 개정이 모두 실행됨',
  },
  A26: {
    en: 'a minute of the launch quota begins with the first launch in it',
    ko: '시작 할당량의 1분은 첫 시작부터 셈',
  },
  A30: {
    en: 'an instance given by cpu and memory has enough network interfaces',
    ko: 'cpu와 memory로 적은 인스턴스에는 네트워크 인터페이스가 충분함',
  },
  A31: {
    en: 'protection holds against draining too, not against StopTask, a lost host or failed health',
    ko: '보호는 드레이닝에도 통하지만 StopTask, 사라진 호스트, 상태 확인 실패에는 통하지 않음',
  },
  A32: { en: 'StartTask does not look at placement constraints', ko: 'StartTask는 배치 제약을 보지 않음' },
  A33: { en: 'zone rebalancing moves one task at a time', ko: '영역 재조정은 태스크를 하나씩 옮김' },
  A34: {
    en: 'a dynamic host port is the next free one of the range',
    ko: '동적 호스트 포트는 범위에서 비어 있는 다음 번호',
  },
  A40: {
    en: 'a new target is checked one interval after it was registered',
    ko: '새 대상은 등록하고 한 간격 뒤에 처음 확인',
  },
  A41: {
    en: 'attaching and removing an interface takes no time',
    ko: '인터페이스를 붙이고 떼는 데는 시간이 걸리지 않음',
  },
  A42: {
    en: 'a task whose essential container exited does not wait for the deregistration delay',
    ko: '필수 컨테이너가 끝난 태스크는 등록 취소 지연을 기다리지 않음',
  },
  A43: {
    en: 'a pause of more than a day ends with its own timeout',
    ko: '하루를 넘는 일시 중지는 자기 제한 시간에 끝남',
  },
  A44: {
    en: 'protected tasks of an older revision stay, and the deployment goes on',
    ko: '보호된 이전 태스크는 남고 배포는 계속됨',
  },
  A45: {
    en: 'test traffic stays with green until its deployment ends',
    ko: '테스트 트래픽은 배포가 끝날 때까지 그린에',
  },
  A46: { en: 'Fargate begins with a full token bucket', ko: 'Fargate의 토큰 버킷은 가득 찬 채로 시작' },
  A50: { en: 'the odd request of a second goes to the next in turn', ko: '1초의 남는 요청은 다음 차례에게' },
  A51: {
    en: 'requests beyond what a task answers fail in their second',
    ko: '태스크가 처리하지 못하는 요청은 바로 그 초에 실패',
  },
  A52: {
    en: 'a request to a target that does not answer fails in its second',
    ko: '응답 없는 대상으로 간 요청은 바로 그 초에 실패',
  },
  A53: {
    en: 'flow hashing and weighted random come to even shares over many requests',
    ko: '흐름 해시와 가중치 기반 무작위는 요청이 많으면 고르게 나뉨',
  },
  A54: {
    en: 'a target without a first result counts when a group fails open',
    ko: '정상 대상이 없어 모든 대상에 보낼 때(fail open)는 첫 결과가 없는 대상도 포함',
  },
  A55: {
    en: 'a load balancer learns of a lost host by its own health checks',
    ko: '로드 밸런서는 사라진 호스트를 자기 상태 확인으로 알게 됨',
  },
  A56: {
    en: 'tasks compete for the CPU of an instance by the shares of their containers',
    ko: '태스크는 컨테이너의 CPU 공유 비율에 따라 인스턴스 CPU를 나눠 씀',
  },
  A57: {
    en: 'without a target group requests go to the RUNNING tasks in turn',
    ko: '대상 그룹이 없으면 요청은 RUNNING 태스크에 차례로',
  },
  A58: {
    en: 'a failing health check takes its timeout where nobody answers, else no time',
    ko: '실패하는 상태 확인은 응답이 없을 때만 제한 시간만큼 걸림',
  },
  A59: {
    en: 'a request costs its CPU in the second in which it comes',
    ko: '요청은 들어온 초에 CPU를 씀',
  },
  A60: {
    en: 'a step policy takes the datapoints of the alarm together',
    ko: '단계 조정 정책은 경보의 데이터 포인트를 함께 봄',
  },
  A61: {
    en: 'during a cooldown only what goes beyond the last scale-out is added',
    ko: '휴지 기간에는 지난 확장을 넘는 만큼만 더함',
  },
  A62: {
    en: 'a cooldown belongs to the scalable target and begins when the desired count changes',
    ko: '휴지 기간은 조정 가능 대상(scalable target)의 것이고 원하는 개수가 바뀔 때 시작',
  },
  A63: {
    en: 'CloudWatch looks back two periods longer than it evaluates',
    ko: 'CloudWatch는 평가 기간보다 두 주기 더 뒤를 봄',
  },
  A64: { en: 'scheduled actions do not wait for a deployment', ko: '예약된 작업은 배포를 기다리지 않음' },
  A65: { en: 'rate() counts from second 0, or from its startTime', ko: 'rate()는 0초 또는 startTime부터 셈' },
  A66: {
    en: 'a scheduled action that would put the minimum above the maximum changes nothing',
    ko: '최솟값이 최댓값을 넘게 되는 예약된 작업은 아무것도 바꾸지 않음',
  },
  A70: { en: 'managed scaling that is left out is off', ko: 'managedScaling을 적지 않으면 꺼짐' },
  A71: { en: 'N counts instances from their launch on', ko: 'N은 시작 중인 인스턴스도 셈' },
  A72: {
    en: 'an empty group grows to ceil(200 ÷ target) instances first',
    ko: '빈 그룹은 먼저 ceil(200 ÷ 목표)대로 늘어남',
  },
  A73: {
    en: 'between equal zones and types the first of the list is taken',
    ko: '같은 조건이면 목록의 첫 영역과 첫 유형',
  },
  A74: { en: 'a group notices a lost instance at once', ko: '그룹은 사라진 인스턴스를 바로 알아챔' },
  A75: { en: 'the estimate leaves no room for daemons', ko: '추정에는 데몬의 자리를 남기지 않음' },
  A76: {
    en: 'the alarms of managed scaling have seen nothing before the run',
    ko: '관리형 조정의 경보는 실행 전의 값을 모름',
  },
  A77: {
    en: 'tasks on an instance that goes without draining end without SIGTERM',
    ko: '드레이닝 없이 종료되는 인스턴스의 태스크는 SIGTERM 없이 끝남',
  },
  A78: { en: 'the estimate does not look at memberOf', ko: '추정은 memberOf를 보지 않음' },
  A79: {
    en: 'with tasks waiting, M is N plus what they need, even beside an empty instance',
    ko: '기다리는 태스크가 있으면 빈 인스턴스가 있어도 M은 N에 필요한 만큼을 더한 값',
  },
  A80: {
    en: 'scale-in takes waiting tasks first, the youngest first',
    ko: '축소는 기다리는 태스크부터, 늦게 온 것부터',
  },
  A81: { en: 'the oldest Fargate Spot tasks are taken back', ko: '오래된 Fargate Spot 태스크부터 회수' },
  A82: {
    en: 'the room of an interrupted Fargate Spot task does not come back',
    ko: '회수된 Fargate Spot 태스크의 자리는 돌아오지 않음',
  },
  A83: {
    en: 'targets of an interrupted Fargate Spot task are deregistered at the notice',
    ko: '회수되는 Fargate Spot 태스크의 대상은 예고 때 등록이 취소됨',
  },
  A85: {
    en: 'there is no zone rebalancing over several Auto Scaling groups',
    ko: '여러 Auto Scaling 그룹에 걸친 영역 재조정은 없음',
  },
  A86: {
    en: 'Managed Instances launch the smallest type that holds what waits, over three zones at most',
    ko: '관리형 인스턴스는 기다리는 태스크가 들어가는 가장 작은 유형을 세 영역까지 나눠 시작',
  },
  A87: {
    en: 'Managed Instances are packed by memory, then CPU',
    ko: '관리형 인스턴스는 메모리, 그다음 CPU 순으로 채움',
  },
  A88: { en: 'scaleInAfter null is 300 s', ko: 'scaleInAfter가 null이면 300초' },
  A89: { en: 'ECS drains its own Spot Instances at the notice', ko: 'ECS는 자기 스팟 인스턴스를 예고 때 드레이닝' },
  A90: { en: 'EventBridge delivers at once, in order and once', ko: 'EventBridge는 바로, 순서대로, 한 번 전달' },
  A91: {
    en: 'the oldest message goes to the task that has been RUNNING longest and has room',
    ko: '가장 오래된 메시지는 여유가 있는 태스크 중 가장 오래 실행된 것에게',
  },
  A93: {
    en: 'a consumer works on until its task is STOPPED',
    ko: '소비자는 태스크가 STOPPED가 될 때까지 계속 처리',
  },
  A94: { en: 'the hours of a load balancer begin with the run', ko: '로드 밸런서의 요금 시간은 실행과 함께 시작' },
  A95: {
    en: 'the minimum of a minute does not count for what stands at the beginning',
    ko: '처음부터 있던 것에는 최소 1분 요금이 붙지 않음',
  },
  A96: {
    en: 'a regular expression of a listener rule is found anywhere in the text, and case counts',
    ko: '리스너 규칙의 정규식은 텍스트 어디에 있어도 일치하며 대소문자를 구분',
  },
  A97: {
    en: 'high-resolution target tracking looks at 3 datapoints of 20 s to scale out, and at 45 to scale in',
    ko: '고해상도 대상 추적은 20초 데이터 포인트를 확장에 3개, 축소에 45개 봄',
  },
  A98: {
    en: 'a client goes on with a flow whose packets a Gateway Load Balancer drops',
    ko: '클라이언트는 Gateway Load Balancer가 패킷을 버리는 흐름을 계속 사용',
  },
};
