/**
 * A part of the page that did not come: the network failed, or the server has been updated. The page is asked for anew;
 * whoever sat in a class is known there by the seat's token.
 */
const KEY = 'podville.reloadedAtMs';
const PAUSE_MS = 10_000;

/** Not more often than every ten seconds: a server that is away is not asked without end. */
function waitMs(): number {
  try {
    const last = Number(sessionStorage.getItem(KEY));
    return Math.max(0, last + PAUSE_MS - Date.now());
  } catch {
    return PAUSE_MS;
  }
}

function reload(): void {
  try {
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    // Then each time takes the pause.
  }
  location.reload();
}

export function reloadWhereAPartIsMissing(): void {
  let isDue = false;
  window.addEventListener('vite:preloadError', () => {
    if (!isDue) setTimeout(reload, waitMs());
    isDue = true;
  });
}
