// The baseline: Node alone takes the same bodies and sends the same answers, and does nothing. usage: node bare-server.ts <port>
import { createServer } from 'node:http';
import { sendJson, textOf } from '../../src/server/live/exchange.ts';

createServer(async (request, response) => {
  sendJson(response, 200, { received: JSON.parse((await textOf(request)) ?? '') !== null, seq: 1, off: '12345' });
}).listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss }));
