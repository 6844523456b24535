import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { UserError } from '../simulator/scenario/user-error.ts';
import type { Outside } from './command.ts';
import { quizCommand } from './quiz.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The command itself, with these lines typed. */
async function quiz(args: readonly string[], ...typed: string[]) {
  const result = { code: 0, stdout: '', stderr: '', json: () => JSON.parse(result.stdout) as Json };
  const outside: Outside = {
    folder: root,
    print: (text) => {
      result.stdout += text;
    },
    warn: (text) => {
      result.stderr += text;
    },
    lines: async function* () {
      yield* typed;
      return undefined;
    },
    reach: async () => undefined,
    read: () => '/services/0/desiredCount: many',
    write: () => undefined,
  };
  result.code = await quizCommand.run(args, outside);
  return result;
}

type Json = {
  asked: number;
  right: number;
  questions: { id: string; response: unknown; correct: boolean; certainty?: string; hints: number }[];
  exam?: { code: string; of: number; domains: unknown[] };
};

/** Types answers and gives the summary. */
const summary = async (args: string[], ...typed: string[]) =>
  (await quiz([...args, '--seed', '1', '--json'], ...typed)).json();
const refusal = (args: string[]) =>
  quiz(args).then(
    () => 'taken',
    (error: UserError) => error.message,
  );

describe('quiz asks a topic', () => {
  it('tells verdict, the reason of every choice, and the lesson', async () => {
    const { code, stdout } = await quiz(['rolling-swap-without-extra', '--seed', '1'], 'b');
    expect(code).toBe(0);
    expect(stdout).toContain('Right.');
    expect(stdout).toMatch(/✓ B \(yours\) {2}\S.*\n.*✗ C {2}\S/);
    expect(stdout).toContain('/lessons/ecs-rolling-updates/#minimum-healthy-percent');
    expect(stdout).toContain('1 of 1 right.');
  });

  it('in Korean too', async () => {
    const { stdout } = await quiz(['rolling-swap-without-extra', '--lang', 'ko', '--seed', '1'], 'A', 'r');
    expect(stdout).toContain('틀렸어요.');
    expect(stdout).toContain('/ko/lessons/ecs-rolling-updates/#minimum-healthy-percent');
  });

  it.each([['ecs-rolling-updates'], ['ecs-rolling-updates#rounding'], ['rolling-updates'], ['deploy.rolling-update']])(
    'by its name: %s',
    async (name) => {
      const { stdout } = await quiz([name, '--seed', '1']);
      expect(stdout).toMatch(/^Practice: .+ \d+ questions?, seed 1\./);
    },
  );

  it('asks the same with the same seed, and something else with another', async () => {
    const args = ['ecs-task-placement', '--count', '4'];
    const run = async (seed: string) => (await quiz([...args, '--seed', seed], 's', 's', 's', 's')).stdout;
    expect(await run('7')).toBe(await run('7'));
    expect(await run('7')).not.toBe((await run('8')).replace('seed 8', 'seed 7'));
  });

  it('draws other numbers each time a question comes again', async () => {
    const { stdout } = await quiz(['launch-how-many-fit', '--seed', '2', '--count', '12'], ...Array(12).fill('s'));
    const stems = stdout.match(/Each task reserves .* MiB/g) ?? [];
    expect(new Set(stems).size).toBe(12);
  });

  it('gives hints on request, skips and quits', async () => {
    const { stdout } = await quiz(['launch-how-many-fit', '--seed', '2', '--count', '3'], 'h', 'H', 'h', 's', 'q');
    expect(stdout).toContain('Hint 1 of 2');
    expect(stdout).toContain('Hint 2 of 2');
    expect(stdout).toContain('There is no further hint.');
    expect(stdout).toContain('Skipped.');
    expect(stdout).toContain('1 skipped.');
    expect(stdout).not.toContain('Question 3 of 3');
  });

  it('takes several tries: a wrong one tells only of what was chosen, and the next may be right', async () => {
    const { stdout } = await quiz(['rolling-swap-without-extra', '--seed', '1'], 'a', 'h', 'c', 'b');
    const [, first = '', , last = ''] = stdout.split('quit]: ');
    expect(first).toMatch(/Not yet\..*\n✗ A \(yours\) {2}\S/);
    expect(first).not.toMatch(/[✓✗] [BC]/);
    expect(last).toMatch(/✗ C \(yours\)/);
    expect(stdout).toMatch(/Right, at try 3\.\n.*✗ A {2}\S/);
    expect(stdout).toContain('0 of 1 right.\n1 more right at a later try.');
  });

  it('tells the reasons after a wrong try on request, and skips without them', async () => {
    const told = await quiz(['rolling-swap-without-extra', '--seed', '1'], 'a', 'r');
    expect(told.stdout).toMatch(/Not right\.\n.*✗ A \(yours\)/);
    const skipped = await quiz(['rolling-swap-without-extra', '--seed', '1'], 'a', 's');
    expect(skipped.stdout).not.toContain('Read it:');
    expect(skipped.stdout).toContain('0 of 1 right.');
  });

  it('counts the first try', async () => {
    const { right, questions } = await summary(['rolling-swap-without-extra'], 'a', 'b');
    expect(right).toBe(0);
    expect(questions[0]).toMatchObject({ correct: false, tries: 2, solved: true });
  });

  it('asks how sure, and says who was sure and wrong', async () => {
    const { stdout } = await quiz(['rolling-swap-without-extra', '--certainty', '--seed', '1'], 'a', 'very', '3');
    expect(stdout).toContain('Write 1, 2 or 3.');
    expect(stdout).toContain('You were sure');
    expect(stdout).toContain('-5 of 4 points');
  });
});

