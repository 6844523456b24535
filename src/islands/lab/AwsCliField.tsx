import { useMemo, useRef, useState } from 'preact/hooks';
import { type AwsCliWords, awsCliMessages } from '../../i18n/aws-cli-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { CommandFault } from '../../simulator/aws-cli/allowed-values.ts';
import { COMMAND_FORMS } from '../../simulator/aws-cli/command-forms.ts';
import { thingsOf } from '../../simulator/aws-cli/named-things.ts';
import { readCommands } from '../../simulator/aws-cli/read-commands.ts';
import { writeCommands } from '../../simulator/aws-cli/write-commands.ts';
import type { World } from '../../simulator/scenario/scenario-schema.ts';
import { placeOf } from './json-place.ts';
import type { LabAction, LabState } from './lab-model.ts';

type Props = { lang: Language; state: LabState; act: (action: LabAction) => void };

/** Commands of the present answer, and a field that takes commands back. Nothing is ever run. */
export function AwsCliField({ lang, state, act }: Props) {
  const words = awsCliMessages[lang];
  const { world } = state.lab.source;
  const { commands, left } = useMemo(() => writeCommands(world, state.answer), [state.answer]);
  const text = commands.join('\n\n');
  return (
    <div class="field aws-cli">
      <p class="hint">{words.copyHelp}</p>
      {commands.length === 0 && left.length === 0 && <p class="small">{words.nothing}</p>}
      {commands.length > 0 && (
        <textarea
          class="input mono commands"
          aria-label={words.commands}
          readOnly
          rows={Math.min(12, text.split('\n').length)}
          value={text}
        />
      )}
      {left.length > 0 && <p class="hint">{words.left(left.join(', '))}</p>}
      {commands.length > 0 && <Copy words={words} text={text} />}
      <Paste words={words} state={state} act={act} />
    </div>
  );
}

function Copy({ words, text }: { words: AwsCliWords; text: string }) {
  const [said, setSaid] = useState<'copied' | 'notCopied'>();
  const copy = () => {
    navigator.clipboard
      .writeText(text)
      .then(() => setSaid('copied'))
      .catch(() => setSaid('notCopied'));
  };
  return (
    <>
      <button class="btn" type="button" onClick={copy} onBlur={() => setSaid(undefined)}>
        {said === 'copied' ? words.copied : words.copy}
      </button>
      <span class={said === 'notCopied' ? 'small faint' : 'vh'} role="status">
        {said ? words[said] : ''}
      </span>
    </>
  );
}

function Paste({ words, state, act }: { words: AwsCliWords } & Pick<Props, 'state' | 'act'>) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<{ fault: CommandFault } | { taken: number }>();
  const { world } = state.lab.source;
  const take = () => {
    const read = readCommands(text, { world, paths: state.controls.map(({ path }) => path) });
    if (read.fault) return setOutcome({ fault: read.fault });
    act({ do: 'take', values: read.values });
    setOutcome({ taken: Object.keys(read.values).length });
  };
  const fault = outcome && 'fault' in outcome ? outcome.fault : undefined;
  const show = (offset: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(offset, Math.min(text.length, offset + 1));
  };
  return (
    <>
      <label for="aws-cli-paste">{words.paste}</label>
      <textarea
        ref={field}
        class="input mono"
        id="aws-cli-paste"
        rows={4}
        spellcheck={false}
        autocapitalize="off"
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault ? 'aws-cli-help aws-cli-said' : 'aws-cli-help'}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOutcome(undefined);
        }}
      />
      <p class="hint" id="aws-cli-help">
        {words.pasteHelp}
      </p>
      <button class="btn" type="button" onClick={take}>
        {words.take}
      </button>
      <div id="aws-cli-said" role="status">
        {fault && (
          <p class="fault">
            {sayPlace(words, text, fault.offset)} {sayFault(words, world, fault)}.{' '}
            <button class="as-link" type="button" onClick={() => show(fault.offset)}>
              {words.show}
            </button>
          </p>
        )}
        {outcome && 'taken' in outcome && <p class="small">{words.taken(outcome.taken)}</p>}
      </div>
    </>
  );
}

function sayPlace(words: AwsCliWords, text: string, offset: number): string {
  const { line, column } = placeOf(text, offset);
  return words.place(line, column);
}

function sayFault(words: AwsCliWords, world: World, fault: CommandFault): string {
  switch (fault.kind) {
    case 'empty':
      return words.empty;
    case 'open-quote':
      return words.openQuote;
    case 'not-json':
      return words.notJson;
    case 'missing':
      return words.missing(fault.option);
    case 'fixed':
      return words.fixed(fault.path);
    case 'unknown-thing':
      return words.unknownThing(short(fault.found), listed(words, fault.known));
    case 'unknown-command':
      return words.unknownCommand(short(fault.found), listed(words, commandsOf(world)));
    case 'not-plain':
      return words.notPlain(short(fault.found));
    case 'not-aws':
      return words.notAws(short(fault.found));
    case 'unknown-option':
      return words.unknownOption(short(fault.found));
    case 'no-value':
      return words.noValue(short(fault.found));
    case 'bad-value':
      return words.badValue(short(fault.found));
  }
}

/** The commands that something of this world can be named in. */
function commandsOf(world: World): string[] {
  return COMMAND_FORMS.filter((form) => thingsOf(form, world).length > 0).map(({ command }) => `aws ${command}`);
}

function listed(words: AwsCliWords, items: readonly string[]): string {
  const [last = '', ...others] = items.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} ${words.or} ${last}`;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
