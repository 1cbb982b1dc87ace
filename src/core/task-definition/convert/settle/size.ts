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
    en: 'Together the containers ask for more than the 120 GB that Fargate has: give them less.',
    ko: '컨테이너가 모두 합해 Fargate 한도인 120GB보다 많이 요구합니다. 줄이세요.',
  },
  shares: {
    en: 'Together the containers ask for more than the 16 vCPU that Fargate has: their shares are left out.',
    ko: '컨테이너가 모두 합해 Fargate 한도인 16vCPU보다 많이 요구하므로 컨테이너별 몫을 제외합니다.',
  },
  raised: {
    en: 'The task’s {member} is raised to {sum, number}, which its containers ask for together.',
    ko: '태스크의 {member}을(를) 컨테이너 합계인 {sum, number}(으)로 올립니다.',
  },
  reserved: {
    en: 'A container cannot reserve more than its limit: {limit, number} MiB are reserved.',
    ko: '컨테이너는 제한보다 많이 예약할 수 없으므로 {limit, number}MiB를 예약합니다.',
  },
  container: { en: 'Memory of the container {name}, in MiB', ko: '컨테이너 {name}의 메모리(MiB)' },
  whyContainer: {
    en: 'On instances each container needs a limit or a reservation; the source has none.',
    ko: '인스턴스에서는 컨테이너마다 제한이나 예약이 필요합니다. 원본에는 없습니다.',
  },
} satisfies Record<string, Text>

/** What a container is thought to need when its source says nothing. */
const usual = 512

const amountForm = /^(?:[6-9]|\d{2,7})$/

export function settleSize(settling: Settling): void {
  for (const container of settling.draft.containers) {
    const { memory: limit, memoryReservation: reserved = 0 } = container
    if (limit === undefined || reserved <= limit) continue
    container.memoryReservation = limit
    note(settling.work, 'changed', `${container.name}.memoryReservation`, words.reserved, { limit })
  }
  if (settling.place.isForFargate) settleTask(settling)
  else settleContainers(settling)
}

function settleTask({ work, draft }: Settling): void {
  const { containers, hints, definition } = draft
  if (!cheapest(totals(containers, 0).cpu, '0')) dropShares(work, containers)
  if (!cheapest(0, String(totals(containers, 0).memory))) askForLess(work, containers)
  const [known, likely] = [totals(containers, 0), totals(containers, hints.memory === undefined ? usual : 0)]
  const wanted = {
    cpu: Math.max(hints.cpu ?? 0, likely.cpu),
    memory: Math.max(hints.memory ?? 0, likely.memory),
  }
  const fitting =
    cheapest(wanted.cpu, String(wanted.memory)) ?? cheapest(known.cpu, String(known.memory)) ?? largest
  noteFit(work, hints, wanted, fitting)
  const cpu = ask(work, {
    id: 'cpu',
    text: words.cpu,
    why: words.why,
    options: fargateSizes.filter((size) => holds(size, known)).map((size) => choice(size.cpu)),
    suggested: String(fitting.cpu),
    paths: [['cpu']],
  })
  const all = fargateSizes.find((size) => String(size.cpu) === cpu)?.memory ?? []
  const amounts = all.filter((amount) => amount >= known.memory)
  const memory = ask(work, {
    id: 'memory',
    text: words.memory,
    why: words.why,
    options: amounts.map(choice),
    suggested: String(amounts.find((amount) => amount >= wanted.memory) ?? amounts.at(-1) ?? all.at(-1)),
    paths: [['memory']],
  })
  Object.assign(definition, { cpu, memory })
}

/** One that could not hold the containers is no choice; where none could, all are. */
function holds(size: (typeof fargateSizes)[number], { cpu, memory }: Size): boolean {
  const isEnough = (each: (typeof fargateSizes)[number]): boolean =>
    each.cpu >= cpu && (each.memory.at(-1) ?? 0) >= memory
  return isEnough(size) || !fargateSizes.some(isEnough)
}

/** Weights of Docker may be any number. */
function dropShares(work: Work, containers: readonly ContainerDefinition[]): void {
  note(work, 'lost', 'cpu', words.shares)
  for (const container of containers) delete container.cpu
}

function askForLess(work: Work, containers: readonly ContainerDefinition[]): void {
  for (const [index, container] of containers.entries()) {
    const { name = '', memory = container.memoryReservation } = container
    if (memory === undefined) continue
    const answer = ask(work, {
      id: `memory.${name}`,
      text: words.container,
      values: { name },
      why: words.tooLarge,
      required: true,
      form: amountForm,
      paths: [['containerDefinitions', index, 'memory'], ['memory']],
    })
    if (answer === undefined) continue
    container.memory = Number(answer)
    delete container.memoryReservation
  }
}

interface Size {
  cpu: number
  memory: number
}

const largest: Size = { cpu: 16_384, memory: 122_880 }

/** Says when a size that the source names is not for sale, or when none is large enough. */
function noteFit(work: Work, hints: Partial<Size>, wanted: Size, fitting: Size): void {
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
  const sum = totals(containers, 0)
  for (const member of ['cpu', 'memory'] as const) {
    const hint = hints[member]
    if (hint === undefined) continue
    definition[member] = String(Math.max(hint, sum[member]))
    if (sum[member] > hint) note(work, 'changed', member, words.raised, { member, sum: sum[member] })
  }
  if (hints.memory !== undefined) return
  for (const [index, container] of containers.entries()) {
    const { name = '', memory, memoryReservation } = container
    if (memory !== undefined || memoryReservation !== undefined) continue
    const answer = ask(work, {
      id: `memory.${name}`,
      text: words.container,
      values: { name },
      why: words.whyContainer,
      suggested: String(usual),
      form: amountForm,
      paths: [['containerDefinitions', index, 'memory']],
    })
    container.memory = Number(answer)
  }
}
