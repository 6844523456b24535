import type { AnswerSet, Json } from '../run.ts';
import { type CommandFault, type CommandGround, type CommandReading, type Found, settle } from './allowed-values.ts';
import { COMMAND_FORMS, type CommandForm, type FieldForm, type Thing } from './command-forms.ts';
import { coerce, readValue } from './field-words.ts';
import { thingsOf } from './named-things.ts';
import { splitCommands, type Word } from './shell-words.ts';
import { isThing } from './write-commands.ts';

/** Reads AWS CLI commands, or the JSON of one call, back to values at paths. Runs nothing and never throws. */
export function readCommands(text: string, ground: CommandGround): CommandReading {
  if (text.trim() === '') return { fault: { kind: 'empty', offset: 0 } };
  if (/^\s*\{/.test(text)) return readJsonCall(text, ground);
  const split = splitCommands(text);
  if (split.fault) {
    const { kind, found, offset } = split.fault;
    return { fault: kind === 'open-quote' ? { kind, offset } : { kind, found, offset } };
  }
  if (split.commands.length === 0) return { fault: { kind: 'empty', offset: 0 } };
  let values: AnswerSet = {};
  for (const words of split.commands) {
    const read = readCommand(words, ground);
    if (read.fault) return read;
    values = { ...values, ...read.values };
  }
  return { values };
}

/** Options that say where and how, not what: any command takes them and they change nothing here. */
const ELSEWHERE = ['--region', '--profile', '--output', '--query', '--cluster', '--endpoint-url', '--color'];
const LONE = ['--no-cli-pager', '--force-new-deployment', '--no-force-new-deployment', '--debug', '--no-paginate'];

function readCommand(words: readonly Word[], ground: CommandGround): CommandReading {
  const [aws, service, call, ...rest] = words.filter(({ text, bare }) => !(bare && text === '$'));
  if (aws?.text !== 'aws') return { fault: { kind: 'not-aws', found: aws?.text ?? '', offset: aws?.offset ?? 0 } };
  const name = `${service?.text ?? ''} ${call?.text ?? ''}`.trim();
  const forms = COMMAND_FORMS.filter(({ command }) => command === name);
  const [form] = forms;
  if (form === undefined)
    return { fault: { kind: 'unknown-command', found: `aws ${name}`.trim(), offset: service?.offset ?? aws.offset } };
  const options = readOptions(rest);
  if ('fault' in options) return options;
  const end = (words.at(-1)?.offset ?? 0) + (words.at(-1)?.text.length ?? 0);
  return readCall(form, options.options, { ...ground, end });
}

type Option = { name: Word; values: Word[] };

/** Each option with the words up to the next one; `--name=value` too. */
function readOptions(words: readonly Word[]): { options: Option[] } | { fault: CommandFault } {
  const options: Option[] = [];
  for (const word of words) {
    if (word.bare && word.text.startsWith('--')) {
      const at = word.text.indexOf('=');
      const name = at < 0 ? word : { ...word, text: word.text.slice(0, at) };
      const value = { ...word, text: word.text.slice(at + 1), offset: word.offset + at + 1, bare: false };
      options.push({ name, values: at < 0 ? [] : [value] });
      continue;
    }
    const last = options.at(-1);
    if (last === undefined) return { fault: { kind: 'unknown-option', found: word.text, offset: word.offset } };
    last.values.push(word);
  }
  return { options };
}

type Place = CommandGround & { end: number };

function readCall(form: CommandForm, options: readonly Option[], place: Place): CommandReading {
  const thing = findThing(form, options, place);
  if ('kind' in thing) return { fault: thing };
  const values: AnswerSet = {};
  for (const option of options) {
    if (form.fixed.some(([name]) => name === option.name.text)) continue;
    const read = readOption(form, option, thing.value);
    if ('fault' in read) return read;
    const reading = settle(form, { ...thing, input: read.input, offset: option.name.offset }, place);
    if (reading.fault) return reading;
    Object.assign(values, reading.values);
  }
  return { values };
}

/** The thing of the world that the options name. */
function findThing(form: CommandForm, options: readonly Option[], { world, paths, end }: Place): Found | CommandFault {
  const all = thingsOf(form, world);
  let fitting = all;
  for (const [option, name] of form.fixed) {
    if (typeof name !== 'string') continue;
    const given = options.find((each) => each.name.text === option)?.values[0];
    if (given === undefined) return { kind: 'missing', option, offset: end };
    // A name, or the last part of an ARN.
    const isIt = (each: string | undefined) =>
      each === given.text || (given.text.startsWith('arn:') && given.text.split(/[:/]/).includes(each ?? ''));
    const next = fitting.filter(({ names }) => isIt(names[name]) || isIt(names[name]?.split('/').at(-1)));
    if (next.length === 0) {
      const known = [...new Set(fitting.map(({ names }) => names[name] ?? ''))];
      return { kind: 'unknown-thing', found: given.text, known, offset: given.offset };
    }
    fitting = next;
  }
  // Of several revisions of a family the one that may be changed.
  const first = fitting.find(({ root }) => paths.some((path) => path.startsWith(`${root}/`))) ?? fitting[0];
  if (first === undefined) return { kind: 'unknown-command', found: `aws ${form.command}`, offset: 0 };
  return first;
}

/** What one option says of the thing: fields with their values. Nothing for options that say where and how. */
function readOption(
  form: CommandForm,
  { name, values }: Option,
  thing: Thing,
): { input: Thing } | { fault: CommandFault } {
  const bad = (kind: 'unknown-option' | 'no-value' | 'bad-value', found: string, at: Word = name) => ({
    fault: { kind, found, offset: at.offset },
  });
  if (LONE.includes(name.text)) return { input: {} };
  if (values.length === 0 && ELSEWHERE.includes(name.text)) return bad('no-value', name.text);
  if (ELSEWHERE.includes(name.text)) return { input: {} };
  for (const [field, how] of Object.entries(form.fields)) {
    const read = readField(how, name.text, values, thing[field]);
    if (read === 'another') continue;
    if (read !== undefined) return { input: read === 'nothing' ? {} : { [field]: read.value } };
    return values[0] === undefined ? bad('no-value', name.text) : bad('bad-value', values[0].text, values[0]);
  }
  const isAttributes = name.text === '--attributes' && Object.values(form.fields).some(({ as }) => as === 'attribute');
  if (isAttributes) return readAttributes(form, values, thing) ?? bad('bad-value', values[0]?.text ?? '', values[0]);
  return bad('unknown-option', name.text);
}

/** `another` when the option is not this field's; undefined when its words say no value. */
function readField(
  how: FieldForm,
  option: string,
  values: readonly Word[],
  like: Json | undefined,
): { value: Json } | 'another' | 'nothing' | undefined {
  const first = values[0]?.text;
  if (how.as === 'flag')
    return option === `--${how.option}` || option === `--no-${how.option}`
      ? { value: !option.startsWith('--no-') }
      : 'another';
  if (how.as === 'on-off') {
    if (option === '--name') return first === how.name ? 'nothing' : undefined;
    return option !== '--value' ? 'another' : first === undefined ? undefined : { value: coerce(first, like) };
  }
  if (how.as !== 'option' || how.option !== option) return 'another';
  const value = readValue(
    how,
    values.map(({ text }) => text),
    like,
  );
  return value === undefined ? undefined : { value };
}

function readAttributes(form: CommandForm, values: readonly Word[], thing: Thing): { input: Thing } | undefined {
  const input: Thing = {};
  for (const { text } of values) {
    const [, key, value = ''] = /^Key=([^,]+),Value=(.*)$/.exec(text) ?? [];
    const field = Object.entries(form.fields).find(([, how]) => how.as === 'attribute' && how.key === key)?.[0];
    if (field === undefined) return undefined;
    input[field] = coerce(value, thing[field]);
  }
  return values.length === 0 ? undefined : { input };
}

/** The JSON of one call to UpdateService, what DescribeServices printed, or a set of paths. */
function readJsonCall(text: string, ground: CommandGround): CommandReading {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return { fault: { kind: 'not-json', offset: 0 } };
  }
  if (!isThing(json)) return { fault: { kind: 'not-json', offset: 0 } };
  if (Object.keys(json).every((key) => key.startsWith('/'))) {
    const stray = Object.keys(json).find((path) => !ground.paths.includes(path));
    return stray === undefined ? { values: json } : { fault: { kind: 'fixed', path: stray, offset: 0 } };
  }
  const described = Array.isArray(json.services);
  const form = COMMAND_FORMS[0] as CommandForm;
  const values: AnswerSet = {};
  for (const each of (described ? json.services : [json]) as Json[]) {
    const name = isThing(each) ? (each.service ?? each.serviceName) : undefined;
    const things = thingsOf(form, ground.world);
    const thing = things.find(({ names }) => names.service === name);
    if (!isThing(each) || thing === undefined)
      return {
        fault: {
          kind: 'unknown-thing',
          found: String(name ?? ''),
          known: things.map((t) => t.names.service ?? ''),
          offset: 0,
        },
      };
    const known = Object.entries(each).filter(([key]) => form.fields[key] !== undefined);
    const reading = settle(form, { ...thing, input: Object.fromEntries(known), offset: 0 }, ground);
    if (reading.fault) return reading;
    Object.assign(values, reading.values);
  }
  return { values };
}
