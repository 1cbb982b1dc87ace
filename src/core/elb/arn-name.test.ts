import { expect, it } from 'vitest'
import { loadBalancerName, targetGroupName } from './arn-name.ts'

const prefix = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012'

it.each([
  [`${prefix}:loadbalancer/app/shop/50dc6c495c0c9188`, 'shop'],
  [`${prefix}:loadbalancer/net/edge/50dc6c495c0c9188`, 'edge'],
  [`${prefix}:loadbalancer/classic-one`, 'classic-one'],
  ['nothing like it', 'nothing like it'],
])('names the load balancer of %s', (arn, name) => {
  expect(loadBalancerName(arn)).toBe(name)
})

it('names the target group', () => {
  expect(targetGroupName(`${prefix}:targetgroup/web/73e2d6bc24d8a067`)).toBe('web')
  expect(targetGroupName('web')).toBe('web')
})
