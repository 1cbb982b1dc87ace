import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import { readAlarmNames, writeAlarmNames } from './alarm-names.ts'
import { choicesOf } from './choices.ts'
import { readHostname } from './hostname.ts'
import { newCutoverSearch } from './search.ts'
import { wizardAddress } from './wizard-address.ts'

describe('what was typed for a hostname', () => {
  it.each([
    ['www.example.com', 'www.example.com.'],
    [' WWW.Example.com. ', 'www.example.com.'],
    ['*.example.com', '\\052.example.com.'],
    ['bücher.example', 'xn--bcher-kva.example.'],
  ])('%j is %s', (typed, canonical) => {
    expect(readHostname(typed)).toEqual({ kind: 'name', canonical })
  })

  it.each([
    [
      'https://www.example.com/a',
      'That is the address of a page. Give the hostname alone, such as www.example.com.',
    ],
    [
      'www.example.com:443',
      'That is the address of a page. Give the hostname alone, such as www.example.com.',
    ],
    ['@', 'That is not a hostname. It consists of labels with dots between them, such as www.example.com.'],
    ['a..b', 'A label between the dots is empty or longer than 63 characters.'],
    [`${'a.'.repeat(130)}com`, 'Longer than 255 characters.'],
    ['localhost', 'A name without a dot stands in no hosted zone of yours.'],
  ])('%j is refused in words', (typed, words) => {
    const read = readHostname(typed)
    expect(read.kind === 'trouble' && translate('en', { text: read.text, values: read.values })).toBe(words)
  })

  it('may be nothing yet', () => {
    expect(readHostname('  ')).toEqual({ kind: 'empty' })
  })
})

describe('the address of the wizard', () => {
  it('keeps what makes sense and leaves the rest out', () => {
    expect(
      newCutoverSearch({
        step: 'plan',
        hostname: 'www.example.com',
        path: 1,
        zone: '',
        bake: '30',
        ttl: 'x',
        hold: -1,
        noHealth: 'true',
        ipv6: 'no',
        strategy: 'simple',
        pace: 'own',
        weights: '0,50,100',
        other: 'x',
      }),
    ).toEqual({
      step: 'plan',
      hostname: 'www.example.com',
      path: '1',
      bake: 30,
      noHealth: true,
      strategy: 'simple',
      pace: 'own',
      weights: '0,50,100',
    })
    expect(newCutoverSearch({ step: 'start', strategy: 'weighted', pace: 'standard' })).toEqual({})
    expect(newCutoverSearch({ step: 'x', strategy: 'x', pace: 'x' })).toEqual({})
  })

  it('is found again from what was planned', () => {
    const search = newCutoverSearch({
      pace: 'own',
      weights: '0,50,100',
      bake: 5,
      ttl: 30,
      hold: 6,
      noPrepare: true,
      cname: true,
    })
    const address = wizardAddress(
      'ap-northeast-2',
      {
        typed: 'www.example.com',
        hostname: 'www.example.com.',
        zoneId: 'Z1',
        cluster: 'edge',
        service: 'www',
        loadBalancer: 'edge-alb',
        targetGroupArn: 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/group/1',
        healthPath: '/health',
        choices: choicesOf(search),
        alarmNames: ['edge 5xx', 'p95, slow'],
        probe: { kind: 'skipped' },
      },
      'www.example.com',
    )
    const { pathname, searchParams } = new URL(address, 'https://tidegate.example')
    expect(pathname).toBe('/ap-northeast-2/cutovers/new')
    expect(newCutoverSearch(Object.fromEntries(searchParams))).toEqual({
      ...search,
      step: 'preflight',
      hostname: 'www.example.com',
      zone: 'Z1',
      cluster: 'edge',
      service: 'www',
      loadBalancer: 'edge-alb',
      targetGroup: 'group',
      path: '/health',
      alarms: 'edge 5xx,p95%2C slow',
    })
  })

  it('becomes the choices of a plan', () => {
    expect(choicesOf({})).toMatchObject({
      strategy: 'weighted',
      steps: [0, 5, 25, 50, 100],
      bakeMs: 600_000,
      holdMs: 86_400_000,
      lowTtl: 60,
      evaluateTargetHealth: true,
      prepareTtl: true,
      retireServiceBindings: true,
      addIpv6: false,
      privateSnapshot: false,
    })
    expect(choicesOf({ pace: 'careful' }).bakeMs).toBe(1_800_000)
    expect(choicesOf({ pace: 'own', weights: '0, 50 100', bake: 1, ttl: 0, hold: 1 })).toMatchObject({
      steps: [0, 50, 100],
      bakeMs: 60_000,
      lowTtl: 1,
      holdMs: 4 * 3_600_000,
    })
    expect(choicesOf({ pace: 'own' }).steps).toEqual([0, 5, 25, 50, 100])
    expect(choicesOf({ pace: 'own', weights: '0,x,100' }).steps).toEqual([0, Number.NaN, 100])
  })

  it('carries the rule only where a rule is moved', () => {
    const rule = { arn: 'r', kind: 'rule' as const, actions: [], legacyGroupArn: 'a', newGroupArn: 'b' }
    expect(choicesOf({ strategy: 'rule' }, rule).rule).toBe(rule)
    expect('rule' in choicesOf({ strategy: 'rule' })).toBe(false)
    expect('rule' in choicesOf({}, rule)).toBe(false)
  })
})

describe('names of alarms in the address', () => {
  it.each([[['edge-5xx']], [['edge 5xx', 'p95, slow']], [['100%', '%2C', '%252C']]])(
    '%j come back as they were',
    (names) => {
      expect(readAlarmNames(writeAlarmNames(names))).toEqual(names)
    },
  )

  it('are each there once, and none is nothing', () => {
    expect(readAlarmNames(' edge-5xx , edge-5xx,, ')).toEqual(['edge-5xx'])
    expect(readAlarmNames(undefined)).toEqual([])
    expect(writeAlarmNames([])).toBeUndefined()
  })
})
