import { describe, expect, it } from 'vitest'
import { type SecurityGroupRule, rulesForPort } from './security-group.ts'

const rule = (more: Partial<SecurityGroupRule>): SecurityGroupRule => ({
  protocol: 'tcp',
  ipv4: ['0.0.0.0/0'],
  ipv6: [],
  groupIds: [],
  prefixListIds: [],
  ...more,
})

describe('rulesForPort', () => {
  it.each<[string, Partial<SecurityGroupRule>, boolean]>([
    ['the port itself', { fromPort: 443, toPort: 443 }, true],
    ['a range around it', { fromPort: 400, toPort: 500 }, true],
    ['the first of a range', { fromPort: 443, toPort: 500 }, true],
    ['the last of a range', { fromPort: 1, toPort: 443 }, true],
    ['another port', { fromPort: 80, toPort: 80 }, false],
    ['another protocol', { protocol: 'udp', fromPort: 443, toPort: 443 }, false],
    ['TCP by its number', { protocol: '6', fromPort: 443, toPort: 443 }, true],
    ['all protocols', { protocol: '-1' }, true],
    ['all ports of TCP', {}, true],
  ])('takes %s: %j', (_, more, expected) => {
    const group = { id: 'sg-1', name: 'web', inbound: [rule(more)] }
    expect(rulesForPort(group, 443)).toHaveLength(expected ? 1 : 0)
  })
})
