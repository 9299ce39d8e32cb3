import { useEffect } from 'preact/hooks';
import { Blank } from './components/blank';
import { Shell } from './components/shell';
import { Unreachable } from './components/unreachable';
import { useStore } from './lib/store';
import { useNova } from './model/nova';
import { useNovaState } from './model/queries';
import { LoginPage } from './pages/login_page';

/** Who may see what: the login form, or everything. */
export function App() {
  const nova = useNova();
  const session = useStore(nova.session.state);
  switch (session.phase) {
    case 'checking':
      return <Blank title="Connecting…" busy />;
    case 'unreachable':
      return <Unreachable retry={() => nova.session.begin()} />;
    case 'signed-out':
      return <LoginPage {...session} />;
    case 'signed-in':
      return <SignedIn canLeave={session.canLeave} />;
  }
}

function SignedIn({ canLeave }: { canLeave: boolean }) {
  const nova = useNova();
  const { data: state, error, isFetching, refetch } = useNovaState();
  useEffect(() => {
    if (state) nova.follow(state);
  }, [nova, state]);

  if (state) return <Shell state={state} canLeave={canLeave} />;
  if (error?.status === 0) return <Unreachable retry={refetch} />;
  if (error && !isFetching) {
    return (
      <Blank title="The state could not be loaded" action="Try again" onAction={() => void refetch()}>
        {error.message}
      </Blank>
    );
  }
  return <Blank title="Reading your files…" busy />;
}
