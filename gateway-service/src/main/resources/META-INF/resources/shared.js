import { byId, el } from './dom.js';
import * as login from './login.js';

/* What a mail leads to: an album (/?album=…) or a single picture (/?image=…), for whoever may see it. Bytes are fetched with the token, since an address alone opens nothing. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ROWS = 24;

function wanted() {
  const query = new URLSearchParams(location.search);
  const kind = ['album', 'image'].find(name => ID.test(query.get(name) ?? ''));
  return kind && { kind, id: query.get(kind), path: `/api/${kind}s/${query.get(kind)}` };
}

window.addEventListener('popstate', () => show());

export async function show() {
  const thing = wanted();
  byId('shared').hidden = !thing;
  if (!thing) return;
  byId('title').textContent = 'Shared with you';
  if (!login.person()) {
    byId('thing').replaceChildren(el('p', { className: 'faint' }, 'Log in to see what was shared with you.'), el('button', { onclick: login.logIn, disabled: !login.canLogIn() }, 'Log in'));
    return;
  }
  try {
    const found = await ask(thing.path);
    byId('title').textContent = found.title ?? (thing.kind === 'album' ? 'Album' : 'Picture');
    const pictures = el('div', { className: 'pictures' });
    const comments = el('ol', { className: 'comments' });
    byId('thing').replaceChildren(el('p', {}, found.description ?? ''), pictures, el('h3', {}, 'Comments'), comments, form(thing, comments));
    await Promise.all([thing.kind === 'album' ? albumPage(thing, pictures, '') : picture(thing.id, 'large', pictures), talk(thing, comments, '')]);
  } catch (failure) {
    say(failure.message);
  }
}

const say = text => byId('thing').replaceChildren(el('p', { className: 'faint' }, text));

async function call(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { ...options.headers, Authorization: 'Bearer ' + (await login.token()) } });
  if (response.ok) return response;
  throw new Error(response.status === 404 ? 'There is nothing here that you may see, or not any more.' : (await response.json()).detail ?? `HTTP ${response.status}`);
}

const ask = async path => (await call(path)).json();

async function albumPage(album, pictures, after) {
  const { items, next } = await ask(`${album.path}/items?limit=${ROWS}${after}`);
  const more = next && el('button', { className: 'quiet', onclick: () => { more.remove(); later(albumPage(album, pictures, page(next))); } }, 'More pictures');
  await Promise.all(items.map(({ id }) => {
    const link = el('a', { href: '/?image=' + id, onclick: event => open(event, id) });
    pictures.append(link);
    return picture(id, 'small', link);
  }));
  if (more) pictures.append(more);
}

/** Without loading the page anew, which would forget the token. */
function open(event, id) {
  event.preventDefault();
  history.pushState(null, '', '/?image=' + id);
  show();
}

/** One that cannot be shown leaves its place empty and the others alone. */
async function picture(id, size, place) {
  try {
    const bytes = await (await call(`/api/images/${id}/thumbnails/${size}`, { headers: { Accept: 'image/webp,image/jpeg' } })).blob();
    place.append(el('img', { src: URL.createObjectURL(bytes), alt: 'Picture' }));
  } catch {
    place.append(el('span', { className: 'faint' }, 'not to be shown now'));
  }
}

async function talk(thing, comments, after) {
  const { items, next } = await ask(`${thing.path}/comments?limit=${ROWS}${after}`);
  items.forEach(comment => comments.append(said(comment)));
  const more = next && el('button', { className: 'quiet', onclick: () => { more.remove(); later(talk(thing, comments, page(next))); } }, 'More comments');
  if (more) comments.append(more);
}

const said = ({ name, guest, createdAt, text }) =>
  el('li', {}, el('b', {}, (name ?? 'Somebody') + (guest ? ' (guest)' : '')), el('time', {}, new Date(createdAt).toLocaleString()), el('p', {}, text));

function form(thing, comments) {
  const text = el('textarea', { required: true, maxLength: 4000, placeholder: 'Say something' });
  const asked = el('form', { className: 'operation' }, text, el('div', { className: 'actions' }, el('button', {}, 'Comment')));
  asked.onsubmit = event => {
    event.preventDefault();
    later(call(thing.path + '/comments', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text: text.value }) })
      .then(made => made.json()).then(comment => {
        text.value = '';
        // Oldest first: while more wait to be loaded, it is behind them.
        if (!comments.querySelector('button')) comments.append(said(comment));
      }));
  };
  return asked;
}

const page = next => '&after=' + encodeURIComponent(next);
const later = work => work.catch(failure => byId('thing').append(el('p', { className: 'warning' }, failure.message)));
