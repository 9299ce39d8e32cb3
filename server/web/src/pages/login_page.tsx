import { useEffect, useRef, useState } from 'preact/hooks';
import { Diamond } from '../components/icons';
import { Mark } from '../components/mark';
import { useNova } from '../model/nova';

interface LoginPageProps {
  reason: string;
  busy: boolean;
  wait: number;
}

/** The form for the token, and where to find it. What was typed stays when it was wrong. */
export function LoginPage({ reason, busy, wait }: LoginPageProps) {
  const nova = useNova();
  const [token, setToken] = useState('');
  const [left, setLeft] = useState(wait);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = 'Sign in · Nova Settings';
    field.current?.focus();
  }, []);
  // The server said how long it will not listen; count that down.
  useEffect(() => {
    setLeft(wait);
    if (wait <= 0) return undefined;
    const end = Date.now() + wait * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [wait, reason, busy]);

  const submit = (event: Event) => {
    event.preventDefault();
    if (token.trim() === '') field.current?.focus();
    else if (!busy && left <= 0) void nova.session.signIn(token.trim());
  };
  const words = left > 0 ? `${reason} Try again in ${left} s.` : reason;

  return (
    <main class="login">
      <form class="card" onSubmit={submit}>
        <p class="brand">
          <Diamond /> Nova
        </p>
        <h1>Sign in</h1>
        {words && (
          <p class="login-reason" id="login-reason" role="alert">
            <Mark kind="attention" />
            <span>{words}</span>
          </p>
        )}
        <label for="token">Token</label>
        <input
          ref={field}
          id="token"
          type="password"
          autocomplete="current-password"
          spellcheck={false}
          value={token}
          aria-describedby="login-help"
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <button type="submit" class="button primary" disabled={busy || left > 0}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
        <p class="muted" id="login-help">
          On the machine where Nova runs, this prints the token:
        </p>
        <pre>
          <code>nova-settingsd token</code>
        </pre>
        <p class="muted">Starting nova-settingsd again prints a new link that signs you in without it.</p>
      </form>
    </main>
  );
}
