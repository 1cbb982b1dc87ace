/** Who sends requests, and how the software inside an image answers them. */

/** Behaviour of the software in one image. Every field has a healthy default, so `{}` is a well-behaved server. */
export interface ImageBehaviour {
  /** ms to pull; default 4000. */
  pullMs?: number
  /** When set, the pull fails with this text (`CannotPullContainerError: …`). */
  pullError?: string
  /** ms from container start until it listens; default 2000. */
  readyAfterMs?: number
  /** The main process ends by itself after that many ms, with this exit code (137 with `outOfMemory`). */
  exit?: { afterMs: number; code: number; outOfMemory?: boolean; reason?: string }
  /** Result of the container health check command once started; default 'HEALTHY'. */
  healthCommand?: 'HEALTHY' | 'UNHEALTHY'
  /** Answers by longest matching path prefix; default 200 in 20 ms for every path. A status of 0 means no answer (timeout). */
  http?: Record<string, { status: number; latencyMs: number }>
  /** Share (0..1) of ordinary requests answered with a 5xx. */
  errorShare?: number
  /** Above this many requests a second per task, it answers 503. */
  breaksAboveRps?: number
  /** Fraction of reserved CPU used at rest, and added per request/second. Defaults 0.02 and 0.01. */
  cpuIdle?: number
  cpuPerRps?: number
  /** MiB used at rest; default 60 % of the container's limit. */
  memoryMiB?: number
  /**
   * Lines written at start, and while serving (one is chosen per sampled request; `{method}`, `{path}`, `{host}`,
   * `{status}` and `{ms}` are filled in). Without them there are plain ones. A container that serves no requests writes a
   * `request` line each half minute.
   */
  logs?: { start?: string[]; request?: string[]; error?: string[] }
}

/** People and programs that send requests to one load balancer listener. */
export interface ClientPopulation {
  name: string
  region: string
  /** ARN of the load balancer the requests go to, and the listener's port. */
  loadBalancerArn: string
  port: number
  host: string
  path: string
  /** Mean requests per second. The rate at a moment is `rps * (1 + swing * cos)`, highest in the Region's afternoon. */
  rps: number
  /** 0 for a steady rate, up to 1 for a strong daily rhythm. */
  swing: number
  /** Where the listener's rules send the requests: share (0..1) by target group ARN. Written by engine/traffic/routes.ts. */
  routes?: Record<string, number>
}
