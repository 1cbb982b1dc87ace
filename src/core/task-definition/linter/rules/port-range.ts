/** R0.port-range: containerPortRange, what it may stand with and how it is written. */
import type { Text } from '../../../../i18n/text.ts'
import type { Definition } from '../../definition.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf, hasHole, portsOf } from '../parts.ts'
import { defineRule, type Found } from '../rule.ts'

/** Ranges of one container. */
const most = 100

const words = {
  form: {
    en: '“{range}” is no range of ports: write the first, a hyphen and the last, such as 8000-8010.',
    ko: '“{range}”은(는) 포트 범위가 아닙니다. 8000-8010처럼 처음, 하이픈, 끝을 적으세요.',
  },
  mode: {
    en: 'containerPortRange needs the network mode bridge or awsvpc, not {mode}.',
    ko: 'containerPortRange에는 네트워크 모드 bridge 또는 awsvpc가 필요합니다. 지금은 {mode}입니다.',
  },
  hostPort: {
    en: 'With containerPortRange the host ports are chosen by the agent: {member} cannot stand beside it.',
    ko: 'containerPortRange를 쓰면 호스트 포트는 에이전트가 고릅니다. {member}을(를) 함께 쓸 수 없습니다.',
  },
  many: {
    en: 'Container {container} has {count, number} port ranges; {most, number} is the most.',
    ko: '{container} 컨테이너의 포트 범위가 {count, number}개입니다. 최대 {most, number}개입니다.',
  },
} satisfies Record<string, Text>

const range = { containerPortRange: '8000-8010' }

export const portRange = defineRule({
  id: 'R0.port-range',
  severity: 'error',
  summary: {
    en: 'containerPortRange is “first-last”, with bridge or awsvpc, without hostPort and containerPort, at most 100 in a container.',
    ko: 'containerPortRange는 “처음-끝” 형식이며 bridge나 awsvpc에서 hostPort와 containerPort 없이 컨테이너마다 최대 100개입니다.',
  },
  why: {
    en: 'The agent (1.67.0 and later) maps a whole range at once, to host ports that it chooses.',
    ko: '에이전트(1.67.0 이상)가 범위 전체를 직접 고른 호스트 포트에 한 번에 매핑합니다.',
  },
  docs: docs.portMapping,
  examples: {
    good: [onEc2({ portMappings: [range] }), onFargate({ portMappings: [{ containerPortRange: '80-80' }] })],
    bad: [
      onEc2({ portMappings: [{ containerPortRange: '8010-8000' }] }),
      onEc2({ portMappings: [{ containerPortRange: '8000' }] }),
      onEc2({ portMappings: [{ containerPortRange: '65000-66000' }] }),
      onEc2({ portMappings: [{ ...range, hostPort: 0 }] }),
      onEc2({ portMappings: [{ ...range, containerPort: 80 }] }),
      onEc2({ portMappings: [range], user: 'app' }, { networkMode: 'host' }),
      onEc2({
        portMappings: Array.from({ length: 101 }, (_, at) => ({ containerPortRange: `${at + 1}-${at + 1}` })),
      }),
    ],
  },
  find: (definition) => [...ofMappings(definition), ...ofContainers(definition)],
})

function ofMappings(definition: Definition): Found[] {
  const mode = definition.networkMode ?? 'bridge'
  return portsOf(definition).flatMap(({ mapping, portPath }) => {
    const { containerPortRange: written } = mapping
    if (written === undefined) return []
    const path = [...portPath, 'containerPortRange']
    const found: Found[] = []
    if (!isRange(written)) found.push({ path, text: words.form, values: { range: written } })
    if (mode === 'host') found.push({ path, text: words.mode, values: { mode } })
    for (const member of ['hostPort', 'containerPort'] as const) {
      if (mapping[member] === undefined) continue
      const place = [...portPath, member]
      found.push({ path: place, text: words.hostPort, values: { member }, fix: removal(place, false) })
    }
    return found
  })
}

function ofContainers(definition: Definition): Found[] {
  return containersOf(definition).flatMap(({ container: { portMappings = [] }, name, path }) => {
    const count = portMappings.filter((mapping) => mapping.containerPortRange !== undefined).length
    return count > most
      ? [{ path: [...path, 'portMappings'], text: words.many, values: { container: name, count, most } }]
      : []
  })
}

function isRange(written: string): boolean {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(written) ?? []
  if (first === undefined) return hasHole(written)
  return Number(first) >= 1 && Number(first) <= Number(last) && Number(last) <= 65_535
}
