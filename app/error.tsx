"use client";

interface PageFailedProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** The page for a failed page. The digest finds the cause in the server's log. */
export default function PageFailed({ error, retry }: PageFailedProps) {
  return (
    <div className="statement" role="alert">
      <meta name="robots" content="noindex" />
      <h1>We could not show this page</h1>
      <p>Something went wrong on our end, not with your link.</p>
      {error.digest && (
        <p>
          Reference: <code>{error.digest}</code>
        </p>
      )}
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
