/** Nobody is signed in: how to be. */
export function SignInPage() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center p-6">
      <h1 className="text-lg font-semibold">Sign in to Marginkeeper</h1>
      <p className="mt-3">Open the sign-in link that the start of the service printed. It works once.</p>
      <p className="mt-3">For a new one, run this where the service is installed:</p>
      <pre className="mt-2 overflow-x-auto rounded-md border border-line bg-panel p-3 font-mono text-xs">
        npx marginkeeper login-link --role approver --name YOUR-NAME
      </pre>
    </main>
  );
}
