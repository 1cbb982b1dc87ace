/** Amounts as Docker and Compose write them: sizes, durations and ports. */

const units: Record<string, number> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 }

/** Bytes of `512m`, `1.5gb`, `1073741824`; undefined for anything else. A bare number counts in `unit`. */
export function bytesOf(text: string, unit = 'b'): number | undefined {
  const [, amount, letter] = /^(\d+(?:\.\d+)?)\s*([bkmgt]?)(?:i?b)?$/i.exec(text.trim()) ?? []
  if (amount === undefined) return undefined
  return Number(amount) * (units[(letter || unit).toLowerCase()] ?? 1)
}

/** Whole MiB, rounded down, as ecs-cli did. */
export function mebibytesOf(text: string, unit = 'b'): number | undefined {
  const bytes = bytesOf(text, unit)
  return bytes === undefined ? undefined : Math.floor(bytes / 1024 ** 2)
}

const spans: Record<string, number> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 }

/** Whole seconds of `1m30s`, `500ms`, `10`, rounded up; undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^\d+$/.test(trimmed)) return Number(trimmed)
  if (!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(trimmed)) return undefined
  const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g)]
  // Rounded first, because 0.1 + 0.2 is a little more than 0.3.
  const sum = parts.reduce((all, [, amount, span]) => all + Number(amount) * (spans[span ?? 's'] ?? 1), 0)
  return Math.ceil(Number(sum.toFixed(6)))
}

export interface PublishedPort {
  /** First and last; equal for a single port. */
  container: [number, number]
  host?: [number, number]
  /** The address of the host it is bound to. */
  address?: string
  protocol: string
}

/** Reads `[[address:]host:]container[/protocol]`, each of the two a port or a range; undefined when it is neither. */
export function portOf(text: string): PublishedPort | undefined {
  const [whole = '', protocol = 'tcp'] = text.trim().split('/', 2)
  const parts = /^(?:(?:(\[[^\]]*\]|[^:]*):)?([^:]*):)?([^:]+)$/.exec(whole)
  if (!parts || !/^(?:tcp|udp|sctp)$/.test(protocol)) return undefined
  const [, address, host, inner = ''] = parts
  const container = rangeOf(inner)
  if (!container) return undefined
  const outer = host ? rangeOf(host) : undefined
  if (host && !outer) return undefined
  return { container, protocol, ...(outer && { host: outer }), ...(address && { address }) }
}

function rangeOf(text: string): [number, number] | undefined {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? []
  const range: [number, number] = [Number(first), Number(last)]
  return first !== undefined && range[0] >= 1 && range[0] <= range[1] && range[1] <= 65_535
    ? range
    : undefined
}
