import { describe, expect, it } from 'vitest'
import { readCutoverOptions } from './cutover-options.ts'

const split = (line: string): string[] => (line === '' ? [] : line.split(' '))

describe('options of npm run cutover', () => {
  it('have defaults', () => {
    expect(readCutoverOptions(split('plan www.example.com --load-balancer edge'))).toEqual({
      command: 'plan',
      hostname: 'www.example.com',
      loadBalancer: 'edge',
      strategy: 'weighted',
      preset: 'standard',
      json: false,
      discardEdits: false,
      yes: false,
    })
  })

  it('are read in any order, with or without an equals sign', () => {
    const line =
      '--json plan --zone=/hostedzone/Z1 a.test --low-ttl=30 --load-balancer arn:x=y --strategy simple'
    expect(readCutoverOptions(split(line))).toMatchObject({
      hostname: 'a.test',
      zone: 'Z1',
      lowTtl: 30,
      loadBalancer: 'arn:x=y',
      strategy: 'simple',
      json: true,
    })
    expect(readCutoverOptions(split('rollback a.test --discard-edits --yes --file f.json'))).toMatchObject({
      discardEdits: true,
      yes: true,
      file: 'f.json',
    })
    expect(readCutoverOptions(split('status --zone Z1'))).toMatchObject({ command: 'status', zone: 'Z1' })
  })

  it.each([
    ['', 'npm run cutover -- plan HOSTNAME'],
    ['start www.example.com', 'npm run cutover -- plan HOSTNAME'],
    ['plan', 'plan needs a hostname'],
    ['plan a.test', 'plan needs --load-balancer'],
    ['plan a.test b.test --load-balancer x', 'One hostname at a time; not a.test b.test'],
    ['status', 'status needs a hostname, or --zone'],
    ['rollback a.test --out x', 'rollback has no option --out; it has --zone, --file'],
    ['rollback a.test --force', 'Unknown option --force'],
    ['rollback a.test --file', '--file needs a value'],
    ['rollback a.test --file --yes', '--file needs a value'],
    ['plan a.test --load-balancer x --strategy rule', '--strategy is weighted or simple; not rule'],
    ['plan a.test --load-balancer x --preset fast', '--preset is standard or careful or quick; not fast'],
    ['plan a.test --load-balancer x --low-ttl 0', '--low-ttl is a whole number of seconds'],
    ['plan a.test --load-balancer x --low-ttl 1m', 'not 1m'],
  ])('name the mistake in “%s”', (line, message) => {
    expect(() => readCutoverOptions(split(line))).toThrow(message)
  })
})
