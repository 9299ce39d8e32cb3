import { useEffect } from 'preact/hooks';
import { Blank } from './components/blank';
import { Shell } from './components/shell';
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
      return (
        <Blank title="Nova cannot be reached" action="Try again" onAction={() => void nova.session.begin()}>
          Is nova-settingsd still running on its machine?
        </Blank>
      );
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
  if (error && !isFetching) {
    return (
      <Blank title="The state could not be loaded" action="Try again" onAction={() => void refetch()}>
        {error.message}
      </Blank>
    );
  }
  return <Blank title="Reading your files…" busy />;
}
