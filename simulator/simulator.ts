/** The simulated AWS as one object: `handle` answers what comes over the wire, `control` moves and inspects its worlds. */
import type { Control, Roles } from './control/control.ts'
import type { WireRequest, WireResponse } from './protocol/wire.ts'

/** How world time moves: only by `control.advance`, with the real clock, or that many times as fast. */
export type ClockMode = 'manual' | 'real' | { times: number }

export interface SimulatorOptions {
  /** Default `manual`. */
  clock?: ClockMode
  /** Scenario of worlds made for unseen keys, and of `load` when it names none. Default `demo`. */
  scenario?: string
  /** Default 1. */
  seed?: number
  /** What each role may do (deploy/permissions.ts exports it as `roles`). Without it no role is limited. */
  policies?: Roles
  /** Address under which browsers reach this simulator, without a slash at the end. Default `http://127.0.0.1:4566`. */
  origin?: string
  /** The present, ms since the epoch. Default: the machine's clock. Fixed by unit tests. */
  realNow?: () => number
}

export interface Simulator {
  /** Answers AWS calls, the pages of the managed login, and `/_sim/`. */
  handle(request: WireRequest): Promise<WireResponse>
  control: Control
}

/** Makes a simulator with no worlds yet. */
export function createSimulator(_options: SimulatorOptions = {}): Simulator {
  throw new Error('The parts of the simulator are being joined')
}
