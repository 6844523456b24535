import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../tests/proof/scenario-files.ts';
import { playMessages } from '../i18n/play-messages.ts';
import { LANGUAGES } from '../i18n/text.ts';
import type { UserError } from '../simulator/scenario/user-error.ts';
import type { Outside } from './command.ts';
import { beginGame } from './play/game.ts';
import { playLine } from './play/turn.ts';
import { playCommand } from './play.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const ID = 'rolling-update/half-the-fleet';
const MIN = '/services/0/deploymentConfiguration/minimumHealthyPercent';

/** The command itself, with these lines typed. */
async function play(args: readonly string[], ...typed: string[]) {
  const result = { code: 0, stdout: '', stderr: '' };
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
    read: (path) => readFileSync(resolve(root, path), 'utf8'),
    write: () => undefined,
  };
  result.code = await playCommand.run(args, outside);
  return result;
}

const refusal = (...args: string[]) =>
  play(args).then(
    () => 'taken',
    (error: UserError) => error.message,
  );

describe('drydock play', () => {
  it('plays another drawing with its own values, solution and par, and says which it is', async () => {
    const { code, stdout } = await play([ID, '--draw', '4'], 'solution', 'set 1 50', 'run', 'quit');
    expect(stdout).toMatch(/Draw 4: desired \d+, pull \d+\n/);
    expect(code).toBe(0);
    const told = JSON.parse((await play([ID, '--draw', '4', '--json'], 'set 1 50', 'run')).stdout);
    expect(told).toMatchObject({ scenario: ID, draw: 4, drawn: { desired: expect.any(Number) }, stars: 3 });
    expect(told.par).toEqual(told.best);
    expect(told.par).not.toEqual(JSON.parse((await play([ID, '--json'], 'run')).stdout).par);
    expect(await refusal('rolling-update/full-cluster', '--draw', '2')).toContain('there is nothing to draw');
  });

  it('tells the task, runs, says why a mistake fails, and is solved by setting what the list numbers', async () => {
    const { code, stdout } = await play([ID], 'run', 'set 1 50', 'run', 'quit');
    expect(code).toBe(0);
    expect(stdout).toContain('Half the fleet at a time (rolling-update/half-the-fleet) · level 1');
    expect(stdout).toContain('1  minimumHealthyPercent = 90  (0 … 100)');
    expect(stdout).toContain('2 of 3 goals met.');
    expect(stdout).toContain('What happened: ceil(4 × 90 / 100) is 4');
    expect(stdout).toContain('Solved.');
    expect(stdout).toContain('Par: 1 change, settled at 2:04.');
    expect(stdout).toContain('Stars: 3 of 3 (goals, par, no hint).');
  });

  it('ends with 1 when the last run misses a goal, and when the input ends before a run', async () => {
    expect((await play([ID], 'set 1 50', 'run', 'reset', 'run')).code).toBe(1);
    const { code, stdout } = await play([ID]);
    expect(code).toBe(1);
    expect(stdout).toContain('The input ended here.');
  });

  it('takes a value by its number, its name, its path, JSON and AWS CLI commands, and gives both back', async () => {
    const ways = [
      'set 1 50',
      'set minimumHealthyPercent = 50%',
      `set ${MIN} 50`,
      `{"${MIN}": 50}`,
      'aws ecs update-service --service web --deployment-configuration minimumHealthyPercent=50',
    ];
    for (const way of ways) {
      const { stdout } = await play([ID], way, 'answer', 'aws', 'run');
      expect(stdout, way).toContain(`"${MIN}": 50`);
      expect(stdout, way).toContain('--deployment-configuration minimumHealthyPercent=50,maximumPercent=110');
      expect(stdout, way).toContain('3 of 3 goals met.');
    }
  });

  it('undoes, unsets and resets', async () => {
    const { stdout } = await play(
      [ID],
      'undo',
      'set 1 50',
      'undo',
      'set 2 150',
      'unset 2',
      'set 1 0',
      'reset',
      'answer',
    );
    expect(stdout).toContain('There is nothing to undo.');
    expect(stdout.match(/Nothing is changed\./g)).toHaveLength(4);
  });

  it('gives hints that cost their star, and a solution that counts as seen', async () => {
    const hinted = await play([ID], 'hint', 'h', 'h', 'h', 'set 1 50', 'run');
    expect(hinted.stdout).toContain('Hint 3 of 3: ');
    expect(hinted.stdout).toContain('There is no further hint.');
    expect(hinted.stdout).toContain('Stars: 2 of 3 (goals, par).');
    const seen = await play([ID], 'solution', 'set 1 50', 'run');
    expect(seen.stdout).toContain('Solution "half":');
    expect(seen.stdout).not.toContain('Solved.');
    expect(seen.stdout).toContain('Stars: 0 of 3.');
  });

  it('says what it cannot do, and keeps the answer', async () => {
    const lines = [
      'briefs',
      'set 9 1',
      'set',
      'set 1',
      'story',
      'set 1 101',
      'run',
      'aws s3 ls',
      '{"/x": 1}',
      '',
      'answer',
    ];
    const { stdout } = await play([ID], ...lines);
    expect(stdout).toContain('"briefs" is no command here; did you mean brief?');
    expect(stdout).toContain('"9" is none of the values you may change');
    expect(stdout).toContain('There is no value');
    expect(stdout).toContain('Run first.');
    expect(stdout).toContain('This was not run:');
    expect(stdout).toContain('Line 1, column 5: this cannot be taken over (aws s3 ls).');
    expect(stdout).toContain('cannot be taken over (/x)');
    expect(stdout).toContain(`"${MIN}": 101`);
  });

  it('speaks Korean, in the story too', async () => {
    const { stdout } = await play([ID, '--lang', 'ko'], 'set 1 50', 'run', 'story');
    expect(stdout).toContain('목표 3개 중 3개 달성.');
    expect(stdout).toContain('web 서비스의 web:2 배포가 끝났어요.');
  });

  it('prints one JSON document with --json, and everything else on standard error', async () => {
    const { stdout, stderr, code } = await play([ID, '--json'], 'run', 'set 1 50', 'run');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ scenario: ID, stars: 3, hints: 0, par: { changes: 1, seconds: 124 } });
    expect(JSON.parse(stdout).runs).toHaveLength(2);
    expect(stderr).toContain('Half the fleet');
  });

  it('refuses by name what it cannot play', async () => {
    expect(await refusal()).toContain('play takes one scenario');
    expect(await refusal(ID, 'more')).toContain('play takes one scenario');
    expect(await refusal('-')).toContain('standard input');
    expect(await refusal(ID, '--lang', 'fr')).toContain('--lang fr');
  });

  it('runs as a program that reads a script', () => {
    const run = (name: string) =>
      spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'play', name], {
        cwd: root,
        input: 'set 1 50\nrun\nquit\n',
        encoding: 'utf8',
      });
    const solved = run(ID);
    expect(solved.stderr).toBe('');
    expect(solved.status).toBe(0);
    expect(run('no/such-scenario').stderr).toMatch(/no\/such-scenario.*does not exist/);
  });
});

