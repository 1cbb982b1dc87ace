import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { canonical, isSame } from './canonical.ts'
import type { Definition } from './definition.ts'
import { type DefinitionChange, diff } from './diff.ts'
import { keysOf } from './natural-keys.ts'
import { definitions } from './testing/definitions.ts'

const before: Definition = {
  family: 'web',
  cpu: '256',
  containerDefinitions: [
    {
      name: 'web',
      image: 'nginx:1',
      environment: [{ name: 'A', value: '1' }],
      portMappings: [{ containerPort: 80 }],
    },
    { name: 'log', image: 'fluent', links: ['web'] },
  ],
}
const after: Definition = {
  family: 'web',
  cpu: '0.5 vCPU',
  containerDefinitions: [
    { name: 'side', image: 'side' },
    { name: 'log', image: 'fluent', links: [] },
    {
      name: 'web',
      image: 'nginx:2',
      environment: [
        { name: 'B', value: '' },
        { name: 'A', value: '2' },
      ],
      portMappings: [{ containerPort: 80, hostPort: 8080 }],
    },
  ],
}

/** Puts the changes into the canonical form of what was before; lists are put back together from their natural keys. */
function patched(from: Definition, changes: readonly DefinitionChange[]): unknown {
  const root = asTree('', canonical(from))
  for (const { path, after: value } of changes) {
    let at = root
    for (const step of path.slice(0, -1)) {
      const next = at.parts.get(step) ?? { kind: 'list', parts: new Map<string, Tree>() }
      at.parts.set(step, next)
      at = next
    }
    const last = path.at(-1) ?? ''
    if (value === undefined) at.parts.delete(last)
    else at.parts.set(last, asTree(last, value))
  }
  return sorted(root)
}

interface Tree {
  kind: 'list' | 'members' | 'whole'
  parts: Map<string, Tree>
  value?: unknown
}

function asTree(member: string, value: unknown): Tree {
  const keys = Array.isArray(value) ? keysOf(member, value) : undefined
  if (keys && Array.isArray(value))
    return { kind: 'list', parts: new Map(value.map((item, index) => [keys[index] ?? '', asTree('', item)])) }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'whole', parts: new Map(), value }
  return {
    kind: 'members',
    parts: new Map(Object.entries(value).map(([name, inner]) => [name, asTree(name, inner)])),
  }
}

/** Comparable: sorted, and a list without elements is no list. */
function sorted({ kind, parts, value }: Tree): unknown {
  const inner = [...parts]
    .filter(([, part]) => part.kind !== 'list' || part.parts.size > 0)
    .map(([key, part]) => [key, sorted(part)])
    .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))
  return kind === 'whole' ? value : inner
}

const secret = (value: string): Definition => ({
  containerDefinitions: [{ name: 'web', environment: [{ name: 'TOKEN', value }], command: [value] }],
})

describe('diff', () => {
  it('names what changed by its natural key, in words', () => {
    const said = diff(before, after).map(({ kind, path, before: was, after: is, message }) => [
      kind,
      path.join('/'),
      was,
      is,
      translate('en', message),
      translate('ko', message),
    ])
    expect(said).toEqual([
      ['changed', 'cpu', '256', '512', 'cpu: changed', 'cpu: 바뀜'],
      [
        'removed',
        'containerDefinitions/log/links/web',
        'web',
        undefined,
        'Container log, link to web: removed',
        '컨테이너 log, web 링크: 제거됨',
      ],
      [
        'added',
        'containerDefinitions/side',
        undefined,
        { name: 'side', image: 'side' },
        'Container side: added',
        '컨테이너 side: 추가됨',
      ],
      [
        'changed',
        'containerDefinitions/web/image',
        'nginx:1',
        'nginx:2',
        'Container web, image: changed',
        '컨테이너 web, image: 바뀜',
      ],
      [
        'added',
        'containerDefinitions/web/portMappings/80/tcp/hostPort',
        undefined,
        8080,
        'Container web, port 80/tcp, hostPort: added',
        '컨테이너 web, 포트 80/tcp, hostPort: 추가됨',
      ],
      [
        'changed',
        'containerDefinitions/web/environment/A/value',
        '1',
        '2',
        'Container web, environment variable A, value: changed',
        '컨테이너 web, 환경 변수 A, value: 바뀜',
      ],
      [
        'added',
        'containerDefinitions/web/environment/B',
        undefined,
        { name: 'B', value: '' },
        'Container web, environment variable B: added',
        '컨테이너 web, 환경 변수 B: 추가됨',
      ],
    ])
  })

  it('has nothing to say exactly when the definitions are the same', () => {
    fc.assert(
      fc.property(definitions, definitions, (one, other) => {
        expect(diff(one, one)).toEqual([])
        expect(diff(one, other).length === 0).toBe(isSame(one, other))
      }),
      { numRuns: 50 },
    )
  })

  it('is complete: the changes, put into the one, give the other', () => {
    fc.assert(
      fc.property(definitions, definitions, (one, other) => {
        expect(patched(one, diff(one, other))).toEqual(sorted(asTree('', canonical(other))))
      }),
      { numRuns: 50 },
    )
  })

  it('keeps values out of the words', () => {
    const words = diff(secret('canary-1'), secret('canary-2')).map(({ message }) => translate('en', message))
    expect(words).toEqual([
      'Container web, command: changed',
      'Container web, environment variable TOKEN, value: changed',
    ])
  })
})
