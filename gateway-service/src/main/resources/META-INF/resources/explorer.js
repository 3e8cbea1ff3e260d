import { byId, el } from './dom.js';
import * as login from './login.js';

/* Every operation of /api/openapi as a form to try. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'];
let api;

export function show(openApi) {
  api = openApi;
  const missing = api.info['x-missing'] ?? [];
  byId('missing').hidden = missing.length === 0;
  byId('missing').textContent = 'Not described at the moment, because they do not answer: ' + missing.join(', ');
  byId('operations').replaceChildren(...[...api.tags].sort((a, b) => place(a) - place(b)).flatMap(({ name }) => group(name)));
  byId('filter').oninput = event => filter(event.target.value.toLowerCase());
}

/** The way of a picture first, then the rest in the order it came. */
const place = ({ name }) => ['upload', 'metadata', 'processing', 'search', 'sharing', name].indexOf(name);

function group(tag) {
  const operations = Object.entries(api.paths).sort(([a], [b]) => a.localeCompare(b)).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]?.tags.includes(tag)).map(method => panel(method, path, item)));
  return [el('h3', {}, tag), ...operations];
}

function filter(words) {
  for (const panel of document.querySelectorAll('#operations details')) panel.hidden = !panel.dataset.words.includes(words);
}

function panel(method, path, item) {
  const operation = item[method];
  const panel = el('details', { data: { words: `${method} ${path} ${operation.summary ?? ''} ${operation.tags}`.toLowerCase() } },
    el('summary', {}, el('span', { className: 'method ' + method }, method.toUpperCase()), el('code', {}, path), el('span', { className: 'faint' }, operation.summary ?? '')));
  panel.addEventListener('toggle', () => panel.childElementCount === 1 && panel.append(form(method, path, item)), { once: true });
  return panel;
}

function form(method, path, item) {
  const operation = item[method];
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve).filter(p => p.in !== 'cookie' && p.name.toLowerCase() !== 'authorization');
  const inputs = parameters.map(parameter => [parameter, el('input', { placeholder: hint(parameter), required: parameter.in === 'path' })]);
  const body = ['post', 'put', 'patch', 'delete'].includes(method) && (operation.requestBody || method !== 'delete') ? bodyInput(method, operation) : null;
  const answer = el('div', { className: 'answer', hidden: true });
  const send = el('form', { className: 'operation' },
    operation.description ? el('div', { className: 'faint' }, operation.description) : null,
    ...inputs.map(([parameter, input]) => el('label', {}, el('span', {}, parameter.name, el('span', { className: 'faint' }, ' ' + parameter.in)), input)),
    body?.element, el('div', { className: 'actions' }, el('button', {}, 'Try it')), answer);
  send.onsubmit = event => {
    event.preventDefault();
    run(method, path, inputs, body, answer).catch(failure => answer.replaceChildren(el('p', { className: 'warning' }, failure.message)));
  };
  return send;
}

const resolve = node => node?.$ref ? node.$ref.slice(2).split('/').reduce((found, name) => found[name], api) : node ?? {};

function hint(parameter) {
  const schema = resolve(parameter.schema);
  return [parameter.description, schema.enum?.join(' | '), schema.default != null ? 'default ' + schema.default : null, schema.format ?? schema.type].filter(Boolean).join(' · ');
}

function bodyInput(method, operation) {
  const content = resolve(operation.requestBody).content ?? {};
  const kinds = Object.keys(content).length ? Object.keys(content) : ['application/json'];
  const json = kinds.find(kind => kind.includes('json'));
  const text = el('textarea', { value: json ? JSON.stringify(sample(content[json]?.schema, 0) ?? {}, null, 2) : '', spellcheck: false });
  const file = el('input', { type: 'file', accept: 'image/*' });
  const takesFile = !json || kinds.length > 1;
  return {
    element: el('div', {}, json ? el('label', { className: 'wide' }, el('span', {}, 'body ', el('span', { className: 'faint' }, json)), text) : null,
      takesFile ? el('label', {}, el('span', {}, 'file ', el('span', { className: 'faint' }, kinds.filter(kind => kind !== json).join(', '))), file) : null),
    fill(headers) {
      if (takesFile && file.files.length) {
        headers['Content-Type'] = file.files[0].type || 'application/octet-stream';
        headers['Content-Disposition'] = "attachment; filename*=UTF-8''" + encodeURIComponent(file.files[0].name);
        return file.files[0];
      }
      headers['Content-Type'] = json ?? 'application/json';
      return text.value || undefined;
    },
  };
}

/** A body to start from: every known field with an empty value of its kind. */
function sample(schema, depth) {
  const { type, properties, items, default: standard, enum: choices, allOf } = resolve(schema);
  const kind = Array.isArray(type) ? type[0] : type;
  if (standard !== undefined) return standard;
  if (choices) return choices[0];
  if (allOf) return sample(allOf[0], depth);
  if (properties && depth < 4) return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, sample(value, depth + 1)]));
  return { array: items && depth < 4 ? [sample(items, depth + 1)] : [], string: '', boolean: false, integer: 0, number: 0 }[kind] ?? null;
}

async function run(method, path, inputs, body, answer) {
  const headers = {};
  const query = new URLSearchParams();
  for (const [parameter, { value }] of inputs) {
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else if (value && parameter.in === 'query') query.append(parameter.name, value);
    else if (value && parameter.in === 'header') headers[parameter.name] = value;
  }
  const token = await login.token();
  if (token) headers.Authorization = 'Bearer ' + token;
  const content = body?.fill(headers);
  const start = performance.now();
  answer.hidden = false;
  answer.replaceChildren(el('p', { className: 'faint' }, 'asking …'));
  const response = await fetch(path + (query.size ? '?' + query : ''), { method: method.toUpperCase(), headers, body: content });
  const took = Math.round(performance.now() - start);
  const facts = ['location', 'etag', 'retry-after', 'x-trace-id'].filter(name => response.headers.has(name)).map(name => `${name}: ${response.headers.get(name)}`);
  answer.replaceChildren(
    el('div', { className: 'actions' }, el('span', { className: 'pill ' + (response.ok ? 'good' : 'bad') }, String(response.status)), el('span', { className: 'faint' }, `${took} ms ${facts.join(' · ')}`)),
    ...(await shown(response)));
}

async function shown(response) {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('image/')) return [el('img', { src: URL.createObjectURL(await response.blob()), alt: 'the answer' })];
  if (type.includes('json')) return [el('pre', {}, JSON.stringify(await response.json(), null, 2))];
  if (type.includes('event-stream')) return response.body.cancel(), [el('p', { className: 'faint' }, 'A stream: see Live changes above.')];
  const text = await response.text();
  return text ? [el('pre', {}, text.slice(0, 100000))] : [];
}
