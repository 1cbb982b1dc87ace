/**
 * R2.configuration: With awsvpc a service has awsvpcConfiguration (1–16 subnets, at most 5 security groups), otherwise none.
 */
import type { Text } from '../../../../i18n/text.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { defineRule } from '../rule.ts'
import { aService } from '../target-example.ts'
import { awsvpc } from './service-examples.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`)

const words = {
  missing: {
    en: 'With awsvpc, service {service} must name subnets (awsvpcConfiguration).',
    ko: 'awsvpc에서는 {service} 서비스에 서브넷(awsvpcConfiguration)을 지정해야 합니다.',
  },
  surplus: {
    en: 'Service {service} has awsvpcConfiguration, which only goes with the network mode awsvpc, not with {mode}.',
    ko: '{service} 서비스에 awsvpcConfiguration이 있습니다. {mode}이(가) 아니라 awsvpc에서만 쓸 수 있습니다.',
  },
  many: {
    en: 'Service {service} names {subnets, number} subnets and {groups, number} security groups; 16 and 5 are the most.',
    ko: '{service} 서비스의 서브넷이 {subnets, number}개, 보안 그룹이 {groups, number}개입니다. 최대 16개와 5개입니다.',
  },
} satisfies Record<string, Text>

export const networkConfiguration = defineRule({
  id: 'R2.configuration',
  severity: 'error',
  summary: {
    en: 'With awsvpc a service has awsvpcConfiguration (1–16 subnets, at most 5 security groups), otherwise none.',
    ko: 'awsvpc이면 서비스에 awsvpcConfiguration(서브넷 1~16개, 보안 그룹 최대 5개)이 있고 아니면 없습니다.',
  },
  why: {
    en: 'Only tasks with awsvpc have a network interface to place in a subnet.',
    ko: 'awsvpc 태스크에만 서브넷에 둘 네트워크 인터페이스가 있습니다.',
  },
  docs: docs.awsvpc,
  awsText: 'Network Configuration is not valid for the given `networkMode`',
  situations: {
    good: [
      { definition: onFargate(), context: { service: awsvpc } },
      { definition: onEc2(), context: { service: aService() } },
    ],
    bad: [
      { definition: onFargate(), context: { service: aService() } },
      { definition: onEc2(), context: { service: awsvpc } },
      { definition: onFargate(), context: { service: aService({ subnets: ids(17) }) } },
      {
        definition: onFargate(),
        context: { service: aService({ subnets: ids(1), securityGroups: ids(6) }) },
      },
    ],
  },
  find({ networkMode: mode = 'bridge' }, { service }) {
    if (!service) return []
    const { subnets, securityGroups } = service
    const values = {
      service: service.name,
      mode,
      subnets: subnets.length,
      groups: securityGroups.length,
    }
    const path = ['networkMode']
    if ((mode === 'awsvpc') !== subnets.length > 0)
      return [{ path, text: mode === 'awsvpc' ? words.missing : words.surplus, values }]
    return subnets.length > 16 || securityGroups.length > 5 ? [{ path, text: words.many, values }] : []
  },
})
