/**
 * Mermaid gets colours that stand for our tokens and mean nothing themselves; in the drawing each is replaced by its
 * CSS variable, so that one SVG serves light, dark and forced colours. A colour that is none of these is a fault.
 */
const TOKENS = [
  'surface',
  'sunken',
  'pier',
  'pier-side',
  'paper',
  'edge',
  'steel',
  'ink',
  'ink-2',
  'note',
  'note-soft',
] as const;
type Token = (typeof TOKENS)[number];

/** `#0a0102` for the first token, `#0a0204` for the second …: far apart enough to survive rounding. */
const sentinel = (token: Token) => {
  const index = TOKENS.indexOf(token) + 1;
  return `#0a${index.toString(16).padStart(2, '0')}${(index * 2).toString(16).padStart(2, '0')}`;
};

/** `rgb(10, 1, 2)`, as a browser writes it → `var(--surface)`. */
export const COLOURS: Readonly<Record<string, string>> = Object.fromEntries(
  TOKENS.map((token) => {
    const hex = sentinel(token);
    const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return [`rgb(${parts.join(', ')})`, `var(--${token})`];
  }),
);

const pick = <Name extends string>(colours: Record<Name, Token>) =>
  Object.fromEntries(Object.entries<Token>(colours).map(([name, token]) => [name, sentinel(token)]));

const THEME_VARIABLES = pick({
  background: 'paper',
  primaryColor: 'surface',
  primaryTextColor: 'ink',
  primaryBorderColor: 'steel',
  secondaryColor: 'pier',
  secondaryTextColor: 'ink',
  secondaryBorderColor: 'steel',
  tertiaryColor: 'pier',
  tertiaryTextColor: 'ink',
  tertiaryBorderColor: 'pier-side',
  lineColor: 'ink-2',
  arrowheadColor: 'ink-2',
  textColor: 'ink',
  titleColor: 'ink',
  mainBkg: 'surface',
  nodeBkg: 'surface',
  nodeBorder: 'steel',
  nodeTextColor: 'ink',
  clusterBkg: 'pier',
  clusterBorder: 'pier-side',
  defaultLinkColor: 'ink-2',
  edgeLabelBackground: 'paper',
  actorBkg: 'surface',
  actorBorder: 'steel',
  actorTextColor: 'ink',
  actorLineColor: 'edge',
  signalColor: 'ink-2',
  signalTextColor: 'ink',
  labelBoxBkgColor: 'pier',
  labelBoxBorderColor: 'pier-side',
  labelTextColor: 'ink',
  loopTextColor: 'ink',
  activationBkgColor: 'sunken',
  activationBorderColor: 'edge',
  sequenceNumberColor: 'paper',
  noteBkgColor: 'note-soft',
  noteTextColor: 'ink',
  noteBorderColor: 'note',
  transitionColor: 'ink-2',
  transitionLabelColor: 'ink',
  stateLabelColor: 'ink',
  stateBkg: 'surface',
  stateBorder: 'steel',
  labelBackgroundColor: 'paper',
  compositeBackground: 'pier',
  compositeTitleBackground: 'pier',
  compositeBorder: 'pier-side',
  altBackground: 'pier',
  innerEndBackground: 'paper',
  specialStateColor: 'ink',
  errorBkgColor: 'note-soft',
  errorTextColor: 'ink',
});

/** Pixels; the same as in prose.css. */
export const SHOWN_FONT_SIZE = 14.5;

/** Text is measured at 16 px and shown at 14.5 px (prose.css), so that a reader's wider system font still fits. */
export const MERMAID_CONFIG = {
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'base',
  look: 'classic',
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: 'drydock',
  fontFamily: '"Segoe UI", "Noto Sans CJK KR", "Noto Sans KR", system-ui, sans-serif',
  fontSize: 16,
  themeVariables: { ...THEME_VARIABLES, fontSize: '16px', dropShadow: 'none', useGradient: false, strokeWidth: 1.25 },
  flowchart: {
    htmlLabels: false,
    useMaxWidth: false,
    padding: 12,
    nodeSpacing: 34,
    rankSpacing: 44,
    curve: 'linear',
    wrappingWidth: 280,
    minNodeWidth: 40,
  },
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    width: 120,
    height: 44,
    actorMargin: 36,
    messageFontSize: 16,
    noteFontSize: 16,
    actorFontSize: 16,
  },
  state: { useMaxWidth: false, nodeSpacing: 34, rankSpacing: 40, wrappingWidth: 280, minNodeWidth: 40 },
} as const;
