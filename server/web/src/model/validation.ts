import { useEffect, useState } from 'preact/hooks';
import type { Validation } from '../api/texts';
import type { Finding } from '../api/types';
import { useNova } from './nova';

/** What is wrong with a text, and which text that is. */
export interface Checked {
  text: string;
  findings: readonly Finding[];
}

/**
 * Asks what is wrong with a text when its writer pauses. The answer to the newest text wins, whatever comes when; where
 * it cannot be asked now, saving will tell.
 */
export class Checker {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;

  constructor(
    private readonly ask: (content: string, signal: AbortSignal) => Promise<Validation>,
    private readonly found: (checked: Checked) => void,
    /** How long a writer's rest is after which the text is looked at. */
    private readonly pause = 300,
  ) {}

  /** `content` gives the text as it would be in the file, when it is time. */
  touch(text: string, content: () => string): void {
    this.forget();
    this.#timer = setTimeout(() => void this.#send(text, content()), this.pause);
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#asked = undefined;
  }

  async #send(text: string, content: string): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const { errors, warnings } = await this.ask(content, asked.signal);
      if (!asked.signal.aborted) this.found({ text, findings: [...errors, ...warnings] });
    } catch {
      // Given up for a newer text, or it cannot be asked.
    }
  }
}

/** What is wrong with a draft of the catalog: of the text at the writer's last rest. Nothing while there is no draft. */
export function useValidation(
  text: string,
  dirty: boolean,
  offline: boolean,
  content: () => string,
): Checked | undefined {
  const nova = useNova();
  const [checked, setChecked] = useState<Checked>();
  const [checker] = useState(() => new Checker((sent, signal) => nova.api.validateConfig(sent, signal), setChecked));

  useEffect(() => {
    if (dirty && !offline) checker.touch(text, content);
    else checker.forget();
    if (!dirty) setChecked(undefined);
  }, [text, dirty, offline]);
  useEffect(() => () => checker.forget(), []);
  return checked;
}
