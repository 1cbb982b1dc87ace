/** CPU and memory of a task in the two ways that AWS takes them: plain numbers, and `1 vCPU` and `2 GB`. */

/** Units of a CPU (1024 = 1 vCPU), or undefined when it is neither a number nor `N vCPU`. */
export function cpuUnits(written: string | number | undefined): number | undefined {
  return scaled(written, /^(\d*\.?\d+)\s*v?cpus?$/i)
}

/** MiB, or undefined when it is neither a number nor `N GB`. */
export function memoryMib(written: string | number | undefined): number | undefined {
  return scaled(written, /^(\d*\.?\d+)\s*gb?$/i)
}

function scaled(written: string | number | undefined, unit: RegExp): number | undefined {
  const text = String(written ?? '').trim()
  if (/^\d+$/.test(text)) return Number(text)
  const [, amount] = unit.exec(text) ?? []
  return amount === undefined ? undefined : Math.round(Number(amount) * 1024)
}
