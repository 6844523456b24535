import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import type { Control } from './controls-model.ts';
import type { FieldsLookUp } from './editor-completion.ts';
import { type EditorFault, type JsonEditor, mountJsonEditor } from './json-editor.ts';

type Props = {
  lang: Language;
  label: string;
  text: string;
  faults: readonly EditorFault[];
  controls: readonly Control[];
  /** The text is a whole scenario instead of an answer. */
  isScenario?: boolean;
  fieldsAt: FieldsLookUp;
  onText: (text: string) => void;
  /** An offset to show, and a count that says anew that it is wanted. */
  shown: { offset: number; times: number } | undefined;
};

/** The editor in its place on the page; fetched when somebody asks for it. */
export function JsonEditorHost(props: Props) {
  const { lang, label, text, faults, controls, isScenario, fieldsAt, onText, shown } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor>();
  const latest = useRef({ onText, fieldsAt });
  /** Texts that the editor told and the page has not given back yet: they must not overwrite what was typed since. */
  const told = useRef<string[]>([]);
  latest.current = { onText, fieldsAt };
  useEffect(() => {
    if (host.current === null) return;
    const made = mountJsonEditor(host.current, {
      text,
      label,
      onText: (next) => {
        told.current.push(next);
        latest.current.onText(next);
      },
      offering: () => ({ controls, lang, isScenario, fieldsAt: latest.current.fieldsAt }),
    });
    editor.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const own = told.current.lastIndexOf(text);
    told.current = own === -1 ? [] : told.current.slice(own + 1);
    if (own === -1) editor.current?.setText(text);
  }, [text]);
  useEffect(() => editor.current?.setFaults(faults), [text, JSON.stringify(faults)]);
  useEffect(() => {
    if (shown) editor.current?.show(shown.offset);
  }, [shown]);
  return <div class="json-editor" ref={host} />;
}