describe('every scenario', () => {
  it.each(scenarioFiles().map(({ id, scenario }) => [id, scenario] as const))(
    '%s is solved by its first solution',
    (id, scenario) => {
      for (const lang of LANGUAGES) {
        const telling = { words: playMessages[lang], lang };
        const set = JSON.stringify(scenario.challenge?.solutions?.[0]?.set ?? {});
        const given = playLine(beginGame(id, scenario), set, telling);
        const { game, says } = playLine(given.game, 'run', telling);
        expect(game.attempts.at(-1)?.met, says.join('\n')).toBe(true);
        expect(says).toContain(playMessages[lang].solved);
      }
    },
  );
});

describe('whatever is typed', () => {
  it('never breaks the game', () => {
    const { scenario } = scenarioFiles().find(({ id }) => id === ID) ?? {};
    if (scenario === undefined) throw new Error('the scenario is gone');
    const begun = beginGame(ID, scenario);
    const word = fc.constantFrom(
      'set',
      'run',
      'undo',
      'unset',
      'hint',
      'aws',
      '{',
      '1',
      MIN,
      '50',
      'null',
      '"',
      '__proto__',
      'reset',
      'story',
    );
    const line = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        let game = begun;
        for (const each of lines) game = playLine(game, each, { words: playMessages.en, lang: 'en' }).game;
        for (const path of Object.keys(game.answer)) expect(path.startsWith('/services/0/')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
