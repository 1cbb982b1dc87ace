import { describe, expect, it } from 'vitest'
import { connectSources } from './connect-sources.ts'
import { parseConfig, readConfig, type ConfigResult } from './read.ts'
import type { Config } from './schema.ts'

const good = {
  account: '123456789012',
  regions: ['ap-northeast-2', 'us-east-1'],
  auth: {
    mode: 'cognito',
    issuer: 'https://cognito-idp.ap-northeast-2.amazonaws.com/ap-northeast-2_EXAMPLE',
    loginDomain: 'https://example.auth.ap-northeast-2.amazoncognito.com',
    clientId: '1example23456789',
    identityPoolId: 'ap-northeast-2:00000000-0000-0000-0000-000000000000',
    roles: [{ name: 'viewer', arn: 'arn:aws:iam::123456789012:role/tidegate-viewer' }],
  },
}

function parse(change: object): ConfigResult {
  return parseConfig(JSON.stringify({ ...good, ...change }), '/config.json')
}

function keysOf(result: ConfigResult): string[] {
  if (!('problem' in result) || result.problem.kind !== 'keys') throw new Error(JSON.stringify(result))
  return result.problem.keys.map((key) => `${key.path} ${key.kind} ${key.expected}`.trim())
}

function configOf(result: ConfigResult): Config {
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  return result.config
}

const missing = () => Promise.resolve(new Response('', { status: 404, statusText: 'Not Found' }))
const offline = () => Promise.reject(new TypeError('Failed to fetch'))

describe('config.json', () => {
  it('fills what may be left out', () => {
    expect(configOf(parse({}))).toMatchObject({
      endpoints: {},
      resolvers: [],
      hostedZones: [],
      probeHosts: [],
      practice: false,
      auth: { roles: [{ capabilities: [] }] },
    })
  })

  it.each([
    ['a missing key', { account: undefined }, ['account missing text']],
    ['a number for a text', { account: 123456789012 }, ['account wrong text']],
    ['an account of 11 digits', { account: '12345678901' }, ['account wrong account']],
    ['no region', { regions: [] }, ['regions wrong not-empty']],
    ['a region that is none', { regions: ['us-east-1', 'Seoul'] }, ['regions[1] wrong region']],
    ['a misspelt key', { endPoint: 'https://a.example' }, ['endPoint unknown']],
    ['an unknown service', { endpoints: { ecz: 'https://a.example' } }, ['endpoints.ecz unknown']],
    ['an address that is none', { endpoint: 'localhost:4566' }, ['endpoint wrong url']],
    ['a way in that does not exist', { auth: { mode: 'saml' } }, ['auth.mode wrong "cognito" | "keys"']],
    ['no way in', { auth: {} }, ['auth.mode missing "cognito" | "keys"']],
    [
      'a wrong role',
      { auth: { ...good.auth, roles: [{ name: 'viewer', arn: 'viewer' }] } },
      ['auth.roles[0].arn wrong role-arn'],
    ],
    ['practice as text', { practice: 'yes' }, ['practice wrong boolean']],
  ])('names the key: %s', (_what, change, expected) => {
    expect(keysOf(parse(change))).toEqual(expected)
  })

  it('names the whole file when it is no object', () => {
    expect(keysOf(parseConfig('[]', '/config.json'))).toEqual(['wrong object'])
  })

  it('tells a web page from broken JSON', () => {
    expect(parseConfig('<!doctype html>', '/config.json')).toMatchObject({
      problem: { kind: 'not-json', html: true },
    })
    expect(parseConfig('{"account": ', '/config.json')).toMatchObject({
      problem: { kind: 'not-json', html: false },
    })
  })

  it('says when the file cannot be had', async () => {
    expect(await readConfig('/config.json', missing)).toEqual({
      problem: { kind: 'unreachable', url: '/config.json', detail: 'HTTP 404 Not Found' },
    })
    expect(await readConfig('/config.json', offline)).toMatchObject({
      problem: { kind: 'unreachable', detail: 'Failed to fetch' },
    })
  })
})

describe('hosts the page may talk to', () => {
  it('are one per service and Region on AWS, without wildcards', () => {
    const sources = connectSources(configOf(parse({})))
    expect(sources).toContain('https://ecs.us-east-1.amazonaws.com')
    expect(sources).toContain('https://cognito-identity.ap-northeast-2.amazonaws.com')
    expect(sources).not.toContain('https://cognito-identity.us-east-1.amazonaws.com')
    expect(sources).toContain('https://example.auth.ap-northeast-2.amazoncognito.com')
    expect(sources.join(' ')).not.toContain('*')
  })

  it('are the endpoints when they are given, a service of its own before the one for all', () => {
    const sources = connectSources(
      configOf(
        parse({
          auth: { mode: 'keys' },
          endpoint: 'http://127.0.0.1:4566/',
          endpoints: { logs: 'http://127.0.0.1:9999' },
          resolvers: [{ name: 'one', url: 'https://dns.example/dns-query' }],
        }),
      ),
    )
    expect(sources).toEqual([
      "'self'",
      'http://127.0.0.1:4566',
      'http://127.0.0.1:9999',
      'https://dns.example',
    ])
  })

  it('are only this site in practice', () => {
    expect(connectSources(configOf(parse({ practice: true })))).toEqual(["'self'"])
  })
})
