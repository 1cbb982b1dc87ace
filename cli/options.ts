/** Reads the command line and the environment of start, dev and sim. Every mistake is one line that names what is wrong. */

export type ClockMode = 'manual' | 'real' | { times: number }

export interface Options {
  /** Port of the web server. */
  port: number
  /** Port of the simulator. */
  simPort: number
  scenario: string
  clock: ClockMode
  seed: number
}

/** A mistake of the caller: print its message, not its stack. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

const flags = ['--port', '--sim-port', '--scenario', '--clock', '--seed']

/**
 * Flags win over `PORT`, `SIM_PORT`, `SCENARIO`, `CLOCK`, `SEED`.
 * @throws UsageError
 */
export function readOptions(words: string[], environment: Record<string, string | undefined>): Options {
  const given = readFlags(words)
  const pick = (flag: string, variable: string, otherwise: string): string =>
    given.get(flag) ?? (environment[variable] || otherwise)
  return {
    port: portOf(pick('--port', 'PORT', '5173')),
    simPort: portOf(pick('--sim-port', 'SIM_PORT', '4566')),
    scenario: pick('--scenario', 'SCENARIO', 'demo'),
    clock: clockOf(pick('--clock', 'CLOCK', 'real')),
    seed: numberOf('seed', pick('--seed', 'SEED', '1'), Number.MAX_SAFE_INTEGER),
  }
}

function readFlags(words: string[]): Map<string, string> {
  const given = new Map<string, string>()
  for (let index = 0; index < words.length; index += 1) {
    const [flag = '', joined] = (words[index] ?? '').split('=', 2)
    if (!flags.includes(flag)) throw new UsageError(`Unknown option ${flag}; there are ${flags.join(', ')}`)
    const value = joined ?? words[(index += 1)]
    if (value === undefined || value.startsWith('--')) throw new UsageError(`${flag} needs a value`)
    given.set(flag, value)
  }
  return given
}

function clockOf(text: string): ClockMode {
  if (text === 'manual' || text === 'real') return text
  const times = Number(/^(\d+(?:\.\d+)?)x$/.exec(text)?.[1])
  if (!(times > 0)) throw new UsageError(`The clock is manual, real, or a speed such as 60x; not ${text}`)
  return { times }
}

function portOf(text: string): number {
  return numberOf('port', text, 65_535)
}

function numberOf(what: string, text: string, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most)
    throw new UsageError(`The ${what} is a whole number up to ${most}; not ${text}`)
  return value
}
