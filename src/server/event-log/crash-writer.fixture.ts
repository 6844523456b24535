// A server in small: appends without end, with a number of appends always under way, and says each that was acknowledged.
// usage: node crash-writer.fixture.ts <file> <first number> <appends at once>
import { openSqliteLog } from './event-log-sqlite.ts';

const [file = '', first = '0', atOnce = '1'] = process.argv.slice(2);
const log = await openSqliteLog<{ n: number; text: string }>({ file, now: Date.now });
let next = Number(first);

async function appendForEver(): Promise<void> {
  for (;;) {
    const n = next;
    next += 1;
    const { off } = await log.append(`room ${n % 3}`, { n, text: 'x'.repeat(n % 400) });
    process.stdout.write(`${n} ${off}\n`);
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, appendForEver));
