/*
 * Log-in by OAuth 2 authorization code with PKCE (RFC 7636) against Keycloak. Tokens stay in this page's memory; a reload asks
 * Keycloak again, which remembers the person. state, nonce and iss are checked, so that an answer to nobody's question is refused.
 */
const QUESTION = 'pms.login';
let client;
let tokens = null;

export function configure(openApi) {
  const scheme = openApi.components.securitySchemes.login;
  client = { id: scheme['x-client-id'], ...scheme.flows.authorizationCode };
  client.realm = client.authorizationUrl.replace(/\/protocol\/openid-connect\/auth$/, '');
}

const base64url = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const claims = jwt => JSON.parse(new TextDecoder().decode(
  Uint8Array.from(atob(jwt.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))));
const home = () => location.origin + '/';

export const person = () => tokens && claims(tokens.access_token);
export const canLogIn = () => Boolean(client && crypto.subtle);

export async function logIn() {
  const question = { verifier: random(), state: random(), nonce: random(), wanted: location.search };
  sessionStorage.setItem(QUESTION, JSON.stringify(question));
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(question.verifier)));
  location.assign(client.authorizationUrl + '?' + new URLSearchParams({
    client_id: client.id, redirect_uri: home(), response_type: 'code', scope: 'openid', state: question.state,
    nonce: question.nonce, code_challenge: challenge, code_challenge_method: 'S256' }));
}

/** When Keycloak has sent the person back: redeems the code, where they were before. */
export async function finish() {
  const answer = new URLSearchParams(location.search);
  const question = JSON.parse(sessionStorage.getItem(QUESTION) ?? 'null');
  if (!answer.has('state')) return;
  sessionStorage.removeItem(QUESTION);
  history.replaceState(null, '', home() + (question?.wanted ?? ''));
  if (!question || answer.get('state') !== question.state) throw new Error('This log-in was not begun here.');
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
  if (answer.has('iss') && answer.get('iss') !== client.realm) throw new Error('Another server answered the log-in.');
  const received = await redeem({ grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: home(), code_verifier: question.verifier });
  if (claims(received.id_token).nonce !== question.nonce) throw new Error('The log-in answers another question.');
  tokens = received;
}

async function redeem(parameters) {
  const response = await fetch(client.tokenUrl, { method: 'POST', body: new URLSearchParams({ client_id: client.id, ...parameters }) });
  const received = await response.json();
  if (!response.ok) throw new Error(received.error_description ?? received.error);
  return received;
}

export function paste(token) {
  claims(token);
  tokens = { access_token: token };
}

let refreshing = null;

/** A token that is good for the next half minute; null when nobody is logged in. */
export async function token() {
  if (!tokens) return null;
  if (claims(tokens.access_token).exp * 1000 < Date.now() + 30000 && tokens.refresh_token) {
    refreshing ??= redeem({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token })
      .then(received => { tokens = received; }, () => { tokens = null; })
      .finally(() => { refreshing = null; });
    await refreshing;
  }
  return tokens?.access_token ?? null;
}

export function logOut() {
  const hint = tokens?.id_token;
  tokens = null;
  if (hint) location.assign(client.realm + '/protocol/openid-connect/logout?' + new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: home() }));
}
