// The stack others would pick: Hono and preact-render-to-string draw the page whose tree is in a file, for every request
// anew, out of memory: no database, no sign-in, no languages, no packing. node bench/serving/others-child.mjs FILE
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

const page = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
// Nodes alone: components and the words, times and rules that a page is made of would cost them more.
const drawn = ({ tag, props, children }) =>
  h(tag, props, ...children.map((child) => (typeof child === 'string' ? child : drawn(child))));
const app = new Hono();
app.get('/', (call) => call.html(`<!doctype html>${renderToString(drawn(page))}`));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});
process.on('disconnect', () => process.exit(0));
