/** Asks how much CPU and memory it gets, with a suggestion that is legal and large enough. CPU in units, memory in MiB. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import { cheapest, fargateSizes } from '../../linter/rules/fargate-sizes.ts'
import { ask, note, type Work } from '../work.ts'
import type { Settling } from './settle.ts'

const words = {
  cpu: { en: 'CPU of the task, in units (1024 = 1 vCPU)', ko: '태스크 CPU(단위, 1024 = 1 vCPU)' },
  memory: { en: 'Memory of the task, in MiB', ko: '태스크 메모리(MiB)' },
  why: {
    en: 'Fargate sells fixed sizes. The smallest that holds all containers is suggested.',
    ko: 'Fargate는 정해진 크기만 제공합니다. 모든 컨테이너가 들어가는 가장 작은 크기를 제안합니다.',
  },
  nearest: {
    en: 'Fargate has no size of {cpu, number} units and {memory, number} MiB; {toCpu, number} and {toMemory, number} is the nearest above.',
    ko: 'Fargate에는 {cpu, number} 단위, {memory, number}MiB 크기가 없습니다. 그 위로 가장 가까운 것은 {toCpu, number}, {toMemory, number}입니다.',
  },
  tooLarge: {
    en: 'Together the containers ask for {cpu, number} CPU units and {memory, number} MiB, more than Fargate has: give them less.',
    ko: '컨테이너가 모두 합해 CPU {cpu, number} 단위, 메모리 {memory, number}MiB를 요구해 Fargate 한도를 넘습니다. 줄이세요.',
  },
  container: { en: 'Memory of the container {name}, in MiB', ko: '컨테이너 {name}의 메모리(MiB)' },
  whyContainer: {
    en: 'On instances each container needs a limit or a reservation; the source has none.',
    ko: '인스턴스에서는 컨테이너마다 제한이나 예약이 필요합니다. 원본에는 없습니다.',
  },
} satisfies Record<string, Text>

/** What a container is thought to need when its source says nothing. */
const usual = 512

export function settleSize(settling: Settling): void {
  if (settling.place.isForFargate) settleTask(settling)
  else settleContainers(settling)
}

function settleTask({ work, draft }: Settling): void {
  const { containers, hints, definition } = draft
  const sum = totals(containers, hints.memory === undefined ? usual : 0)
  const wanted = { cpu: Math.max(hints.cpu ?? 0, sum.cpu), memory: Math.max(hints.memory ?? 0, sum.memory) }
  const fitting = cheapest(wanted.cpu, String(wanted.memory))
  noteFit(work, hints, wanted, fitting)
  const cpu = ask(work, {
    id: 'cpu',
    text: words.cpu,
    why: words.why,
    options: fargateSizes.map((size) => choice(size.cpu)),
    suggested: String((fitting ?? largest).cpu),
    paths: [['cpu']],
  })
  const amounts = fargateSizes.find((size) => String(size.cpu) === cpu)?.memory ?? []
  const memory = ask(work, {
    id: 'memory',
    text: words.memory,
    why: words.why,
    options: amounts.map(choice),
    suggested: String(amounts.find((amount) => amount >= wanted.memory) ?? amounts.at(-1)),
    paths: [['memory']],
  })
  Object.assign(definition, { cpu, memory })
}

interface Size {
  cpu: number
  memory: number
}

const largest: Size = { cpu: 16_384, memory: 122_880 }

/** Says when a size that the source names is not for sale, or when none is large enough. */
function noteFit(work: Work, hints: Partial<Size>, wanted: Size, fitting: Size | undefined): void {
  if (!fitting) return note(work, 'advice', 'cpu, memory', words.tooLarge, { ...wanted })
  const isNamed = hints.cpu !== undefined || hints.memory !== undefined
  if (!isNamed || (fitting.cpu === wanted.cpu && fitting.memory === wanted.memory)) return
  note(work, 'changed', 'cpu, memory', words.nearest, {
    ...wanted,
    toCpu: fitting.cpu,
    toMemory: fitting.memory,
  })
}

/** `otherwise`: what a container without an amount counts for, so that the suggestion leaves room for it. */
function totals(
  containers: readonly ContainerDefinition[],
  otherwise: number,
): { cpu: number; memory: number } {
  let [cpu, memory] = [0, 0]
  for (const container of containers) {
    cpu += container.cpu ?? 0
    memory += Math.max(container.memory ?? 0, container.memoryReservation ?? 0) || otherwise
  }
  return { cpu, memory }
}

function choice(amount: number): { value: string; label: Text } {
  const text = String(amount)
  return { value: text, label: { en: text, ko: text } }
}

function settleContainers({ work, draft }: Settling): void {
  const { containers, hints, definition } = draft
  if (hints.cpu !== undefined) definition.cpu = String(hints.cpu)
  if (hints.memory !== undefined) {
    definition.memory = String(hints.memory)
    return
  }
  for (const [index, container] of containers.entries()) {
    const { name = '', memory, memoryReservation } = container
    if (memory !== undefined || memoryReservation !== undefined) continue
    const answer = ask(work, {
      id: `memory.${name}`,
      text: words.container,
      values: { name },
      why: words.whyContainer,
      suggested: String(usual),
      form: /^(?:[6-9]|\d{2,7})$/,
      paths: [['containerDefinitions', index, 'memory']],
    })
    container.memory = Number(answer)
  }
}
