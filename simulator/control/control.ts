/** What tests, the command line and the practice panel may do to a simulator: the same calls in process and under `/_sim/`. */
import type { PolicyStatement } from '../world/identity-tables.ts'
import type { RecordedCall } from '../scenarios/copy.ts'
import type { JournalEntry, World } from '../world/world.ts'
import type { Withholder } from './kept-world.ts'

/** What one role may do: its IAM statements, and the names of what the console offers with it (copied to config.json). */
export interface RoleDefinition {
  statements: PolicyStatement[]
  capabilities: string[]
  /** Permissions boundary: a call must be allowed by it as well. */
  boundary?: PolicyStatement[]
}

/** Role name → what it may do. The same shape as `roles` of deploy/permissions.ts, which is passed in, never imported. */
export type Roles = Record<string, RoleDefinition>

export type LoadRequest =
  | {
      /** Default: the simulator's own scenario. */
      scenario?: string
      /** Builds a copy of the account that gave these answers, instead of a scenario. In process only. */
      recorded?: readonly RecordedCall[]
      /** Default: the simulator's own seed. */
      seed?: number
      /** Default: the simulator's own policies. */
      roles?: Roles
      /** World time at the start, ms since the epoch. Default: the present of the simulator's clock. */
      now?: number
      /** Further addresses that the managed login may return to; a `*` stands for any port or host label. */
      redirectUris?: string[]
    }
  | {
      /** A world saved by `world()`. It continues at its own time and keeps its policies, users and credentials. */
      state: World
      roles?: Roles
      redirectUris?: string[]
    }

/** `auth` of config.json as the console reads it. */
export interface ConsoleAuth {
  mode: 'cognito'
  issuer: string
  /** Base URL of the managed login, without a slash at the end. */
  loginDomain: string
  clientId: string
  identityPoolId: string
  roles: { name: string; arn: string; capabilities: string[] }[]
}

/** A complete config.json for the console. */
export interface ConsoleConfig {
  account: string
  regions: string[]
  auth: ConsoleAuth
  /** The simulator's origin, for every service. */
  endpoint: string
  endpoints: Record<string, string>
  resolvers: { name: string; url: string }[]
  probeHosts: string[]
  practice: boolean
}

export interface LoadResult {
  /** Id of the new world; also the host label under which the web server answers its configuration. */
  world: string
  /** Keys of this world that no policy limits. */
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  config: ConsoleConfig
  /** Who can sign in on the managed-login page. */
  users: { username: string; password: string; groups: string[] }[]
}

/** Which calls a fault applies to. Every given member must match; none given: every call. */
export interface FaultMatch {
  /** `ServiceModel.name`: ecs, elbv2, cloudwatch, logs, sts, cognitoIdentity … */
  service?: string
  /** AWS's operation name; `*` and `?` are wildcards (`Describe*`). */
  operation?: string
  /** Only the nth call that matches the rest (1 for the first), counted from when the fault was set. */
  nth?: number
  /** A text that one of the input's values must contain, e.g. a cluster's name or an ARN. */
  resource?: string
}

export interface FaultRequestBody {
  match?: FaultMatch
  /** A name of the registry in simulator/faults/registry.ts. */
  kind: string
  /** At most that many times. */
  times?: number
  /** Share (0..1] of matching calls it happens to, by the world's seeded source. Default 1. */
  share?: number
  /** World time, ms since the epoch, at which it ends by itself. */
  until?: number
  /** Seconds of world time after which it ends by itself. */
  forSeconds?: number
  /** What the kind needs to know, e.g. `{ ms: 3000 }` for delay. See each file of simulator/faults/. */
  options?: Record<string, unknown>
}

export interface ActiveFault extends FaultRequestBody {
  id: string
  /** Calls it has happened to. */
  hits: number
}

/** `key` is any access key id of a world, or the world's id. Every function throws ControlError for what it cannot do. */
export interface Control {
  /** Makes a new world. */
  load(request?: LoadRequest): LoadResult
  /** Moves world time on by an ISO 8601 duration such as `PT10M`. Returns the world's new time, ms since the epoch. */
  advance(request: { key: string; duration: string }): { now: number }
  /** Adds a fault. Returns its id. */
  fault(request: FaultRequestBody & { key: string }): { id: string }
  /** Faults that have not ended. */
  faults(request: { key: string }): ActiveFault[]
  /** Ends one fault, or all of the world. */
  clear(request: { key: string; id?: string }): void
  /**
   * Does something that no AWS call does: `hang-up` (a pool of visitors), `stop-server` and `start-server` (by name),
   * `stop-instance` and `start-instance` (by id); `fail-under-load`, `fail-health-checks` and `mend` (a service, as
   * `<cluster>/<service>`); `edit-records`, `occupy-zone`, `slow-changes` and `quick-changes` (by hostname).
   */
  act(request: { key: string; kind: string; subject: string }): void
  /** Every call and every effect since the world was loaded, in order. */
  journal(request: { key: string }): JournalEntry[]
  /** A copy of the whole world: plain JSON that `load({ state })` takes back. */
  world(request: { key: string }): World
  /**
   * As `world`, without what calls wrote into task definitions and `withholder` withholds, and without the inputs of calls. In process
   * only. It shares its parts with the world: it is to be written down at once.
   */
  keptWorld(request: { key: string; withholder: Withholder }): World
  /** config.json of a world, or undefined when there is no such world. */
  config(request: { key: string }): ConsoleConfig | undefined
}

/** What control refuses. `status` is the HTTP status under `/_sim/`. */
export class ControlError extends Error {
  readonly status: number

  constructor(message: string, status = 400) {
    super(message)
    this.name = 'ControlError'
    this.status = status
  }
}
