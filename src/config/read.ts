/** Fetches config.json and checks it. Never throws: what is wrong comes back as data. */
import { heardServerDate, now } from '../lib/clock.ts'
import { configSchema, type Config } from './schema.ts'
import { keyProblems, type ConfigProblem } from './problem.ts'

export type ConfigResult = { config: Config } | { problem: ConfigProblem }

/** Reads the configuration at `url` (absolute or relative to the page). */
export async function readConfig(url: string, fetcher: typeof fetch): Promise<ConfigResult> {
  let text: string
  const sentAt = now()
  try {
    const response = await fetcher(url, { cache: 'no-store' })
    if (!response.ok)
      return {
        problem: { kind: 'unreachable', url, detail: `HTTP ${response.status} ${response.statusText}` },
      }
    // Our own server's clock is the best guess until AWS answers: a sign-in is checked before that.
    heardServerDate(Date.parse(response.headers.get('date') ?? ''), sentAt, now())
    text = await response.text()
  } catch (error) {
    return { problem: { kind: 'unreachable', url, detail: messageOf(error) } }
  }
  return parseConfig(text, url)
}

/** Checks the text of a config.json; `url` only names it. */
export function parseConfig(text: string, url: string): ConfigResult {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch (error) {
    return { problem: { kind: 'not-json', url, detail: messageOf(error), html: /^\s*</.test(text) } }
  }
  const result = configSchema.safeParse(input)
  if (result.success) return { config: result.data }
  return { problem: { kind: 'keys', url, keys: keyProblems(result.error.issues, input) } }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
