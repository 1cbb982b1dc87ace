/** CPU and memory of containers against each other and against those of the task. */
import { type Check, eachContainer, isFargate, sizeOf } from './check.ts'

/** MiB: what Docker starts a container with at least. */
const leastMemory = 6

const limits = eachContainer(({ name, memory, memoryReservation }, definition) => {
  const setting = `Invalid setting for container '${name}'.`
  if (definition.memory === undefined && memory === undefined && memoryReservation === undefined)
    return `${setting} At least one of 'memory' or 'memoryReservation' must be specified.`
  if (memory !== undefined && memory < leastMemory)
    return `${setting} 'memory' must be greater than or equal to ${leastMemory}.`
  if (memoryReservation !== undefined && memoryReservation < leastMemory)
    return `${setting} 'memoryReservation' must be greater than or equal to ${leastMemory}.`
  return memory !== undefined && memoryReservation !== undefined && memory < memoryReservation
    ? `${setting} 'memory' must be greater than or equal to 'memoryReservation'.`
    : undefined
})

const taskSizes: Check = (definition) => {
  for (const size of ['cpu', 'memory'] as const) {
    const written = definition[size]
    if (written !== undefined && Number.isNaN(sizeOf(written))) return `Invalid '${size}' setting for task.`
  }
  const { cpu } = definition
  const isWrong = cpu !== undefined && !isFargate(definition) && (sizeOf(cpu) < 128 || sizeOf(cpu) > 196_608)
  return isWrong ? "Invalid 'cpu' setting for task." : undefined
}

const sum = (values: (number | undefined)[]): number =>
  values.reduce<number>((all, one) => all + (one ?? 0), 0)

const sums: Check = ({ cpu, memory, containerDefinitions = [] }) => {
  if (cpu !== undefined && sum(containerDefinitions.map((one) => one.cpu)) > sizeOf(cpu))
    return "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'."
  const reserved = sum(containerDefinitions.map((one) => one.memoryReservation ?? one.memory))
  return memory !== undefined && reserved > sizeOf(memory)
    ? "The sum of all container 'memory' values cannot be greater than the value of the task 'memory'."
    : undefined
}

export const sizeChecks: Check[] = [taskSizes, limits, sums]
