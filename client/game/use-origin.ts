/** The address that a phone can open: on the teacher's own laptop the page runs on localhost, which no phone knows. */
import { useEffect, useState } from 'preact/hooks';
import { addressesAnswer } from '../../shared/protocol/http.ts';
import { ask } from '../connection/http.ts';

export function useOrigin(): string {
  const [origin, setOrigin] = useState(location.origin);
  useEffect(() => {
    if (!/^(localhost|127\.|\[::1\])/.test(location.hostname)) return;
    ask(addressesAnswer, '/api/addresses')
      .then(({ addresses }) => setOrigin(addresses[0] ?? location.origin))
      .catch(() => undefined);
  }, []);
  return origin;
}
