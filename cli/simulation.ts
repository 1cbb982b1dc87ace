/** The simulator as start, dev and sim run it: over HTTP, with a world of its own and the roles that the console is deployed with. */
import { roles } from '../deploy/permissions.ts'
import { startServer } from '../simulator/adapters/node-server.ts'
import { type Simulator, createSimulator } from '../simulator/simulator.ts'
import { portTaken } from './listen.ts'
import { type Options, UsageError } from './options.ts'
import type { ConfigFor } from './web-server.ts'

export interface Simulation {
  url: string
  /** What `load` answered for the server's own world. */
  loaded: ReturnType<Simulator['control']['load']>
  configFor: ConfigFor
}

/** `hint` says how to choose another port. @throws UsageError */
export async function startSimulation(options: Options, hint: string): Promise<Simulation> {
  const { simPort, scenario, clock, seed } = options
  const url = `http://127.0.0.1:${simPort}`
  const simulator = createSimulator({ clock, scenario, seed, policies: roles, origin: url })
  const loaded = load(simulator)
  try {
    await startServer((request) => simulator.handle(request), simPort)
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined
    throw cause?.code === 'EADDRINUSE' ? portTaken(simPort, hint) : error
  }
  return {
    url,
    loaded,
    configFor: (world) => simulator.control.config({ key: world ?? loaded.world }),
  }
}

/** A scenario that does not exist is the caller's mistake; the message lists those that do. */
function load(simulator: Simulator): Simulation['loaded'] {
  try {
    return simulator.control.load()
  } catch (error) {
    throw error instanceof Error && error.name === 'ControlError' ? new UsageError(error.message) : error
  }
}

/** How to sign in to the server's own world. */
export function signInLine({ loaded }: Simulation): string {
  const user = loaded.users[0]
  return user ? `Sign in as ${user.username} with the password ${user.password}` : 'Nobody can sign in'
}
