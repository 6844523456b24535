import { defineMessages } from './messages.ts';

/** Words of the answer as AWS CLI commands; loaded when somebody opens it. */
export const awsCliMessages = defineMessages(
  {
    copyHelp:
      'What you changed, as commands for a real cluster that stands like this one. The cluster is called default here.',
    nothing: 'Nothing is changed yet, so there is no command.',
    left: (paths: string) =>
      `No call of AWS says ${paths}: it belongs to the simulation, or the console does it another way.`,
    commands: 'Commands',
    copy: 'Copy commands',
    copied: 'Copied',
    notCopied: 'The browser does not let the page copy. Select the commands and copy them.',
    paste: 'Paste commands, or the JSON of a service',
    pasteHelp:
      'Nothing is run. Values that this scenario lets you change are taken over; AWS’s shorthand and JSON are both read.',
    take: 'Take over',
    taken: (count: number) => (count === 1 ? '1 value taken over.' : `${count} values taken over.`),
    place: (line: number, column: number) => `Line ${line}, column ${column}:`,
    show: 'Show the place',
    empty: 'there is no command here; paste one that begins with aws',
    openQuote: 'this quote is never closed; close it',
    notPlain: (found: string) => `${found} needs a shell, and nothing is run here; write the value itself`,
    notAws: (found: string) => `${found} is no command that is read here; write one that begins with aws`,
    unknownCommand: (found: string, known: string) => `${found} changes nothing in this scenario; write ${known}`,
    unknownOption: (found: string) => `${found} is no option that is read here; leave it out, or look at its spelling`,
    noValue: (found: string) => `${found} has no value; write it behind the option`,
    badValue: (found: string) => `${found} cannot be read as this option’s value; write key=value,key=value or JSON`,
    missing: (option: string) => `${option} is missing; say which one you mean`,
    unknownThing: (found: string, known: string) => `${found} does not exist here; write ${known}`,
    fixed: (path: string) => `this would change ${path}, which this scenario does not let you change; leave it out`,
    notJson: 'this is no JSON that is read here; paste the input of update-service, or what describe-services printed',
    or: 'or',
  },
  {
    copyHelp: '바꾼 것을 이 클러스터와 똑같은 실제 클러스터에 적용할 명령이에요. 클러스터 이름은 default로 적었어요.',
    nothing: '아직 바꾼 것이 없어서 명령도 없어요.',
    left: (paths: string) =>
      `${paths}에 해당하는 AWS 호출은 없어요. 시뮬레이션에만 있거나 다른 방법으로 바꾸는 값이에요.`,
    commands: '명령',
    copy: '명령 복사',
    copied: '복사했어요',
    notCopied: '브라우저가 복사를 막았어요. 명령을 선택해서 직접 복사해 주세요.',
    paste: '명령이나 서비스의 JSON 붙여 넣기',
    pasteHelp:
      '실제로 실행하지는 않아요. 이 시나리오에서 바꿀 수 있는 값만 가져와요. AWS의 간편 구문과 JSON을 모두 읽어요.',
    take: '가져오기',
    taken: (count: number) => `값 ${count}개를 가져왔어요.`,
    place: (line: number, column: number) => `${line}번째 줄 ${column}번째 글자:`,
    show: '위치 보기',
    empty: '명령이 없어요. aws로 시작하는 명령을 붙여 넣어 주세요',
    openQuote: '따옴표가 닫히지 않았어요. 닫아 주세요',
    notPlain: (found: string) =>
      `${found}에는 셸이 필요한데 여기서는 아무것도 실행하지 않아요. 값을 그대로 적어 주세요`,
    notAws: (found: string) => `${found} 명령은 읽지 못해요. aws로 시작하는 명령을 적어 주세요`,
    unknownCommand: (found: string, known: string) =>
      `${found}(으)로는 이 시나리오에서 바뀌는 것이 없어요. ${known} 중에서 적어 주세요`,
    unknownOption: (found: string) => `${found} 옵션은 읽지 못해요. 빼거나 철자를 확인해 주세요`,
    noValue: (found: string) => `${found}에 값이 없어요. 옵션 뒤에 값을 적어 주세요`,
    badValue: (found: string) =>
      `${found}은(는) 이 옵션의 값으로 읽을 수 없어요. 키=값,키=값 또는 JSON으로 적어 주세요`,
    missing: (option: string) => `${option}이(가) 빠졌어요. 어느 것인지 적어 주세요`,
    unknownThing: (found: string, known: string) => `${found}은(는) 여기에 없어요. ${known} 중에서 적어 주세요`,
    fixed: (path: string) => `${path}을(를) 바꾸게 되는데 이 시나리오에서는 바꿀 수 없어요. 빼 주세요`,
    notJson: '읽을 수 있는 JSON이 아니에요. update-service의 입력이나 describe-services의 출력을 붙여 넣어 주세요',
    or: '또는',
  },
);

export type AwsCliWords = (typeof awsCliMessages)['en'];
