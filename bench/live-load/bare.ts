import { join } from 'node:path';
import { freePort, ServerProcess } from '../../tests/live/process.fixture.ts';
import { each, RawConnection } from './raw-http.ts';

/** Microseconds of CPU that Node alone needs for a request like an answer, on this machine at this moment. */
export async function bareCpu(count: number, connections: number): Promise<number> {
  const server = new ServerProcess(await freePort(), {}, join(import.meta.dirname, 'bare-server.ts'));
  await server.start();
  const open = Array.from({ length: connections }, () => new RawConnection(server.port));
  const token = 'x'.repeat(22);
  const body = JSON.stringify({ question: 0, round: 0, response: ['a'], seq: 1 });
  const burst = () =>
    each(Array.from({ length: count }), connections, async (_, worker) => {
      await open[worker]?.post('/api/live/rooms/abcdefghijklmnopqrstuv/answer', token, body);
    });
  // Warm, as the room is by its second question.
  await burst();
  const before = await server.used();
  await burst();
  const after = await server.used();
  for (const connection of open) connection.close();
  await server.kill();
  return (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / count;
}
