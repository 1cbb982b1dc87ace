/** `npm run dev`: as `npm start`, with the sources served by Vite and replaced while the page is open. */
import { resolve } from 'node:path'
import { type Plugin, createServer } from 'vite'
import { portTaken, run } from './listen.ts'
import { readOptions } from './options.ts'
import { signInLine, startSimulation } from './simulation.ts'
import { type ConfigFor, worldOfHost } from './web-server.ts'

const root = resolve(import.meta.dirname, '..')

function worldConfig(configFor: ConfigFor): Plugin {
  return {
    name: 'tidegate:world-config',
    configureServer(server) {
      // Before Vite's own middleware, which would answer with the file in public/.
      server.middlewares.use('/config.json', (request, response) => {
        const config = configFor(worldOfHost(request.headers.host ?? '')?.world)
        response.statusCode = config ? 200 : 404
        response.setHeader('Content-Type', 'application/json')
        response.setHeader('Cache-Control', 'no-store')
        response.end(JSON.stringify(config))
      })
    },
  }
}

await run(async () => {
  const options = readOptions(process.argv.slice(3), process.env)
  const simulation = await startSimulation(options, 'SIM_PORT=<port> npm run dev')
  const server = await createServer({
    root,
    configFile: resolve(root, 'vite.config.ts'),
    plugins: [worldConfig(simulation.configFor)],
    server: { port: options.port, strictPort: true },
  })
  try {
    await server.listen()
  } catch (error) {
    await server.close()
    const taken = error instanceof Error && /already in use/.test(error.message)
    throw taken ? portTaken(options.port, 'PORT=<port> npm run dev') : error
  }
  console.log(`Console        http://127.0.0.1:${options.port}`)
  console.log(`Simulated AWS  ${simulation.url}  (scenario ${options.scenario})`)
  console.log(signInLine(simulation))
})
