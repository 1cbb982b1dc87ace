/** Which containers the task cannot do without, and in which order they start. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import { ask, note, type Work } from '../work.ts'
import type { Settling } from './settle.ts'
import { isAhead } from './waits.ts'

type Dependency = NonNullable<ContainerDefinition['dependsOn']>[number]

const words = {
  essential: {
    en: 'Without which container is the task of no use?',
    ko: '어떤 컨테이너가 없으면 태스크가 의미가 없나요?',
  },
  whyEssential: {
    en: 'None is essential in the source; when an essential one stops, ECS stops the task and the service starts another.',
    ko: '원본에는 필수 컨테이너가 없습니다. 필수 컨테이너가 멈추면 ECS가 태스크를 멈추고 서비스가 다시 시작합니다.',
  },
  noCheck: {
    en: '{target} has no health check to wait for: it only has to be started.',
    ko: '{target}에 기다릴 상태 확인이 없어 시작만 기다립니다.',
  },
  ends: {
    en: '{target} is not essential any more, because others wait until it has ended.',
    ko: '다른 컨테이너가 {target}의 종료를 기다리므로 필수에서 제외합니다.',
  },
  circle: {
    en: 'Waiting for {target} would close a circle, which ECS refuses: it is left out.',
    ko: '{target}을(를) 기다리면 ECS가 거부하는 순환이 되므로 제외합니다.',
  },
  unknown: {
    en: '{target} is no container of this definition: the dependency is left out.',
    ko: '{target}은(는) 이 정의의 컨테이너가 아니므로 의존 관계에서 제외합니다.',
  },
} satisfies Record<string, Text>

export function settleStart({ work, draft: { containers } }: Settling): void {
  for (const container of containers) {
    if (container.dependsOn) settleDependencies(work, container, containers)
    if (container.dependsOn?.length === 0) delete container.dependsOn
  }
  if (containers.length === 0 || containers.some(({ essential }) => essential !== false)) return
  const chosen = ask(work, {
    id: 'essential',
    text: words.essential,
    why: words.whyEssential,
    options: containers.map(({ name = '' }) => ({ value: name, label: { en: name, ko: name } })),
    suggested: (containers.find(({ portMappings }) => portMappings) ?? containers[0])?.name ?? '',
    paths: containers.map((_, index) => ['containerDefinitions', index, 'essential']),
  })
  for (const container of containers) if (container.name === chosen) container.essential = true
}

function settleDependencies(
  work: Work,
  container: ContainerDefinition,
  containers: readonly ContainerDefinition[],
): void {
  const at = `${container.name}.dependsOn`
  const wanted = container.dependsOn ?? []
  // Each is added only after a look at those before it.
  container.dependsOn = []
  for (const dependency of wanted)
    container.dependsOn.push(...settled(work, at, container, dependency, containers))
}

function settled(
  work: Work,
  at: string,
  container: ContainerDefinition,
  { containerName = '', condition = 'START' }: Dependency,
  containers: readonly ContainerDefinition[],
): Dependency[] {
  const target = containers.find(({ name }) => name === containerName)
  const values = { target: containerName }
  const isCircle = isAhead(containers, containerName, container.name ?? '')
  if (!target || isCircle) {
    note(work, 'lost', at, target ? words.circle : words.unknown, values)
    return []
  }
  if (condition === 'HEALTHY' && !target.healthCheck) {
    note(work, 'changed', at, words.noCheck, values)
    return [{ containerName, condition: 'START' }]
  }
  if ((condition === 'SUCCESS' || condition === 'COMPLETE') && target.essential !== false) {
    target.essential = false
    note(work, 'changed', at, words.ends, values)
  }
  return [{ containerName, condition }]
}
