import { useEffect, useRef, useState } from 'react';
import type { Failure } from './failure';

/** Says what failed. What may succeed later is tried again after the time that the gateway has named, or when the browser is online again. */
export function Problem({ failure, title = failure.title, retry, restart }: {
  failure: Failure;
  title?: string;
  retry: () => void;
  restart: () => void;
}) {
  const left = useCountdown(failure);
  const latest = useRef(retry);
  latest.current = retry;

  useEffect(() => {
    if (left === 0) latest.current();
  }, [left]);

  useEffect(() => {
    if (!failure.retryable) return;
    const again = () => latest.current();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failure]);

  return (
    <div className="problem" role="alert" data-code={failure.code}>
      <strong>{title}</strong>
      <span>{failure.detail}</span>
      {left !== undefined && left > 0 && <span className="countdown">Trying again in {left} s</span>}
      {failure.restart && <button onClick={restart}>Start over</button>}
      {failure.retryable && !failure.restart && <button onClick={retry}>Try again</button>}
    </div>
  );
}

/** The seconds that are left to wait; undefined where no time is known. */
function useCountdown(failure: Failure): number | undefined {
  const [left, setLeft] = useState(failure.retryAfterSeconds);
  useEffect(() => {
    const seconds = failure.retryAfterSeconds;
    setLeft(seconds);
    if (seconds === undefined) return;
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [failure]);
  return left;
}
