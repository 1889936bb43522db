import { expect } from 'chai';
import { redirectFault } from '../../../knowledge/update/address.ts';
import { connectionFault, defaultBackoffMs, retryAfterMs } from '../../../knowledge/update/retry.ts';

describe('the rules of downloading', () => {
  // Protects a download that began protected from going on unprotected.
  it('leave https for nothing else, not even on this machine', () => {
    const from = new URL('https://publisher.example/a');
    expect(redirectFault(from, new URL('http://127.0.0.1/a'))).to.equal(
      'leads from https to http, which is not followed',
    );
    expect(redirectFault(from, new URL('https://files.example/a'))).to.equal(undefined);
    expect(redirectFault(new URL('http://localhost/a'), from)).to.equal(undefined);
  });

  it('wait longer after each attempt, and never much over half a minute', () => {
    for (const [attempt, base] of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].entries()) {
      expect(defaultBackoffMs(attempt + 1)).to.be.within(base / 2, base * 1.5);
    }
  });

  it('read Retry-After as seconds or as a date', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryAfterMs('120', now)).to.equal(120_000);
    expect(retryAfterMs('Thu, 01 Jan 2026 00:00:30 GMT', now)).to.equal(30_000);
    expect(retryAfterMs('Wed, 31 Dec 2025 00:00:00 GMT', now)).to.equal(0);
    for (const odd of [undefined, '', 'soon']) expect(retryAfterMs(odd, now)).to.equal(undefined);
  });

  // Protects from minutes of waiting for what only the operator can mend.
  it('know a certificate that is no good from a line that is down', () => {
    const error = (code: string, message: string) => Object.assign(new Error(message), { code });
    expect(connectionFault(error('CERT_HAS_EXPIRED', 'certificate has expired'))).to.deep.equal({
      what: 'The connection failed (certificate has expired, CERT_HAS_EXPIRED)',
      final: true,
    });
    expect(connectionFault(error('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'))).to.deep.equal({
      what: 'The connection failed (connect ECONNREFUSED 127.0.0.1:1)',
      final: false,
    });
    expect(connectionFault(error('ETIMEDOUT', '')).what).to.equal('The connection failed (ETIMEDOUT)');
  });
});
