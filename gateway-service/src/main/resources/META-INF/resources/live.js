import { byId, el } from './dom.js';
import * as login from './login.js';

/* The live stream by fetch, because EventSource cannot send a token. */
let last = null;

export async function listen() {
  byId('live').hidden = false;
  for (;;) {
    try {
      await follow();
    } catch (failure) {
      say('bad', 'lost: ' + failure.message);
    }
    if (!(await login.token())) return say('bad', 'log in again');
    await new Promise(later => setTimeout(later, 2000));
  }
}

async function follow() {
  const headers = { Authorization: 'Bearer ' + (await login.token()), Accept: 'text/event-stream' };
  if (last) headers['Last-Event-ID'] = last;
  const response = await fetch('/api/events', { headers });
  if (!response.ok) throw new Error('HTTP ' + response.status);
  say('good', 'listening');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    events.forEach(show);
  }
}

function show(text) {
  const fields = Object.fromEntries(text.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()]));
  if (fields.id) last = fields.id;
  if (!fields.data) return;
  const change = JSON.parse(fields.data);
  const { type, at, imageId, albumId, ...rest } = change;
  const details = Object.entries(rest).map(([name, value]) => `${name} ${value}`).join(' · ');
  const list = byId('changes');
  if (list.firstElementChild?.className === 'faint') list.replaceChildren();
  list.prepend(el('li', {}, el('time', {}, new Date(at ?? Date.now()).toLocaleTimeString()), el('b', {}, type), ` ${imageId ?? albumId ?? ''} `, el('span', { className: 'faint' }, details)));
  while (list.childElementCount > 100) list.lastElementChild.remove();
}

function say(kind, text) {
  Object.assign(byId('listening'), { className: 'pill ' + kind, textContent: text });
}
