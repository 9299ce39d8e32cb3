/**
 * Makes the page an application that opens without its server, where the browser has that: not on plain HTTP from
 * another machine, and not where a certificate is not trusted. The page is the same without it.
 */
export function keepForOffline(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }).catch(() => {});
}
