/** `npm start`: the console as it is deployed, on simulated AWS, in one process. */
import { resolve } from 'node:path'
import { builtSite } from './build.ts'
import { listen, run } from './listen.ts'
import { readOptions } from './options.ts'
import { signInLine, startSimulation } from './simulation.ts'
import { readSite } from './site.ts'
import { webServer } from './web-server.ts'

const root = resolve(import.meta.dirname, '..')

await run(async () => {
  const options = readOptions(process.argv.slice(3), process.env)
  const site = readSite(await builtSite(root))
  const simulation = await startSimulation(options, 'SIM_PORT=<port> npm start')
  const port = await listen(webServer(site, simulation.configFor), options.port, 'PORT=<port> npm start')
  console.log(`Console        http://127.0.0.1:${port}`)
  console.log(`Simulated AWS  ${simulation.url}  (scenario ${options.scenario})`)
  console.log(signInLine(simulation))
})
