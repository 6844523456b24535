import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, tooltips } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Offering } from './editor-completion.ts';
import { completeJson } from './json-completion.ts';

/** A fault at a place of the text. */
export type EditorFault = { offset: number; message: string };

export type JsonEditor = {
  setText(text: string): void;
  setFaults(faults: readonly EditorFault[]): void;
  /** Puts the cursor at an offset and shows it. */
  show(offset: number): void;
  destroy(): void;
};

export type EditorOptions = {
  text: string;
  /** What a screen reader calls the field. */
  label: string;
  onText: (text: string) => void;
  offering: () => Offering;
};

/** Marks a change that the page made, so that it is not told back. */
const fromPage = Annotation.define<boolean>();

/**
 * CodeMirror for the JSON of an answer. It lives in a shadow root: there its styles are constructed style sheets, which the
 * content security policy allows, where the `<style>` element that it puts into a page would be refused.
 */
export function mountJsonEditor(host: HTMLElement, { text, label, onText, offering }: EditorOptions): JsonEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        json(),
        indentUnit.of('  '),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completeJson(offering)], icons: false }),
        syntaxHighlighting(HIGHLIGHT),
        tooltips({ tooltipSpace: beside }),
        // Tab leaves the field, as everywhere on the page.
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, autocapitalize: 'off', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          const own = update.transactions.some((transaction) => transaction.annotation(fromPage));
          if (update.docChanged && !own) onText(update.state.doc.toString());
        }),
        THEME,
      ],
    }),
  });
  return {
    setText(next) {
      if (next === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        annotations: fromPage.of(true),
      });
    },
    setFaults(faults) {
      const end = view.state.doc.length;
      const diagnostics = faults.map(({ offset, message }) => {
        const from = Math.min(offset, end);
        return { from, to: Math.max(from, view.state.doc.lineAt(from).to), severity: 'error' as const, message };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    show(offset) {
      const anchor = Math.min(offset, view.state.doc.length);
      view.focus();
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
    },
    destroy: () => view.destroy(),
  };
}

/** What is offered stays within the breadth of the editor: beside it begins another layer of the page. */
function beside(view: EditorView) {
  const { left, right } = view.dom.getBoundingClientRect();
  return { top: 0, bottom: innerHeight, left, right };
}

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--link)' },
  { tag: tags.string, color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--action-ink)' },
]);

const THEME = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--r2)',
    fontSize: 'var(--text-s)',
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5', minHeight: '7rem', maxHeight: '22rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--ink-3)', backgroundColor: 'var(--sunken)', border: 'none' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--action-soft)', outline: '1px solid var(--edge)' },
  // The stock mark of a fault is a picture.
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--bad)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--surface)', border: '1px solid var(--edge)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { minWidth: '0', maxWidth: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '4px 8px',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { color: 'var(--paper)', backgroundColor: 'var(--ink)' },
  '.cm-completionDetail': { fontStyle: 'normal', marginInlineStart: '0.75em', opacity: '0.85' },
  '.cm-diagnostic-error': { borderInlineStart: '4px solid var(--bad)' },
});
