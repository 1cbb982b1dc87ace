/** R3.agent-version: what a task asks of the agents of its instances. */
import type { Definition } from '../../definition.ts'
import type { LintContext } from '../context.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { isForFargate, portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { anInstance, aService } from '../target-example.ts'

const old = [anInstance({ agentVersion: '1.50.1' })]
const ranged = onEc2({ portMappings: [{ containerPortRange: '8000-8010' }] })

export const agentVersion = defineRule({
  id: 'R3.agent-version',
  severity: 'warning',
  summary: {
    en: 'ECS Exec needs agent 1.50.2 or later, containerPortRange 1.67.0 or later.',
    ko: 'ECS Exec에는 에이전트 1.50.2 이상, containerPortRange에는 1.67.0 이상이 필요합니다.',
  },
  why: {
    en: 'An older agent does not know them: such instances are passed over, or the feature does not work there.',
    ko: '이전 에이전트는 이를 모르므로 해당 인스턴스를 건너뛰거나 기능이 동작하지 않습니다.',
  },
  docs: docs.agentConnection,
  situations: {
    good: [
      { definition: ranged, context: { instances: [anInstance({ agentVersion: 'v1.67.0' })] } },
      { definition: onEc2(), context: { instances: old } },
      { definition: ranged, context: { instances: [anInstance({ agentVersion: undefined })] } },
    ],
    bad: [
      { definition: ranged, context: { instances: old } },
      { definition: onEc2(), context: { instances: old, service: aService({ enableExecuteCommand: true }) } },
    ],
  },
  find(definition, context) {
    if (isForFargate(definition, context)) return []
    return needsOf(definition, context).flatMap(({ feature, version }) =>
      (context.instances ?? [])
        .filter((instance) => instance.agentVersion && isBefore(instance.agentVersion, version))
        .map((instance) => ({
          path: [],
          text: {
            en: '{feature} needs agent {version}; instance {id} has {has}.',
            ko: '{feature}에는 에이전트 {version}이(가) 필요합니다. {id} 인스턴스는 {has}입니다.',
          },
          values: { feature, version, id: instance.id, has: String(instance.agentVersion) },
        })),
    )
  },
})

function needsOf(definition: Definition, { service }: LintContext): { feature: string; version: string }[] {
  const hasRange = portsOf(definition).some(({ mapping }) => mapping.containerPortRange !== undefined)
  return [
    ...(service?.enableExecuteCommand ? [{ feature: 'ECS Exec', version: '1.50.2' }] : []),
    ...(hasRange ? [{ feature: 'containerPortRange', version: '1.67.0' }] : []),
  ]
}

function isBefore(version: string, other: string): boolean {
  return inOrder(version) < inOrder(other)
}

/** `1.67.0` as a number that sorts. */
function inOrder(version: string): number {
  return version
    .replace(/^v/, '')
    .split('.')
    .reduce((sum, part) => sum * 1000 + Number(part), 0)
}
