/** `npm run sim`: the simulated AWS alone, for SDKs and the AWS CLI. */
import { run } from './listen.ts'
import { readOptions } from './options.ts'
import { startSimulation } from './simulation.ts'

await run(async () => {
  const options = readOptions(process.argv.slice(3), { ...process.env, PORT: process.env.SIM_PORT ?? '4566' })
  const { url, loaded } = await startSimulation({ ...options, simPort: options.port }, '--port <port>')
  console.log(`Simulated AWS  ${url}  (scenario ${options.scenario}, world ${loaded.world})`)
  console.log(`Any access key gets a world of its own; this one has AWS_ACCESS_KEY_ID=${loaded.accessKeyId}`)
  console.log(`AWS_SECRET_ACCESS_KEY=${loaded.secretAccessKey}`)
})
