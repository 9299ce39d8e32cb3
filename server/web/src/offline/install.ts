/** By then what somebody waits for is there: nothing of it should wait for this. */
const later = 1000;

/**
 * Makes the page an application that opens without its server, where the browser has that: not on plain HTTP from
 * another machine, and not where a certificate is not trusted. The page is the same without it.
 */
export function keepForOffline(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  const register = () => navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' }).catch(() => {});
  addEventListener('load', () => setTimeout(() => void register(), later), { once: true });
}
