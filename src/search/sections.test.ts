import { describe, expect, it } from 'vitest';
import { sectionsOf } from './sections.ts';

const MDX = `
import X from 'x';

A shop runs **six tasks** of \`orders\`를.<Cite id="ecs-api" />

## Floor up, cap down {#rounding}

The floor is 60&nbsp;% &lt; 67 %, see [the rule](/lessons/x/#y).

### A detail without an id

| Task | CPU |
| --- | ---: |
| web | 256 |

<Trap title="Rounding the wrong way">

People *think* that {/* no */}\\{floor\\} rounds down.

</Trap>

\`\`\`mermaid
flowchart TD
  accTitle: Who decides what
  A["Service orders"] --> B["Your instances<br/>you patch"]
\`\`\`

\`\`\`json
{ "minimumHealthyPercent": 67 }
# not a heading
\`\`\`

## 한 화면 요약 {#summary}
1. 하한은 올림
<Question id="rolling-floor" />
`;

describe('sections of a lesson', () => {
  const sections = sectionsOf(MDX);

  it('begin at headings with an explicit id, after an opening', () => {
    expect(sections.map(({ id, heading }) => [id, heading])).toEqual([
      [undefined, undefined],
      ['rounding', 'Floor up, cap down'],
      ['summary', '한 화면 요약'],
    ]);
  });

  it('hold words only: no marks, tags, links or imports', () => {
    expect(sections[0]?.text).toBe('A shop runs six tasks of orders를.');
    expect(sections[1]?.text).toContain('The floor is 60 % < 67 %, see the rule.');
    expect(sections[2]?.text).toBe('하한은 올림');
  });

  it('keep the title of a component, the words of tables and the names in code', () => {
    expect(sections[1]?.text).toContain(
      'A detail without an id · Task · CPU · web · 256 · Rounding the wrong way People think that',
    );
    expect(sections[1]?.text).toContain('minimumHealthyPercent');
  });

  it('read of a diagram what it says, not how it is drawn', () => {
    expect(sections[1]?.text).toContain('Who decides what · Service orders · Your instances you patch');
    expect(sections[1]?.text).not.toContain('flowchart');
  });

  it('are one opening for a text without headings', () => {
    expect(sectionsOf('Just **this**.')).toEqual([{ text: 'Just this.' }]);
    expect(sectionsOf('')).toEqual([{ text: '' }]);
  });
});
