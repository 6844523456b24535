/**
 * Runs inside the browser. Turns what mermaid drew, which is styled by a sheet of its own, into an SVG that carries
 * only presentation attributes: the content security policy allows no style elements or attributes.
 */
export type Drawn = { svg: string; width: number; height: number; unknown: string[] };
type Options = { colours: Readonly<Record<string, string>>; prefix: string; fontSize: number };

export function flatten(markup: string, { colours, prefix, fontSize }: Options): Drawn {
  const SHAPES = 'rect,path,line,polyline,polygon,circle,ellipse,text,tspan';
  const KEEP =
    /^(d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|points|transform|viewBox|id|orient|refX|refY|marker-start|marker-end|markerWidth|markerHeight|markerUnits|xmlns)$/;
  const unknown = new Set<string>();
  document.body.innerHTML = markup;
  const svg = document.querySelector('svg');
  if (svg === null) throw new Error('mermaid drew nothing');

  const colour = (value: string): string => {
    if (value === 'none') return value;
    const solid = value.replace(/^rgba\((.*), [\d.]+\)$/, 'rgb($1)');
    const token = colours[solid];
    if (token === undefined) unknown.add(value);
    return token ?? value;
  };
  const round = (value: string) => String(Math.round(Number.parseFloat(value) * 100) / 100);

  /** The attributes an element needs to look as it does now. */
  const paint = (element: Element): [string, string][] => {
    const style = getComputedStyle(element);
    if (element.localName === 'tspan') {
      const parent = getComputedStyle(element.parentElement ?? element);
      return style.fontWeight === parent.fontWeight ? [] : [['font-weight', style.fontWeight]];
    }
    // Arrowheads that mermaid leaves to the browser's black belong to their line.
    const head = element.closest('marker') !== null;
    const paintOf = (value: string) => (head && value === 'rgb(0, 0, 0)' ? 'var(--ink-2)' : colour(value));
    const clear = style.fillOpacity === '0' || /, 0\)$/.test(style.fill);
    const fill = clear ? 'none' : paintOf(style.fill);
    const found: [string, string][] = [['fill', fill]];
    if (element.localName === 'text') {
      // Mermaid colours the lines of an actor's name, not the name.
      found[0] = ['fill', colour(getComputedStyle(element.querySelector('tspan') ?? element).fill)];
      if (style.textAnchor !== 'start') found.push(['text-anchor', style.textAnchor]);
      const middle = style.dominantBaseline === 'middle' || style.dominantBaseline === 'central';
      if (middle) found.push(['dominant-baseline', 'central']);
      if (Number(style.fontWeight) >= 600) found.push(['font-weight', '650']);
      return found;
    }
    if (style.stroke !== 'none' && round(style.strokeWidth) !== '0') {
      found.push(['stroke', paintOf(style.stroke)], ['stroke-width', round(style.strokeWidth)]);
      if (style.strokeDasharray !== 'none')
        found.push(['stroke-dasharray', style.strokeDasharray.replaceAll('px', '')]);
    }
    return found;
  };

  // Text is shown smaller than it was measured, with more air between lines, and about the middle it was given.
  for (const text of svg.querySelectorAll<SVGTextElement>('text')) {
    const lines = [text, ...text.querySelectorAll('tspan[x]')];
    const before = text.getBBox();
    if (getComputedStyle(text).textAnchor === 'start') {
      for (const line of lines) line.setAttribute('x', round(String(before.x + before.width / 2)));
      text.style.textAnchor = 'middle';
    }
    for (const [row, line] of [...text.querySelectorAll('tspan[y$="em"]')].entries())
      line.setAttribute('y', `${round(String(row * 1.3 - 0.1))}em`);
    for (const part of [text, ...text.querySelectorAll('tspan')]) (part as SVGElement).style.fontSize = `${fontSize}px`;
    const after = text.getBBox();
    const shift = before.y + before.height / 2 - after.y - after.height / 2;
    if (Math.abs(shift) > 0.2)
      text.setAttribute(
        'transform',
        `${text.getAttribute('transform') ?? ''} translate(0 ${round(String(shift))})`.trim(),
      );
  }
  // Lifelines run on for 2,000 px until a foot is drawn; ours end below the last message.
  const lifelines = [...svg.querySelectorAll('line.actor-line')];
  const rest = [...svg.querySelectorAll<SVGGraphicsElement>(SHAPES)].filter(
    (element) => !element.closest('defs,marker') && !lifelines.includes(element),
  );
  const foot =
    Math.max(...rest.map((element) => element.getBoundingClientRect().bottom)) - svg.getBoundingClientRect().top;
  const unit = svg.viewBox.baseVal.height / svg.getBoundingClientRect().height;
  for (const line of lifelines) line.setAttribute('y2', String(Math.round(svg.viewBox.baseVal.y + foot * unit + 16)));
  for (const rect of svg.querySelectorAll('.node rect, rect.actor, .cluster rect, rect.note')) {
    if (rect.hasAttribute('width')) rect.setAttribute('rx', '3');
  }
  const painted = new Map([...svg.querySelectorAll(SHAPES)].map((element) => [element, paint(element)]));
  const hidden = (element: Element) => {
    const style = getComputedStyle(element);
    return style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';
  };
  const gone = [...svg.querySelectorAll(SHAPES)].filter(hidden);
  // The frame: what is really drawn, with a little air.
  const box = svg.getBBox();
  const air = 4;
  const frame = [box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air].map(
    (side) => Math.round(side * 10) / 10,
  );

  for (const element of gone) element.remove();
  for (const element of svg.querySelectorAll('style,title,desc')) element.remove();
  const used = new Set(
    [...svg.outerHTML.matchAll(/(?:url\(&quot;|url\(|href=")#?([^)"&]+)/g)].map((match) =>
      (match[1] ?? '').replace(/^#/, ''),
    ),
  );
  const names = new Map([...used].map((id, index) => [id, `${prefix}-${index}`]));
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (!KEEP.test(name)) element.removeAttribute(name);
      else if (name === 'id' && names.has(value)) element.setAttribute('id', names.get(value) ?? '');
      else if (name === 'id') element.removeAttribute('id');
      else if (value.includes('url(')) {
        const target = /#([^)"']+)/.exec(value)?.[1] ?? '';
        element.setAttribute(name, `url(#${names.get(target) ?? target})`);
      }
    }
    for (const [name, value] of painted.get(element) ?? []) element.setAttribute(name, value);
  }
  for (const marker of svg.querySelectorAll('marker:not([id])')) marker.remove();
  const [, , width = 0, height = 0] = frame;
  svg.setAttribute('viewBox', frame.join(' '));
  svg.setAttribute('width', String(Math.round(width)));
  svg.setAttribute('height', String(Math.round(height)));
  return { svg: svg.outerHTML, width: Math.round(width), height: Math.round(height), unknown: [...unknown] };
}
