/** Prints measurements beside their limits. */
export interface Row {
  what: string
  measured: number
  unit: 'ms' | 'KB' | 'calls'
  limit?: number
  /** Smallest and largest of the runs, where there were several. */
  range?: [number, number]
}

/** The median of several runs, with their range. */
export function measured(what: string, values: number[], limit?: number): Row {
  return {
    what,
    measured: median(values),
    unit: 'ms',
    range: [Math.min(...values), Math.max(...values)],
    ...(limit === undefined ? {} : { limit }),
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}

export function printTable(rows: Row[]): void {
  const width = Math.max(...rows.map((row) => row.what.length))
  for (const row of rows) {
    const verdict = row.limit === undefined ? '' : row.measured <= row.limit ? 'ok' : 'OVER'
    const limit = row.limit === undefined ? '' : `≤ ${row.limit}`
    const range = row.range ? `${row.range[0].toFixed(0)}–${row.range[1].toFixed(0)}` : ''
    console.log(
      `${row.what.padEnd(width)}  ${row.measured.toFixed(row.unit === 'KB' ? 1 : 0).padStart(8)} ${row.unit.padEnd(5)} ${range.padEnd(11)} ${limit.padEnd(8)} ${verdict}`,
    )
  }
}
