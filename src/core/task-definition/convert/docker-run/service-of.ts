/** What a `docker run` says, as members of a Compose service, so that both are read by the same code. */
import type { Json } from '../../json.ts'
import type { Members } from '../written.ts'
import type { RunCommand, Use } from './read-command.ts'

export interface CommandService {
  members: Members
  /** The flags that a member came from. */
  origins: Map<string, Use>
}

export function serviceOf(command: RunCommand): CommandService {
  const members: Members = { image: command.image.text }
  const origins = new Map<string, Use>()
  if (command.words.length > 0) members['command'] = command.words
  for (const use of command.uses) {
    const [member, value] = memberOf(use)
    if (!origins.has(member)) origins.set(member, use)
    if (use.flag.kind === 'health' || member === 'healthcheck')
      members['healthcheck'] = { ...asMap(members['healthcheck']), ...asMap(value) }
    else if (member === 'ulimits') members[member] = { ...asMap(members[member]), ...asMap(value) }
    else if (use.flag.kind === 'list') members[member] = [...asList(members[member]), ...asList(value)]
    else members[member] = value
  }
  return { members, origins }
}

/** Flags whose value has another form there than in a Compose file. */
const forms: Record<string, (value: string) => [member: string, value: Json]> = {
  network: networkOf,
  mount: mountOf,
  ulimit: (value) => ['ulimits', ulimitOf(value)],
  gpus: (value) => ['gpus', gpusOf(value)],
  // The whole is one word: nothing is split.
  entrypoint: (value) => ['entrypoint', value === '' ? null : [value]],
}

function memberOf({ flag, value = '' }: Use): [member: string, value: Json] {
  const { member, kind } = flag
  if (kind === 'health') return ['healthcheck', { [member]: value }]
  if (kind === 'switch') return switchOf(member, value !== 'false')
  const form = Object.hasOwn(forms, member) ? forms[member] : undefined
  return form ? form(value) : [member, kind === 'list' ? [value] : value]
}

function switchOf(member: string, isOn: boolean): [string, Json] {
  return member === 'no_healthcheck' ? ['healthcheck', { disable: isOn }] : [member, isOn]
}

/** `all`, `2`, `device=0,2`, `count=2`. */
function gpusOf(value: string): Json {
  const [, devices] = /\bdevice=([^"]+)/.exec(value) ?? []
  return devices === undefined ? (/\d+/.exec(value)?.[0] ?? 'all') : devices.split(',').length
}

/** A mode, or the name of a network. */
function networkOf(value: string): [string, Json] {
  return /^(?:host|bridge|none|container:.*)$/.test(value) ? ['network_mode', value] : ['networks', [value]]
}

/** `type=bind,source=/a,target=/b,readonly` */
function mountOf(text: string): [string, Json] {
  const parts = Object.fromEntries(
    text.split(',').map((part) => {
      const at = part.indexOf('=')
      return at < 0 ? [part, 'true'] : [part.slice(0, at), part.slice(at + 1)]
    }),
  ) as Record<string, string>
  const { type = 'volume', source, src, target, dst, destination, readonly, ro, ...rest } = parts
  const size = rest['tmpfs-size']
  delete rest['tmpfs-size']
  const from = source ?? src
  return [
    'volumes',
    [
      {
        type,
        ...(from !== undefined && { source: from }),
        target: target ?? dst ?? destination ?? null,
        ...((readonly ?? ro) !== undefined && { read_only: (readonly ?? ro) !== 'false' }),
        ...(size !== undefined && { tmpfs: { size } }),
        ...rest,
      },
    ],
  ]
}

/** `nofile=1024:2048` */
function ulimitOf(text: string): Json {
  const [name = '', limits = ''] = text.split('=')
  const [soft = '', hard = soft] = limits.split(':')
  return { [name]: { soft, hard } }
}

function asMap(value: Json | undefined): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}
