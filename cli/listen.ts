/** Opens a port on this machine only, and says in one line when it is taken. */
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { UsageError } from './options.ts'

/** Listens on 127.0.0.1. `hint` says how to choose another port. Returns the port (0 asks for any). @throws UsageError */
export function listen(server: Server, port: number, hint: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(portTaken(port, hint))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

export function portTaken(port: number, hint: string): UsageError {
  return new UsageError(`Port ${port} is taken; choose another one with ${hint}`)
}

/** Runs a command; what its caller did wrong becomes one line and exit code 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error)
    process.exit(1)
  }
}
