/**
 * Makes the page an application that opens without its server, where the browser has that: not on plain HTTP from
 * another machine, and not where a certificate is not trusted. The page is the same without it.
 */
export function keepForOffline(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }).catch(() => {});
  // Nothing that somebody waits for should wait for this.
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}
