import { useNova } from '../model/nova';

/** Ends the session: the page forgets everything and shows the form. */
export function SignOut() {
  const nova = useNova();
  const signOut = () =>
    nova.session.signOut().catch((problem: Error) => nova.notices.add(`You are still signed in. ${problem.message}`));
  return (
    <button type="button" class="button sign-out" onClick={() => void signOut()}>
      Sign out
    </button>
  );
}