describe('quiz asks every kind', () => {
  it('several choices', async () => {
    const { stdout } = await quiz(['launch-fleets-that-hold-ten', '--seed', '1'], 'a', 'aa', 'a, c', 'r');
    expect(stdout.match(/Write 2 different letters/g)).toHaveLength(2);
    expect(stdout).toContain('Not right.');
  });

  it('pairs', async () => {
    const { stdout } = await quiz(['placement-wish-and-word', '--seed', '1'], '1a', '1c 2e 3a 4d');
    expect(stdout).toContain('Give each number one letter');
    expect(stdout).toContain('Right.');
  });

  it('a number', async () => {
    const [answer] = (await summary(['launch-how-many-fit'], 'four', '-1')).questions;
    expect(answer).toMatchObject({ response: -1, correct: false });
  });

  it('a scenario, by a set or a file, and a refused one again', async () => {
    const name = await scenarioQuestion();
    const { stdout } = await quiz([name, '--seed', '1'], '{"/services/0/nothing": 1}', 'a-file.yaml', '{}', 'r');
    expect(stdout).toMatch(/--set:1:\d+ {2}/);
    expect(stdout).toMatch(/a-file\.yaml:1:\d+ {2}/);
    expect(stdout).toContain('NOT MET');
    expect(stdout).toMatch(/Answer: \{"\/\w+\/0/);
  });

  it('the parts of a case, one by one', async () => {
    const { questions } = await summary(['launch-lunch-rush'], '8', 'b');
    expect(questions.map(({ id }) => id).slice(0, 2)).toEqual([
      'launch-lunch-rush-instances',
      'launch-lunch-rush-less-work',
    ]);
    expect(questions[0]?.correct).toBe(true);
  });
});

describe('quiz holds an exam', () => {
  it('tells nothing before it is over, then everything by domain', async () => {
    const { stdout } = await quiz(['SAA', '--seed', '3', '--count', '3'], 's', 's', 's', 'q');
    const [asked = '', told = ''] = stdout.split('Handed in.');
    expect(asked).not.toMatch(/Right\.|Not right\.|✓|✗/);
    expect(told.match(/Read it:/g)).toHaveLength(3);
    expect(told).toMatch(/Estimate on AWS's scale: \d+/);
    expect(told).toContain('By domain:');
  });

  it('counts what was not answered as wrong, and says which version of the exam it is', async () => {
    const { exam } = await summary(['containers', '--count', '8']);
    expect(exam).toMatchObject({ code: 'containers', of: 6, right: 0, score: 100 });
    expect((await summary(['DVA-C03', '--count', '4'])).exam?.code).toBe('DVA-C03');
  });
});

describe('quiz refuses', () => {
  it.each([
    [[], 'quiz takes one topic or exam; name a lesson (app-runner-and-express-mode'],
    [['ecs-roling-updates'], 'there is no topic or exam "ecs-roling-updates"; did you mean ecs-rolling-updates?'],
    [['zzzzzzzzzz'], 'there is no topic or exam "zzzzzzzzzz"; name a lesson'],
    [['keycloak'], 'there is no question on keycloak yet; name another topic'],
    [['SAA', '--lang', 'fr'], '--lang fr is no language of Drydock; write en or ko'],
    [['SAA', '--seed', '-1'], '--seed -1 is no whole number from 0 to 4294967295; write one'],
    [['SAA', '--count', '0'], '--count 0 is no whole number from 1 to 1000; write one'],
    [['SAA', '--sed', '1'], 'unknown option --sed; did you mean --seed?'],
  ])('%j', async (args, message) => {
    expect(await refusal(args as string[])).toContain(message);
  });

  it('in one sentence, with exit code 2, and ends when the input does', { timeout: 60_000 }, () => {
    const run = (args: string[], input = '') =>
      spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'quiz', ...args], { input, encoding: 'utf8' });
    const wrong = run(['nonsense-nonsense']);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).not.toContain('    at ');
    const ended = run(['ecs-rolling-updates', '--seed', '1'], 's\n');
    expect(ended.status).toBe(0);
    expect(ended.stdout).toContain('Nothing was answered.');
  });
});

async function scenarioQuestion(): Promise<string> {
  const { readLibrary } = await import('../disk/read-library.ts');
  const found = readLibrary(root).library.questions.find(({ value }) => value.kind === 'scenario');
  return found?.value.id ?? '';
}
