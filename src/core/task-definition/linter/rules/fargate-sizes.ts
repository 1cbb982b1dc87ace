/** The sizes that a task may have on Fargate. CPU in units, memory in MiB. */
import { memoryMib } from '../../size.ts'

export interface FargateSize {
  cpu: number
  /** All that may go with it, ascending. */
  memory: readonly number[]
  /** False where it is Linux only. */
  windows: boolean
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
export const fargateSizes: readonly FargateSize[] = [
  { cpu: 256, memory: [512, 1024, 2048], windows: false },
  { cpu: 512, memory: steps(1024, 4096, 1024), windows: false },
  { cpu: 1024, memory: steps(2048, 8192, 1024), windows: true },
  { cpu: 2048, memory: steps(4096, 16_384, 1024), windows: true },
  { cpu: 4096, memory: steps(8192, 30_720, 1024), windows: true },
  { cpu: 8192, memory: steps(16_384, 61_440, 4096), windows: false },
  { cpu: 16_384, memory: steps(32_768, 122_880, 8192), windows: false },
]

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, index) => from + index * by)
}

/** The smallest legal size with at least so much of both; undefined when there is none. `memory` may be written as `2 GB`. */
export function cheapest(
  cpu: number,
  memory: string | number | undefined,
  windows = false,
): { cpu: number; memory: number } | undefined {
  const wanted = memoryMib(memory) ?? 0
  for (const size of fargateSizes) {
    if (size.cpu < cpu || (windows && !size.windows)) continue
    const fitting = size.memory.find((mib) => mib >= wanted)
    if (fitting !== undefined) return { cpu: size.cpu, memory: fitting }
  }
  return undefined
}
