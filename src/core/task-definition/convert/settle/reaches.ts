/** Lets containers find each other: links with bridge, localhost where they share one network. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import type { Draft, Reach } from '../draft.ts'
import { asLocalhost, speaksOf } from '../host-name.ts'
import { note, type Work } from '../work.ts'
import type { Settling } from './settle.ts'
import { isAhead } from './waits.ts'

const words = {
  local: {
    en: 'Containers of this task share localhost: what speaks to {names} speaks to localhost now.',
    ko: '이 태스크의 컨테이너는 localhost를 함께 씁니다. {names}에 접속하던 것은 이제 localhost로 접속합니다.',
  },
  rewritten: {
    en: 'Changed to localhost in {places}; files within the image that name it must be changed as well.',
    ko: '{places}에서 localhost로 바꿨습니다. 이미지 안의 파일에 적힌 이름도 바꿔야 합니다.',
  },
  cycle: {
    en: 'A link to {to} would close a circle, which ECS refuses: {from} does not find it by name.',
    ko: '{to} 링크는 ECS가 거부하는 순환이 됩니다. {from}은(는) 이름으로 찾을 수 없습니다.',
  },
} satisfies Record<string, Text>

export function settleReaches({ work, draft, place }: Settling): void {
  const names = new Set(draft.containers.map(({ name }) => name))
  // Of others, what named them has said that they are missing.
  const reaches = onlyOnce([...draft.reaches, ...spoken(draft)]).filter(({ to }) => names.has(to))
  for (const container of draft.containers) {
    const own = reaches.filter(({ from }) => from === container.name)
    if (own.length === 0) continue
    if (place.networkMode === 'bridge') link(work, draft.containers, container, own)
    else if (place.networkMode !== 'none') goLocal(work, draft.containers, container, own)
  }
}

/** Who names another container in a variable or in its command. */
function spoken({ containers }: Draft): Reach[] {
  return containers.flatMap((container) => {
    // Most say nothing of most others, and a closer look takes time.
    const said = JSON.stringify({ ...container, name: undefined }).toLowerCase()
    return containers
      .filter(({ name = '' }) => said.includes(name.toLowerCase()))
      .filter((other) => other !== container && speaksOf(container, other.name ?? ''))
      .map((other) => ({ from: container.name ?? '', to: other.name ?? '' }))
  })
}

function onlyOnce(reaches: readonly Reach[]): Reach[] {
  const keyed = new Map(reaches.map((reach) => [JSON.stringify([reach.from, reach.to, reach.alias]), reach]))
  return [...keyed.values()].filter(({ from, to }) => from !== to)
}

function link(
  work: Work,
  containers: readonly ContainerDefinition[],
  container: ContainerDefinition,
  reaches: readonly Reach[],
): void {
  for (const { from, to, alias } of reaches) {
    // Docker links to containers that run, and this one has ended by then.
    if (container.dependsOn?.some(({ containerName, condition }) => containerName === to && isEnd(condition)))
      continue
    if (isAhead(containers, to, from)) {
      note(work, 'lost', `${from}.links`, words.cycle, { from, to })
      continue
    }
    const entry = alias === undefined ? to : `${to}:${alias}`
    container.links = [...new Set([...(container.links ?? []), entry])]
  }
}

function isEnd(condition: string | undefined): boolean {
  return condition === 'SUCCESS' || condition === 'COMPLETE'
}

function goLocal(
  work: Work,
  containers: readonly ContainerDefinition[],
  container: ContainerDefinition,
  reaches: readonly Reach[],
): void {
  const names = [...new Set(reaches.flatMap(({ to, alias }) => (alias === undefined ? [to] : [to, alias])))]
  delete container.links
  const places = asLocalhost(container, names)
  const at = `${container.name}.links`
  note(work, 'changed', at, words.local, { names: names.join(', ') })
  if (places.length > 0) note(work, 'changed', at, words.rewritten, { places: places.join(', ') })
  // A link also said what starts first.
  for (const { from, to } of reaches) {
    const isKnown = container.dependsOn?.some(({ containerName }) => containerName === to)
    if (isKnown || isAhead(containers, to, from)) continue
    container.dependsOn = [...(container.dependsOn ?? []), { containerName: to, condition: 'START' }]
  }
}
