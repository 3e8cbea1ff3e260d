import { byId, el } from './dom.js';
import * as explorer from './explorer.js';
import * as live from './live.js';
import * as login from './login.js';
import * as shared from './shared.js';

async function askStatus() {
  const pill = byId('overall');
  try {
    const { status, services } = await (await fetch('/api/status')).json();
    Object.assign(pill, { className: 'pill ' + (status === 'up' ? 'good' : 'bad'), textContent: status });
    byId('services').replaceChildren(...services.map(({ name, ready, milliseconds }) =>
      el('div', { className: 'service' + (ready ? ' ready' : '') }, el('b', {}, name), el('small', {}, ready ? 'ready' + (milliseconds ? ` in ${milliseconds} ms` : '') : 'not ready'))));
  } catch {
    Object.assign(pill, { className: 'pill bad', textContent: 'the gateway does not answer' });
  }
  setTimeout(askStatus, 5000);
}

function showPerson() {
  const person = login.person();
  byId('person').replaceChildren(...(person
    ? [el('span', {}, person.name ?? person.preferred_username), el('button', { className: 'quiet', onclick: () => { login.logOut(); showPerson(); shared.show(); } }, 'Log out')]
    : [el('button', { onclick: login.logIn, disabled: !login.canLogIn() }, 'Log in'), el('button', { className: 'quiet', onclick: askToken }, 'Paste a token')]));
}

function askToken() {
  const text = el('textarea', { placeholder: 'An access token', spellcheck: false });
  const use = () => {
    try {
      login.paste(text.value.trim());
      dialog.remove();
      welcome();
    } catch {
      text.setCustomValidity('This is no token.');
      text.reportValidity();
    }
  };
  const dialog = el('dialog', {}, text, el('div', { className: 'actions' }, el('button', { onclick: use }, 'Use it'), el('button', { className: 'quiet', onclick: () => dialog.remove() }, 'Cancel')));
  document.body.append(dialog);
  dialog.showModal();
}

function welcome() {
  showPerson();
  shared.show();
  if (login.person()) live.listen();
}

askStatus();
try {
  const openApi = await (await fetch('/api/openapi')).json();
  login.configure(openApi);
  explorer.show(openApi);
  await login.finish();
  welcome();
} catch (failure) {
  showPerson();
  byId('missing').hidden = false;
  byId('missing').textContent = failure.message;
}
