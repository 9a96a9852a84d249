// What Node itself costs for a page: a server that answers with so many bytes. node bench/serving/bare-child.ts BYTES
import { createServer } from 'node:http';

const page = Buffer.alloc(Number(process.argv[2]), 'a');
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
  response.end(page);
});
server.listen(0, '127.0.0.1', () => {
  const bound = server.address();
  process.send?.({ port: typeof bound === 'object' && bound ? bound.port : 0 });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit(0));
