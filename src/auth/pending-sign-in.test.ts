import { describe, expect, it } from 'vitest'
import { type PendingSignIn, rememberSignIn, safeReturn, takeSignIn } from './pending-sign-in.ts'
import { isThisMachine } from './protocol.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const pending: PendingSignIn = {
  verifier: 'v',
  state: 's',
  nonce: 'n',
  returnTo: '/',
  createdAt: 1_000,
  silent: false,
  server: { issuer: 'https://issuer.example' },
}

describe('a sign-in on its way', () => {
  it('can be taken once', () => {
    const store = memory()
    rememberSignIn(store, pending)
    expect(takeSignIn(store, 2_000)).toEqual(pending)
    expect(takeSignIn(store, 2_000)).toBeUndefined()
  })

  it('is refused after ten minutes, or from the future', () => {
    const store = memory()
    rememberSignIn(store, pending)
    expect(takeSignIn(store, 1_000 + 10 * 60_000 + 1)).toBeUndefined()
    rememberSignIn(store, pending)
    expect(takeSignIn(store, 999)).toBeUndefined()
  })
})

describe('the way back', () => {
  it.each([
    ['/us-east-1/clusters?q=a#b', '/us-east-1/clusters?q=a#b'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/signed-in?code=1', '/'],
    ['/sign-in', '/'],
  ])('%s leads to %s', (asked, expected) => {
    expect(safeReturn(asked, 'https://console.example')).toBe(expected)
  })
})

describe('plain HTTP', () => {
  it.each([
    ['http://127.0.0.1:4566/pool', true],
    ['http://localhost:4566/pool', true],
    ['http://w1.localhost/pool', true],
    ['http://localhost.evil.example/pool', false],
    ['http://cognito.example/pool', false],
    ['https://127.0.0.1/pool', false],
  ])('for %s: %s', (issuer, expected) => {
    expect(isThisMachine(issuer)).toBe(expected)
  })
})
