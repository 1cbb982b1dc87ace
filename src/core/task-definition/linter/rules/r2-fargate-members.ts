/** R2.fargate-members: what Fargate does not take. */
import type { Definition } from '../../definition.ts'
import type { JsonPath } from '../../json.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { memberOf, removal } from '../mend.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

const ofTask = ['ipcMode', 'placementConstraints'] as const
/** links, hostname and extraHosts have rules of their own, since they already do not go with awsvpc. */
const ofContainer = [
  'disableNetworking',
  'dnsSearchDomains',
  'dnsServers',
  'dockerSecurityOptions',
  'privileged',
] as const
const ofLinux = ['devices', 'maxSwap', 'sharedMemorySize', 'swappiness'] as const

const linux = (linuxParameters: object) => onFargate({ linuxParameters })

export const fargateMembers = defineRule({
  id: 'R2.fargate-members',
  severity: 'error',
  summary: {
    en: 'Fargate does not take disableNetworking, dnsSearchDomains, dnsServers, dockerSecurityOptions, GPUs, ipcMode, placementConstraints, privileged, and of linuxParameters devices, maxSwap, sharedMemorySize and swappiness.',
    ko: 'Fargate는 disableNetworking, dnsSearchDomains, dnsServers, dockerSecurityOptions, GPU, ipcMode, placementConstraints, privileged와 linuxParameters의 devices, maxSwap, sharedMemorySize, swappiness를 받지 않습니다.',
  },
  why: {
    en: 'They need an instance of your own, which Fargate has not.',
    ko: 'Fargate에는 없는 자신의 인스턴스가 필요한 항목입니다.',
  },
  docs: docs.fargate,
  examples: {
    good: [
      onFargate({ privileged: false, dnsServers: [], linuxParameters: { initProcessEnabled: true } }),
      onEc2({ privileged: true }),
    ],
    bad: [
      onFargate({ privileged: true }),
      onFargate({ dnsServers: ['10.0.0.2'] }),
      onFargate({ resourceRequirements: [{ type: 'GPU', value: '1' }] }),
      onFargate({}, { ipcMode: 'task' }),
      onFargate({}, { placementConstraints: [{ type: 'memberOf', expression: 'attribute:a == b' }] }),
      linux({ sharedMemorySize: 64 }),
      linux({ devices: [{ hostPath: '/dev/fuse' }] }),
      linux({ maxSwap: 0 }),
    ],
  },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? unsupported(definition).map((path) => ({
          path,
          text: { en: 'Fargate does not take {member}.', ko: 'Fargate는 {member}을(를) 받지 않습니다.' },
          values: { member: memberOf(path) },
          fix: removal(path, false),
        }))
      : [],
})

function unsupported(definition: Definition): JsonPath[] {
  const paths: JsonPath[] = ofTask.filter((member) => isSaid(definition[member])).map((member) => [member])
  for (const { container, path } of containersOf(definition)) {
    const { linuxParameters = {}, resourceRequirements = [] } = container
    paths.push(
      ...ofContainer.filter((member) => isSaid(container[member])).map((member) => [...path, member]),
      ...ofLinux
        .filter((member) => isSaid(linuxParameters[member]))
        .map((member) => [...path, 'linuxParameters', member]),
      ...(resourceRequirements.some(({ type }) => type === 'GPU') ? [[...path, 'resourceRequirements']] : []),
    )
  }
  return paths
}

/** False for what AWS reads as its absence. */
function isSaid(value: boolean | number | string | readonly unknown[] | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== ''
}
