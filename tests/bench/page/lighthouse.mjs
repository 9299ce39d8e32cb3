import lighthouse, { desktopConfig } from 'lighthouse';
import { signIn, withChromium } from './chromium.mjs';

/** Lighthouse's own scores of the list, signed in: as on a slow phone, and on a desktop. */
export async function lighthouseScores({ origin, token, report }) {
  await withChromium(async (browser, port) => {
    const [context] = browser.contexts();
    await signIn(context, origin, token);
    for (const [form, config] of [
      ['phone', undefined],
      ['desktop', desktopConfig],
    ]) {
      // The session is in the browser's storage.
      const flags = { port, disableStorageReset: true, logLevel: 'silent', output: 'json' };
      const { lhr } = await lighthouse(`${origin}/`, flags, config);
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
        report(`lighthouse_${form}_${id}`, score * 100);
        for (const ref of auditRefs) {
          const audit = lhr.audits[ref.id];
          if (ref.weight > 0 && audit.score !== null && audit.score < 0.95)
            console.error(`Lighthouse, ${form}, ${id}: ${audit.title}: ${audit.displayValue ?? audit.score}`);
        }
      }
    }
  });
}
